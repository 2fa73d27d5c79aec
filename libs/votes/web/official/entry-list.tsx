import { Empty, type ResultOf, Row, Rows, Tag, useWords } from '@isegoria/ui/web';
import type { DeskEntries } from '../documents';

type Entry = ResultOf<typeof DeskEntries>['deskEntries'][number];

/** What an official has entered and is not counted yet; where the two have read different things, both readings side by side. */
export function EntryList({ entries }: { entries: readonly Entry[] }) {
  const { t } = useWords('votes');
  if (entries.length === 0) return <Empty title={t('desk.noneWaiting')} />;
  return (
    <Rows>
      {entries.map(({ id, slip, ballotId, state, readings }) => (
        <Row key={id} title={t('desk.slipOf', { slip })} note={ballotId} tag={<Tag tone={state === 'conflict' ? 'terracotta' : 'sun'}>{t(`desk.state.${state}`)}</Tag>}>
          {readings.map(({ isMine, channel, answers }) => (
            <p key={String(isMine)}>
              <b>{t(isMine ? 'desk.mine' : 'desk.other')}</b> {t(`desk.channel.${channel}`)}: {answers.map(({ questionId, optionId, points }) => `${questionId} → ${optionId}${points ? ` (${points})` : ''}`).join(', ')}
            </p>
          ))}
          {state === 'conflict' && <p>{t('desk.again')}</p>}
        </Row>
      ))}
    </Rows>
  );
}
