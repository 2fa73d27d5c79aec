import { CHAPTER_TITLES, faceOf } from '@isegoria/insights/contracts';
import type { Subject } from '@isegoria/kernel/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { Button, Contents, Empty, LinkButton, Page, Section, SubjectParts, useWords, type Answer } from '@isegoria/ui/web';
import { useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Figure, View } from './documents';
import { FigureCard } from './figure-card';
import styles from './insights.module.css';
import { OpinionCard } from './opinion-card';
import { byDecision, type DecisionOpinion } from './opinions';
import { OtherDecisions } from './other-decisions';
import { rowsOf } from './rows';
import { lateIn, OnTime, WaitingCard, WaitingSummary } from './waiting-card';

export type Audience = 'council' | 'city';

/** All figures on one page: first what the city says of a decision, beside what is late and where it tends; then chapter by chapter. */
export function InsightsView({ view, audience }: { view: View; audience: Audience }) {
  const words = useWords('insights');
  const { t, lt } = words;
  const [search] = useSearchParams();
  const opinionFigure = view.figures.find((figure) => faceOf(figure) === 'opinions');
  const opinions = opinionFigure ? byDecision(rowsOf(opinionFigure, words)) : [];
  const shown = opinions.find(({ path }) => path === search.get('decision')) ?? opinions[0];
  const trends = view.figures.filter(({ chart, rows }) => chart === 'line' && rows.length > 0);
  const isAbove = (figure: Figure) => figure === opinionFigure || trends.includes(figure);
  const chapters = Object.entries(CHAPTER_TITLES).flatMap(([id, title]) => {
    const figures = view.figures.filter((figure) => figure.chapter === id && !isAbove(figure) && (figure.rows.length > 0 || faceOf(figure) === 'waiting'));
    return figures.length > 0 ? [{ id, title: lt(title), figures }] : [];
  });
  return (
    <Page
      wide
      step={search.get('decision') ?? undefined}
      title={shown ? t('opinions.about', { decision: shown.decision }) : t(`${audience}.title`)}
      kicker={<Kicker audience={audience} at={view.at} />}
      lead={shown ? peopleOf(shown, t) : t(`${audience}.lead`)}
      actions={
        <div className="no-print">
          <div className={styles.acts}>
            <LinkButton variant="secondary" to="/council/sittings">
              {t('council.sittings')}
            </LinkButton>
            <Button variant="secondary" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </div>
        </div>
      }
    >
      {view.figures.length === 0 && <Empty title={t('empty')}>{t('emptyHint')}</Empty>}
      {chapters.length > 1 && <Contents parts={chapters} />}
      <div className={styles.first}>
        <div className={styles.column}>
          {opinionFigure && shown && <OpinionCard figure={opinionFigure} opinion={shown} />}
          <OtherDecisions opinions={opinions.filter((opinion) => opinion !== shown)} />
        </div>
        <div className={styles.column}>
          <WaitingSummary figures={view.figures.filter((figure) => faceOf(figure) === 'waiting')} />
          {trends.map((figure) => (
            <FigureCard key={figure.id} figure={figure} />
          ))}
        </div>
      </div>
      {chapters.map(({ id, title, figures }) => (
        <Section key={id} id={id} title={title}>
          <Chapter figures={figures} />
        </Section>
      ))}
      <SubjectParts subject={{ kind: 'figures', id: audience }} />
      <p className="no-print">
        <Link to="/themes">{t('themes.nav')}</Link> · <Link to="/participation">{t('participation.nav')}</Link>
      </p>
    </Page>
  );
}

/** One chapter: its charts, which pair up; under them what takes the page's width; and at its end the duties in which nothing is late. */
function Chapter({ figures }: { figures: readonly Figure[] }) {
  const waiting = figures.filter((figure) => faceOf(figure) === 'waiting');
  const [tables, charts] = [figures.filter(isWide), figures.filter((figure) => !waiting.includes(figure) && !isWide(figure))];
  return (
    <div className={styles.chapter}>
      {charts.length > 0 && (
        <div className={styles.charts}>
          {charts.map((figure) => (
            <FigureCard key={figure.id} figure={figure} level={3} />
          ))}
        </div>
      )}
      {waiting.filter((figure) => lateIn(figure) > 0).map((figure) => (
        <WaitingCard key={figure.id} figure={figure} />
      ))}
      {tables.map((figure) => (
        <FigureCard key={figure.id} figure={figure} level={3} />
      ))}
      <OnTime figures={waiting.filter((figure) => lateIn(figure) === 0)} />
    </div>
  );
}

/** A table that takes the page's width. It stands below the charts. */
const isWide = (figure: Figure): boolean => faceOf(figure) === 'chart' && figure.chart === 'none' && figure.columns.length > 4;

function Kicker({ audience, at }: { audience: Audience; at: string }) {
  const { t, d } = useWords('insights');
  return (
    <>
      <span className={styles.kicker}>{t(`${audience}.kicker`)}</span>
      {audience === 'council' && <span>{d(at)}</span>}
      <span>
        {t('live', { time: d(at, 'time') })} <span className="no-print">{t('liveNote')}</span>
      </span>
    </>
  );
}

function peopleOf({ people, acts }: DecisionOpinion, t: (key: string, params?: Record<string, number>) => string): string {
  return acts > 1 ? t('opinions.peopleActs', { count: people, acts }) : t('opinions.people', { count: people });
}

/** The server keeps a figure for two seconds, so what was told just now is asked for twice: at once, and when it is sure to be there. */
const SURE_MS = 2_500;

/** Keeps the figures in step with the city. */
export function useLiveFigures(room: Subject, { refetch }: Pick<Answer<unknown>, 'refetch'>): void {
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = () => {
    void refetch();
    clearTimeout(again.current);
    again.current = setTimeout(() => void refetch(), SURE_MS);
  };
  useRoom(room, { onDelta: ask, onMissed: ask });
}
