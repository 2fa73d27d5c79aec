import { announce, Button, Columns, Empty, Notice, type ResultOf, Row, Rows, Tag, useAct, useFocusBack, useGraph, useWords } from '@isegoria/ui/web';
import { useBallotWords } from '../ballot/use-ballot-words';
import { BallotOf, DeskEntries, WithdrawEntry } from '../documents';
import styles from './desk.module.css';

type Entry = ResultOf<typeof DeskEntries>['deskEntries'][number];
type Reading = Entry['readings'][number];

export interface EntryListProps {
  entries: readonly Entry[];
  /** What each ballot is about, by its id. */
  titles: ReadonlyMap<string, string>;
}

/** What an official has entered and is not counted yet. */
export function EntryList({ entries, titles }: EntryListProps) {
  const { t } = useWords('votes');
  const box = useFocusBack();
  return (
    <div ref={box}>
      {entries.length === 0 ? (
        <Empty title={t('desk.noneWaiting')} />
      ) : (
        <Rows>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} title={titles.get(entry.ballotId) ?? entry.ballotId} />
          ))}
        </Rows>
      )}
    </div>
  );
}

/** One entry; where the two have read different things, the two papers side by side, and what is not the same on both marked. */
function EntryRow({ entry: { id, ballotId, slip, state, readings }, title }: { entry: Entry; title: string }) {
  const { t } = useWords('votes');
  const isConflict = state === 'conflict';
  const { data } = useGraph(BallotOf, { id: ballotId }, { staleMs: 600_000 });
  const [withdraw, { pending }] = useAct(WithdrawEntry, { refresh: [DeskEntries] });
  const press = async () => {
    const answer = (await withdraw({ id }))?.withdrawEntry;
    if (answer) announce(t(answer.__typename === 'NotAllowed' ? 'desk.withdrawnLate' : 'desk.withdrawn'));
  };
  const ranked = new Set(data?.ballot?.questions.filter(({ form }) => form === 'ranking').map(({ id }) => id));
  return (
    <Row title={t('desk.slipOf', { slip })} note={title} tag={<Tag tone={isConflict ? 'terracotta' : 'sun'}>{t(`desk.state.${state}`)}</Tag>}>
      <div className={styles.entry}>
        <Columns kind="even">
          {readings.map((reading) => (
            <ReadingShown key={String(reading.isMine)} {...{ ballotId, reading, ranked }} other={isConflict ? readings.find(({ isMine }) => isMine !== reading.isMine) : undefined} />
          ))}
        </Columns>
        {isConflict && <Notice tone="warning">{t('desk.again')}</Notice>}
        <div>
          <Button variant="quiet" pending={pending} label={t('desk.withdrawLabel', { slip })} onClick={() => void press()}>
            {t('desk.withdraw')}
          </Button>
        </div>
      </div>
    </Row>
  );
}

function ReadingShown({ ballotId, reading, other, ranked }: { ballotId: string; reading: Reading; other: Reading | undefined; ranked: ReadonlySet<string> }) {
  const { t } = useWords('votes');
  const labels = useBallotWords(ballotId);
  const lines = paperOf(reading, ranked);
  const others = new Set(other && paperOf(other, ranked).map(({ key }) => key));
  const isOdd = (key: string) => other !== undefined && !others.has(key);
  return (
    <div className={styles.reading}>
      <h4>{t(reading.isMine ? 'desk.mine' : 'desk.other')}</h4>
      <ul role="list" className={styles.lines}>
        <li data-odd={(other && other.channel !== reading.channel) || undefined}>{t(`desk.channel.${reading.channel}`)}</li>
        {lines.map(({ key, questionId, optionId, points, place }) => (
          <li key={key} data-odd={isOdd(key) || undefined}>
            {place !== null && <b>{place}. </b>}
            {labels.option(questionId, optionId).label}
            {typeof points === 'number' && <b> · {t('desk.points', { count: points })}</b>}
            {isOdd(key) && <span className={styles.odd}> {t('desk.differs')}</span>}
          </li>
        ))}
        {lines.length === 0 && <li>{t('desk.blank')}</li>}
      </ul>
    </div>
  );
}

/** The lines of a paper, each with the key by which it is the same on another one: a ranking's line by its place too. */
function paperOf({ answers }: Reading, ranked: ReadonlySet<string>) {
  const places = new Map<string, number>();
  return answers.map((answer) => {
    const next = (places.get(answer.questionId) ?? 0) + 1;
    places.set(answer.questionId, next);
    const place = ranked.has(answer.questionId) ? next : null;
    return { ...answer, place, key: `${answer.questionId}:${answer.optionId}:${answer.points ?? ''}:${place ?? ''}` };
  });
}
