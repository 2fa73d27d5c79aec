import { RequireRole } from '@isegoria/identity/web';
import { AskedButton, Empty, Loaded, Missing, Notice, Page, Pager, refusalText, Table, useAct, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { GuestsDocument, MeetingDocument, OpenGuestListDocument, type ShownMeeting } from '../documents';

const size = 50;

/** Who comes, for the organisers alone. The whole list is printed only by an act that stands in the ledger. */
export function Component() {
  const { id = '' } = useParams();
  return (
    <RequireRole roles={['official', 'clerk', 'administrator']}>
      <Loaded answer={useGraph(MeetingDocument, { id })}>{({ meeting }) => (meeting?.mine.organises ? <Guests meeting={meeting} /> : <Missing words="meetings" to="/meetings" />)}</Loaded>
    </RequireRole>
  );
}

interface Guest {
  id: string;
  name: string;
  isWaiting: boolean;
  needs: string;
  at: string;
}

function Guests({ meeting: { id, title } }: { meeting: ShownMeeting }) {
  const words = useWords('meetings');
  const { t, lt, d } = words;
  const { after } = usePaging();
  const answer = useGraph(GuestsDocument, { meetingId: id, first: size, after }, { staleMs: 0, keepPrevious: true });
  const [whole, setWhole] = useState<readonly Guest[] | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [open, { pending }] = useAct(OpenGuestListDocument);
  useEffect(() => {
    if (whole) window.print();
  }, [whole]);
  const yes = async (close: () => void) => {
    const result = (await open({ id }))?.openMeetingGuestList;
    if (!result) return;
    close();
    if (result.__typename !== 'MeetingGuestList') return setRefused(refusalText(words, result.reason));
    setWhole(result.guests);
  };
  const table = (guests: readonly Guest[]) => (
    <Table
      caption={t('guests.title')}
      columns={[{ key: 'name', label: t('guests.name'), type: 'text' }, { key: 'place', label: t('guests.place'), type: 'text' }, { key: 'needs', label: t('guests.needs'), type: 'text' }, { key: 'at', label: t('guests.at'), type: 'text' }]}
      rows={guests.map(({ name, isWaiting, needs, at }) => ({ name: name || t('question.left'), place: t(isWaiting ? 'guests.waits' : 'guests.has'), needs, at: d(at, 'moment') }))}
    />
  );
  return (
    <Page
      wide title={t('guests.title')} lead={lt(title)} back={{ to: `/meetings/${id}`, label: t('page.toMeeting') }}
      actions={<div className="no-print"><AskedButton act={t('guests.print')} variant="secondary" yesVariant="primary" question={t('guests.printAsk')} yes={t('guests.printYes')} pending={pending} onYes={yes}><p>{t('guests.printText')}</p></AskedButton></div>}
    >
      <p>{t('guests.lead')}</p>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      {whole ? table(whole) : (
        <Loaded answer={answer}>
          {({ meetingGuests: { items, next, total } }) => (items.length === 0 ? <Empty title={t('guests.none')}>{t('guests.noneHint')}</Empty> : <>{table(items)}<Pager next={next} total={total} size={size} /></>)}
        </Loaded>
      )}
    </Page>
  );
}
