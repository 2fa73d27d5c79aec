import { Rows, Section, useGraph, useWords } from '@isegoria/ui/web';
import { MeetingsDocument } from './listed-document';
import { MeetingRow } from './meeting-row';

/** On the home page: what meets now and next. Nothing where nothing is announced. */
export default function NextMeetings() {
  const { t } = useWords('meetings');
  const items = useGraph(MeetingsDocument, { filter: { time: 'coming' }, first: 3, after: null }, { staleMs: 60_000 }).data?.meetings.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('home.title')} more={{ to: '/meetings', label: t('home.all') }}>
      <Rows label={t('home.title')}>
        {items.map((meeting) => (
          <MeetingRow key={meeting.id} level={3} meeting={meeting} />
        ))}
      </Rows>
    </Section>
  );
}
