import { useMe } from '@isegoria/identity/web';
import { PartLinks } from '@isegoria/notifications/web';
import { useCity } from '@isegoria/organisation/web';
import { meetingKinds } from '@isegoria/meetings/contracts';
import { FoundRows, LinkButton, ListFilters, Loaded, narrowed, Page, Rows, SearchField, Section, Select, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { DeskPart } from './desk-part';
import { MyMeetingsDocument } from './documents';
import { MeetingsDocument } from './listed-document';
import { MeetingRow } from './meeting-row';

const size = 20;
const times = ['coming', 'past'] as const;
const narrowing = ['q', 'kind', 'department', 'district'] as const;

/** Every meeting: those to come, the next one first; or those that met. */
export function Component() {
  const { t, locale } = useWords('meetings');
  const { me, is } = useMe();
  const [search] = useSearchParams();
  const { after, page } = usePaging();
  const time = times.find((one) => one === search.get('time')) ?? 'coming';
  const kind = meetingKinds.find((one) => one === search.get('kind')) ?? null;
  const filter = { time, text: search.get('q') || null, kind, departmentId: search.get('department') || null, districtId: search.get('district') || null };
  const isNarrow = narrowing.some((name) => Boolean(search.get(name)));
  const first = useGraph(MeetingsDocument, { filter, first: size, after: null }, { keepPrevious: true });
  const answer = useGraph(MeetingsDocument, { filter, first: size, after }, { keepPrevious: true });
  const organises = is('official', 'clerk', 'administrator');
  return (
    <Page wide title={t('list.title')} lead={t('list.lead')} actions={organises && <LinkButton to="/meetings/new">{t('list.new')}</LinkButton>}>
      {organises && <DeskPart />}
      {me && !isNarrow && page === 1 && <Mine />}
      <Filters filter={filter} isNarrow={isNarrow} />
      <PartLinks district={filter.districtId} />
      <Loaded answer={answer}>
        {({ meetings: { items, next } }) => (
          <FoundRows words="meetings" items={items} next={next} total={first.data?.meetings.total ?? items.length} size={size} isNarrow={isNarrow || time === 'past'}>
            {(meeting) => <MeetingRow key={meeting.id} meeting={meeting} />}
          </FoundRows>
        )}
      </Loaded>
      <p className="no-print"><a href={`/meeting-files/all.ics?lang=${locale}`}>{t('list.calendar')}</a></p>
    </Page>
  );
}

interface Asked {
  time: (typeof times)[number];
  text: string | null;
  kind: (typeof meetingKinds)[number] | null;
  departmentId: string | null;
  districtId: string | null;
}

function Filters({ filter: asked, isNarrow }: { filter: Asked; isNarrow: boolean }) {
  const { t } = useWords('meetings');
  const [search, setSearch] = useSearchParams();
  const { every } = useCity();
  const set = (name: string, value: string) => setSearch(narrowed(search, name, value), { preventScrollReset: true });
  return (
    <ListFilters
      search={<SearchField name="q" label={t('list.search')} value={asked.text ?? ''} onSearch={(value) => set('q', value)} />}
      chosen={[asked.time === 'past', asked.kind, asked.departmentId, asked.districtId].filter(Boolean).length} isNarrow={isNarrow || asked.time === 'past'} onClear={() => setSearch({})}
    >
      <Select width="full" name="time" label={t('list.time')} value={asked.time} onChange={(value) => set('time', value === 'coming' ? '' : value)} choices={times.map((value) => ({ value, label: t(`list.${value}`) }))} />
      <Select width="full" name="kind" label={t('field.kind')} placeholder={t('list.anyKind')} value={asked.kind ?? ''} onChange={(value) => set('kind', value)} choices={meetingKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      <Select width="full" name="department" label={t('field.departmentId')} placeholder={t('list.anyDepartment')} choices={every('departments')} value={asked.departmentId ?? ''} onChange={(value) => set('department', value)} />
      <Select width="full" name="district" label={t('list.district')} placeholder={t('list.anyDistrict')} choices={every('districts')} value={asked.districtId ?? ''} onChange={(value) => set('district', value)} />
    </ListFilters>
  );
}

/** Those for which the reader registered. Nothing where there are none. */
function Mine() {
  const { t } = useWords('meetings');
  const mine = useGraph(MyMeetingsDocument, {}).data?.myMeetings ?? [];
  if (mine.length === 0) return null;
  return (
    <Section title={t('list.mine')}>
      <Rows label={t('list.mine')}>
        {mine.map((meeting) => (
          <MeetingRow key={meeting.id} level={3} meeting={meeting} />
        ))}
      </Rows>
    </Section>
  );
}
