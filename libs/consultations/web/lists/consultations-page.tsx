import type { ConsultationStanding } from '@isegoria/consultations/contracts';
import { useMe } from '@isegoria/identity/web';
import { PartLinks } from '@isegoria/notifications/web';
import { useCity } from '@isegoria/organisation/web';
import { FoundRows, LinkButton, ListFilters, Loaded, narrowed, Page, SearchField, Select, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { ConsultationRow } from './consultation-row';
import { DeskPart } from './desk-part';
import { ConsultationsDocument } from '../documents';

const size = 20;
const narrowing = ['q', 'status', 'category', 'district'] as const;
/** A draft is seen on the desk of its department, and by nobody else. */
const listed = ['announced', 'open', 'closed', 'answered', 'adopted', 'withdrawn'] as const satisfies readonly ConsultationStanding[];

/** Every text that was or is put to the citizens, to be found and narrowed. */
export function Component() {
  const { t } = useWords('consultations');
  const { is } = useMe();
  const [search] = useSearchParams();
  const { after } = usePaging();
  const status = listed.find((one) => one === search.get('status')) ?? null;
  const filter = { text: search.get('q') || null, status, category: search.get('category') || null, district: search.get('district') || null };
  const isNarrow = narrowing.some((name) => Boolean(search.get(name)));
  const first = useGraph(ConsultationsDocument, { filter, sort: 'NEWEST', first: size, after: null }, { keepPrevious: true });
  const answer = useGraph(ConsultationsDocument, { filter, sort: 'NEWEST', first: size, after }, { keepPrevious: true });
  const isOfficial = is('official', 'administrator');
  return (
    <Page wide title={t('list.title')} lead={t('list.lead')} actions={isOfficial && <LinkButton to="/consultations/new">{t('list.new')}</LinkButton>}>
      {isOfficial && <DeskPart />}
      <Filters filter={filter} isNarrow={isNarrow} />
      <PartLinks district={filter.district} category={filter.category} />
      <Loaded answer={answer}>
        {({ consultations: { items, next } }) => (
          <FoundRows words="consultations" items={items} next={next} total={first.data?.consultations.total ?? items.length} size={size} isNarrow={isNarrow}>
            {(consultation) => <ConsultationRow key={consultation.id} consultation={consultation} />}
          </FoundRows>
        )}
      </Loaded>
    </Page>
  );
}

interface Asked {
  text: string | null;
  status: string | null;
  category: string | null;
  district: string | null;
}

function Filters({ filter, isNarrow }: { filter: Asked; isNarrow: boolean }) {
  const { t } = useWords('consultations');
  const [search, setSearch] = useSearchParams();
  const { every } = useCity();
  const set = (name: string, value: string) => setSearch(narrowed(search, name, value), { preventScrollReset: true });
  return (
    <ListFilters
      search={<SearchField name="q" label={t('list.search')} value={filter.text ?? ''} onSearch={(value) => set('q', value)} />}
      chosen={[filter.status, filter.category, filter.district].filter(Boolean).length} isNarrow={isNarrow} onClear={() => setSearch({})}
    >
      <Select
        width="full" name="status" label={t('list.status')} placeholder={t('list.anyStatus')} value={filter.status ?? ''} onChange={(value) => set('status', value)}
        choices={listed.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <Select width="full" name="category" label={t('field.categoryId')} placeholder={t('list.anyCategory')} choices={every('categories')} value={filter.category ?? ''} onChange={(value) => set('category', value)} />
      <Select width="full" name="district" label={t('list.district')} placeholder={t('list.anyDistrict')} choices={every('districts')} value={filter.district ?? ''} onChange={(value) => set('district', value)} />
    </ListFilters>
  );
}
