import { FollowButton } from '@isegoria/notifications/web';
import { useRoom } from '@isegoria/realtime/web';
import { Card, DateText, type Fact, Facts, Figure, Loaded, Missing, Notice, Page, PlainText, ReturnLink, Section, ShareButton, SideActs, SubjectParts, TextAndSide, useGraph, useRefresh, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { CellsTable } from './cells-table';
import { CheckPart } from './check-part';
import { MembersDocument, PanelDocument, type ShownPanel } from './documents';
import { MembersTable } from './members-table';
import { OfferPart } from './offer-part';
import { OfficialActs } from './official/official-acts';
import styles from './panels.module.css';
import { StageTag } from './stage-tag';

/** One panel: what it is to do, how it is drawn, who was drawn, and where one offers oneself. */
export function Component() {
  const { id = '' } = useParams();
  const refresh = useRefresh();
  const answer = useGraph(PanelDocument, { id });
  const again = () => void refresh(PanelDocument, MembersDocument);
  useRoom(id ? { kind: 'panel', id } : null, { onDelta: (name) => name === 'changed' && again(), onMissed: again });
  return <Loaded answer={answer}>{({ panel }) => (panel ? <PanelView key={id} panel={panel} /> : <Missing words="panels" to="/panels" />)}</Loaded>;
}

function PanelView({ panel }: { panel: ShownPanel }) {
  const { t, lt, lang } = useWords('panels');
  const { id, title, text, stage, department, source, seats, offers, accepted, seed } = panel;
  const subject = { kind: 'panel', id };
  const isPublic = stage !== 'draft';
  return (
    <Page wide title={lt(title)} lang={lang(title)} back={{ to: '/panels', label: t('page.all') }} kicker={<><StageTag {...panel} />{department && <span>{lt(department.name)}</span>}</>}>
      <TextAndSide
        text={
          <>
            <ReturnLink />
            <Notices panel={panel} />
            {isPublic && (
              <div className={styles.figures}>
                <Figure value={offers} label={t('page.offers', { count: offers })} />
                <Figure value={seats} label={t('page.seats', { count: seats })} />
                {accepted > 0 && <Figure value={accepted} label={t('page.accepted', { count: accepted })} />}
              </div>
            )}
            <OfferPart panel={panel} />
            <Section title={t('page.what')}>
              <div className={styles.measure} lang={lang(text)}><PlainText text={lt(text)} /></div>
            </Section>
            {seed && <MembersTable panel={panel} />}
            {seed && <CellsTable panel={panel} />}
            <Section title={t('page.how')}>
              <ol className={styles.steps}>
                <li>{t('page.how1')}</li>
                <li>{t('page.how2')}</li>
                <li>{t('page.how3', { source: lt(source) })}</li>
                <li>{t('page.how4')}</li>
              </ol>
            </Section>
            {seed && <CheckPart id={id} />}
          </>
        }
        side={
          <>
            {isPublic && <SideActs><FollowButton subject={subject} /><ShareButton title={lt(title)} /></SideActs>}
            <OfficialActs panel={panel} />
            <PanelFacts panel={panel} />
          </>
        }
        more={isPublic && <SubjectParts subject={subject} />}
      />
    </Page>
  );
}

function Notices({ panel: { stage, closedAt, drawsAt, withdrawal } }: { panel: ShownPanel }) {
  const { t, d } = useWords('panels');
  return (
    <>
      {stage === 'draft' && <Notice title={t('state.draft')}>{t('state.draftText')}</Notice>}
      {stage === 'drawing' && closedAt && drawsAt && <Notice title={t('state.drawing', { date: d(closedAt, 'moment') })}>{t('state.drawingText', { date: d(drawsAt, 'moment') })}</Notice>}
      {withdrawal && <Notice tone="warning" title={t('state.withdrawn')}><p><DateText at={withdrawal.at} />: <span lang="el">{withdrawal.reason}</span></p></Notice>}
    </>
  );
}

/** Who asks whom, how many, and by what the lot decides. */
function PanelFacts({ panel: { department, districts, minimumAge, seats, balance, closesAt, drawsAt, answerDays, numbers, listDigest, seed, isDemo } }: { panel: ShownPanel }) {
  const { t, lt } = useWords('panels');
  const who = [districts.length > 0 ? t('facts.districts', { names: districts.map(({ name }) => lt(name)).join(', ') }) : t('facts.everybody'), minimumAge !== null && t('facts.age', { age: minimumAge })];
  const facts: (Fact | null | false)[] = [
    department && { label: t('facts.department'), value: lt(department.name) },
    { label: t('facts.seats'), value: String(seats) },
    { label: t('facts.who'), value: who.filter(Boolean).join('. ') },
    { label: t('facts.balance'), value: balance.length > 0 ? balance.map((one) => t(`facts.balance_${one}`)).join(', ') : t('facts.nothing') },
    closesAt !== null && { label: t('facts.closes'), value: <DateText at={closesAt} style="moment" /> },
    drawsAt !== null && { label: t('facts.draws'), value: <DateText at={drawsAt} style="moment" /> },
    { label: t('facts.answer'), value: t('facts.days', { count: answerDays }) },
    numbers !== null && { label: t('facts.numbers'), value: <code>{numbers}</code> },
    listDigest !== null && { label: t('facts.digest'), value: <code className={styles.code}>{listDigest}</code> },
    seed !== null && { label: t('facts.seed'), value: <code className={styles.code}>{seed}</code> },
  ];
  return (
    <Card title={t('facts.title')}>
      <Facts facts={facts.filter((fact) => fact !== null && fact !== false)} />
      {isDemo && <p className={styles.quiet}>{t('facts.demo')}</p>}
    </Card>
  );
}
