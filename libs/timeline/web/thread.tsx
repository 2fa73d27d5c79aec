import { Disclosure, Section, type SubjectPartProps, Table, Timeline, type TimelineStep, useGraph, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { type ShownMoment, type ShownTimeline, TimelineDocument } from './documents';
import styles from './thread.module.css';

/** From how many moments on only the newest are in sight, and how many. */
const [LONG, NEWEST] = [6, 2];

/** A thread as a line of time, with the way to everything on it, and the same as a table. Of one thing alone its own page tells enough. */
export default function Thread({ subject }: SubjectPartProps) {
  const words = useWords('timeline');
  const timeline = useGraph(TimelineDocument, { subject }).data?.timeline;
  if (!timeline || timeline.things.length < 2) return null;
  const { t } = words;
  const steps = timeline.moments.map((moment) => stepOf(moment, subject, words));
  const earlier = steps.length > LONG ? steps.slice(0, -NEWEST) : [];
  return (
    <Section title={t('title')} id="thread">
      <p className={styles.lead}>{t('lead', { count: timeline.moments.length })}</p>
      <Ways timeline={timeline} here={subject} />
      {earlier.length > 0 && (
        <Disclosure label={t('earlier', { count: earlier.length })}>
          <Timeline label={t('earlier', { count: earlier.length })} steps={earlier} />
        </Disclosure>
      )}
      <Timeline label={t('title')} steps={steps.slice(earlier.length)} />
      <Disclosure label={t('showTable')}>
        <MomentsTable moments={timeline.moments} />
      </Disclosure>
    </Section>
  );
}

/** How many ways in each direction; the moments lead to the rest. */
const NEAR = 4;

type Subject = SubjectPartProps['subject'];

const isSame = (a: Subject, b: Subject): boolean => a.kind === b.kind && a.id === b.id;

/** What came before this page's own beginning, and what came after: the two directions at a glance. */
function Ways({ timeline: { things }, here }: { timeline: ShownTimeline; here: Subject }) {
  const { t, lt } = useWords('timeline');
  const at = things.findIndex(({ subject }) => isSame(subject, here));
  const ways = [
    { label: t('before'), things: things.slice(0, Math.max(at, 0)) },
    { label: t('after'), things: things.slice(at + 1) },
  ];
  return (
    <div className={styles.ways}>
      {ways.map(({ label, things: some }) => some.length > 0 && (
        <nav key={label} aria-label={label}>
          <p className={styles.label}>{label}</p>
          <ul role="list">
            {some.slice(0, NEAR).map(({ subject, title, path }) => (
              <li key={`${subject.kind}:${subject.id}`}>
                <span className={styles.kind}>{t(kindKey(subject.kind))}</span> <Link to={path}>{lt(title)}</Link>
              </li>
            ))}
          </ul>
        </nav>
      ))}
    </div>
  );
}

function stepOf({ at, title, about, aboutTitle, path, isComing }: ShownMoment, here: Subject, { t, lt, d }: WordsOfSlice): TimelineStep {
  const isHere = isSame(about, here);
  return {
    title: lt(title),
    when: isComing ? `${d(at)} · ${t('coming')}` : d(at),
    state: isComing ? 'next' : 'done',
    children: (
      <p className={styles.about}>
        <span className={styles.kind}>{t(kindKey(about.kind))}</span> {isHere ? <b>{t('here')}</b> : <Link to={path}>{lt(aboutTitle)}</Link>}
      </p>
    ),
  };
}

function MomentsTable({ moments }: { moments: readonly ShownMoment[] }) {
  const { t, lt, d } = useWords('timeline');
  const columns = (['when', 'what', 'kind', 'about'] as const).map((key) => ({ key, label: t(key), type: 'text' as const }));
  const rows = moments.map(({ at, title, about, aboutTitle }) => ({ when: d(at), what: lt(title), kind: t(kindKey(about.kind)), about: lt(aboutTitle) }));
  return <Table caption={t('title')} columns={columns} rows={rows} />;
}

const known = ['proposal', 'project', 'choice', 'decision', 'budget', 'consultation', 'initiative', 'survey', 'panel', 'volunteer-call', 'request', 'debate'];
const kindKey = (kind: string): string => `kinds.${known.includes(kind) ? kind : 'other'}`;
