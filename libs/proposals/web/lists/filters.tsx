import { askedStatuses, type ProposalSort } from '@isegoria/proposals/contracts';
import { useCity } from '@isegoria/organisation/web';
import { ListFilters, narrowed, SearchField, Select, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';

const sorts = ['SUPPORTS', 'NEWEST', 'ACTIVE', 'ANSWERED'] as const satisfies readonly ProposalSort[];
const narrowing = ['q', 'category', 'district', 'status', 'process'] as const;

/** What the list's address asks for: a list that was narrowed can be sent to somebody. */
export function useAsked() {
  const [search] = useSearchParams();
  const text = search.get('q');
  const status = askedStatuses.find((one) => one === search.get('status')) ?? null;
  const filter = { text: text || null, category: search.get('category') || null, district: search.get('district') || null, status, processId: search.get('process') || null };
  return { filter, sort: sorts.find((one) => one === search.get('sort')) ?? 'SUPPORTS', view: search.get('view') === 'map' ? 'map' : 'list', isNarrow: narrowing.some((name) => Boolean(search.get(name))) } as const;
}

/** The list's filters, all in the address. */
export function Filters() {
  const { t } = useWords('proposals');
  const [search, setSearch] = useSearchParams();
  const { every } = useCity();
  const { filter, sort, isNarrow } = useAsked();
  const set = (name: string, value: string) => setSearch(narrowed(search, name, value), { preventScrollReset: true });
  return (
    <ListFilters
      search={<SearchField name="q" label={t('list.search')} hint={t('list.searchHint')} value={filter.text ?? ''} onSearch={(value) => set('q', value)} />}
      chosen={[filter.category, filter.district, filter.status].filter(Boolean).length} isNarrow={isNarrow} onClear={() => setSearch({})}
    >
      <Select width="full" name="category" label={t('list.category')} placeholder={t('list.anyCategory')} choices={every('categories')} value={filter.category ?? ''} onChange={(value) => set('category', value)} />
      <Select width="full" name="district" label={t('list.district')} placeholder={t('list.anyDistrict')} choices={every('districts')} value={filter.district ?? ''} onChange={(value) => set('district', value)} />
      <Select
        width="full" name="status" label={t('list.status')} placeholder={t('list.anyStatus')} value={filter.status ?? ''} onChange={(value) => set('status', value)}
        choices={askedStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <Select width="full" name="sort" label={t('list.sort')} value={sort} onChange={(value) => set('sort', value)} choices={sorts.map((value) => ({ value, label: t(`list.${value}`) }))} />
    </ListFilters>
  );
}
