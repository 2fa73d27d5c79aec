import { faceOf } from '@isegoria/insights/contracts';
import type { Subject } from '@isegoria/kernel/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { Button, cx, Empty, LinkButton, Page, SubjectParts, useWords, type Answer } from '@isegoria/ui/web';
import { useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Figure, View } from './documents';
import { FigureCard } from './figure-card';
import styles from './insights.module.css';
import { OpinionCard } from './opinion-card';
import { byDecision, type DecisionOpinion } from './opinions';
import { OtherDecisions } from './other-decisions';
import { rowsOf } from './rows';
import { WaitingCard, WaitingSummary } from './waiting-card';

export type Audience = 'council' | 'city';

/** All figures on one page: first what the city says of a decision, beside what waits for an answer; then the charts, and by department what waits for whom. */
export function InsightsView({ view, audience }: { view: View; audience: Audience }) {
  const words = useWords('insights');
  const { t } = words;
  const [search] = useSearchParams();
  const opinionFigure = view.figures.find((figure) => faceOf(figure) === 'opinions');
  const opinions = opinionFigure ? byDecision(rowsOf(opinionFigure, words)) : [];
  const shown = opinions.find(({ path }) => path === search.get('decision')) ?? opinions[0];
  const waiting = view.figures.filter((figure) => faceOf(figure) === 'waiting');
  const others = view.figures.filter((figure) => faceOf(figure) === 'chart' && figure.rows.length > 0);
  const trends = others.filter(({ chart }) => chart === 'line');
  const tables = others.filter(isWide);
  const charts = others.filter((figure) => !trends.includes(figure) && !tables.includes(figure));
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
      <div className={styles.first}>
        <div className={styles.column}>
          {opinionFigure && shown && <OpinionCard figure={opinionFigure} opinion={shown} />}
          <OtherDecisions opinions={opinions.filter((opinion) => opinion !== shown)} />
        </div>
        <div className={styles.column}>
          <WaitingSummary figures={waiting} />
          {trends.map((figure) => (
            <FigureCard key={figure.id} figure={figure} />
          ))}
        </div>
      </div>
      <div className={styles.charts}>
        {charts.map((figure) => (
          <FigureCard key={figure.id} figure={figure} />
        ))}
      </div>
      <div className={styles.grid}>
        {waiting.map((figure) => (
          <div key={figure.id} id={figure.id} className={cx(figure.columns.length > narrowColumns && styles.whole)}>
            <WaitingCard figure={figure} />
          </div>
        ))}
        {tables.map((figure) => (
          <div key={figure.id} className={styles.whole}>
            <FigureCard figure={figure} />
          </div>
        ))}
      </div>
      <SubjectParts subject={{ kind: 'figures', id: audience }} />
      <p className="no-print">
        <Link to="/themes">{t('themes.nav')}</Link> · <Link to="/participation">{t('participation.nav')}</Link>
      </p>
    </Page>
  );
}

/** A table that takes the page's width. It stands below the charts, which pair up. */
const isWide = ({ chart, columns }: Figure): boolean => chart === 'none' && columns.length > 4;

/** So many columns of departments and numbers stand in half a page. */
const narrowColumns = 5;

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
