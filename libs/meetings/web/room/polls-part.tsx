import { Bar, Button, DateText, Notice, Section, useAct, useFate, useGraph, useWords } from '@isegoria/ui/web';
import { BallotForm, useTally } from '@isegoria/votes/web';
import { ClosePollDocument, PollsDocument, type ShownMeeting, type ShownPoll } from '../documents';
import styles from '../meetings.module.css';

const askAgainMs = 4000;

/** The straw polls of a meeting, the one that takes answers first. While the count of one that has just ended is on its way, it is asked for again. */
export function usePolls(meeting: Pick<ShownMeeting, 'id' | 'stage'>): readonly ShownPoll[] {
  const asked = useGraph(PollsDocument, { meetingId: meeting.id });
  const isWaiting = (asked.data?.meetingPolls ?? []).some(({ isOpen, options }) => isOpen || options.some(({ people }) => people === null));
  useGraph(PollsDocument, { meetingId: meeting.id }, { enabled: isWaiting, everyMs: askAgainMs });
  return asked.data?.meetingPolls ?? [];
}

export function PollsPart({ meeting }: { meeting: ShownMeeting }) {
  const { t } = useWords('meetings');
  const polls = usePolls(meeting);
  if (polls.length === 0) return null;
  return (
    <Section title={t('poll.title')} id="polls">
      {polls.map((poll) => (poll.isOpen ? <OpenPoll key={poll.id} poll={poll} leads={meeting.mine.organises} /> : <PollResult key={poll.id} poll={poll} />))}
    </Section>
  );
}

function OpenPoll({ poll, leads }: { poll: ShownPoll; leads: boolean }) {
  const { t, lt, lang } = useWords('meetings');
  const { refused, take } = useFate('meetings');
  const [close, { pending }] = useAct(ClosePollDocument, { refresh: [PollsDocument] });
  const { id, ballotId, question, options, isLive, closesAt } = poll;
  const tally = useTally(ballotId);
  return (
    <article id={`poll-${id}`} className={styles.poll} data-open>
      <h3 className={styles.heading} lang={lang(question)}>{lt(question)}</h3>
      <p className={styles.small}>{t('poll.claim')} {t('poll.until')} <DateText at={closesAt} style="time" />.</p>
      <BallotForm ballotId={ballotId} labels={{ question: () => t('poll.choose'), option: (_, optionId) => ({ label: lt(options.find((one) => one.id === optionId)?.text ?? { el: '', en: '' }) }) }} />
      {isLive ? <Counts poll={poll} people={tally.voters} count={(optionId) => tally.counts.find((one) => one.optionId === optionId)?.count ?? 0} /> : <p role="status">{t('poll.people', { count: tally.voters })}. {t('poll.atEnd')}</p>}
      {leads && <div><Button variant="secondary" pending={pending} onClick={() => void close({ id }).then((result) => take(result?.closeMeetingPoll, t('poll.closed')))}>{t('poll.close')}</Button></div>}
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </article>
  );
}

/** What came of one. That it binds nobody, and how many of how many it is, always stands beside it. */
export function PollResult({ poll }: { poll: ShownPoll }) {
  const { t, lt, lang } = useWords('meetings');
  const { id, question, options, people } = poll;
  const isTold = options.every((option) => option.people !== null);
  return (
    <article id={`poll-${id}`} className={styles.poll}>
      <h3 className={styles.heading} lang={lang(question)}>{lt(question)}</h3>
      {isTold ? <Counts poll={poll} people={people} count={(optionId) => options.find((one) => one.id === optionId)?.people ?? 0} /> : <p role="status">{t('poll.counting')}</p>}
    </article>
  );
}

function Counts({ poll: { options, present, question }, people, count }: { poll: ShownPoll; people: number; count(optionId: string): number }) {
  const { t, lt, lang, n } = useWords('meetings');
  return (
    <>
      <ul role="list" className={styles.counts}>
        {options.map(({ id, text }) => {
          const own = count(id);
          return (
            <li key={id}>
              <span lang={lang(text)}>{lt(text)}</span> <strong>{n(own)}{people > 0 && ` · ${n(own / people, { style: 'percent', maximumFractionDigits: 0 })}`}</strong>
              <Bar label={`${lt(question)}: ${lt(text)}`} of={Math.max(people, 1)} parts={[{ label: lt(text), value: own }]} />
            </li>
          );
        })}
      </ul>
      <p className={styles.small}>{present ? t('poll.of', { count: people, present }) : t('poll.people', { count: people })}. {t('poll.claim')}</p>
    </>
  );
}
