import { useMe } from '@isegoria/identity/web';
import { PartLinks } from '@isegoria/notifications/web';
import { useCity } from '@isegoria/organisation/web';
import { Checkbox, FoundRows, LinkButton, ListFilters, Loaded, narrowed, Page, SearchField, Select, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { CallRow } from './call-row';
import { CallsDocument } from './listed-document';
import { DeskPart } from './official/desk-part';
import styles from './volunteering.module.css';

const size = 20;
const times = ['coming', 'past'] as const;
const narrowing = ['q', 'department', 'district', 'category', 'places'] as const;

/** Every call: those to come, the next one first; or those that are over. */
export function Component() {
  const { t, locale } = useWords('volunteering');
  const { me, is } = useMe();
  const [search] = useSearchParams();
  const { after } = usePaging();
  const time = times.find((one) => one === search.get('time')) ?? 'coming';
  const filter = { time, text: search.get('q') || null, departmentId: search.get('department') || null, districtId: search.get('district') || null, categoryId: search.get('category') || null, hasPlaces: search.has('places') || null };
  const isNarrow = narrowing.some((name) => Boolean(search.get(name))) || time === 'past';
  const first = useGraph(CallsDocument, { filter, first: size, after: null }, { keepPrevious: true });
  const answer = useGraph(CallsDocument, { filter, first: size, after }, { keepPrevious: true });
  const leads = is('official', 'administrator');
  return (
    <Page wide title={t('list.title')} lead={t('list.lead')} actions={<div className={styles.acts}><LinkButton variant={leads ? 'secondary' : 'primary'} to="/volunteering/propose">{t('list.propose')}</LinkButton>{leads && <LinkButton to="/volunteering/new">{t('list.new')}</LinkButton>}</div>}>
      {leads && <DeskPart />}
      {me && <p><LinkButton variant="quiet" to="/volunteering/mine">{t('mine.nav')}</LinkButton></p>}
      <Filters filter={filter} isNarrow={isNarrow} />
      <PartLinks district={filter.districtId} />
      <Loaded answer={answer}>
        {({ volunteerCalls: { items, next } }) => (
          <FoundRows words="volunteering" items={items} next={next} total={first.data?.volunteerCalls.total ?? items.length} size={size} isNarrow={isNarrow}>
            {(call) => <CallRow key={call.id} call={call} />}
          </FoundRows>
        )}
      </Loaded>
      <p className="no-print"><a href={`/volunteer-files/all.ics?lang=${locale}`}>{t('list.calendar')}</a></p>
    </Page>
  );
}

interface Asked {
  time: (typeof times)[number];
  text: string | null;
  departmentId: string | null;
  districtId: string | null;
  categoryId: string | null;
  hasPlaces: boolean | null;
}

function Filters({ filter: asked, isNarrow }: { filter: Asked; isNarrow: boolean }) {
  const { t } = useWords('volunteering');
  const [search, setSearch] = useSearchParams();
  const { every } = useCity();
  const set = (name: string, value: string) => setSearch(narrowed(search, name, value), { preventScrollReset: true });
  return (
    <ListFilters
      search={<SearchField name="q" label={t('list.search')} value={asked.text ?? ''} onSearch={(value) => set('q', value)} />}
      chosen={[asked.time === 'past', asked.departmentId, asked.districtId, asked.categoryId, asked.hasPlaces].filter(Boolean).length} isNarrow={isNarrow} onClear={() => setSearch({})}
    >
      <Select width="full" name="time" label={t('list.time')} value={asked.time} onChange={(value) => set('time', value === 'coming' ? '' : value)} choices={times.map((value) => ({ value, label: t(`list.${value}`) }))} />
      <Select width="full" name="district" label={t('list.district')} placeholder={t('list.anyDistrict')} choices={every('districts')} value={asked.districtId ?? ''} onChange={(value) => set('district', value)} />
      <Select width="full" name="category" label={t('field.categoryId')} placeholder={t('list.anyCategory')} choices={every('categories')} value={asked.categoryId ?? ''} onChange={(value) => set('category', value)} />
      <Select width="full" name="department" label={t('field.departmentId')} placeholder={t('list.anyDepartment')} choices={every('departments')} value={asked.departmentId ?? ''} onChange={(value) => set('department', value)} />
      <Checkbox name="places" label={t('list.withPlaces')} checked={asked.hasPlaces === true} onChange={(checked) => set('places', checked ? 'yes' : '')} />
    </ListFilters>
  );
}
