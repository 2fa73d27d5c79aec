import { useCity } from '@isegoria/organisation/web';
import { ListFilters, narrowed, SearchField, Select, useGraph, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { ServicesDocument } from '../documents';
import { states, useAsked } from './asked';

/** The list's filters, all in the address. */
export function RequestFilters() {
  const { t, lt } = useWords('requests');
  const [search, setSearch] = useSearchParams();
  const { every } = useCity();
  const { data } = useGraph(ServicesDocument, {}, { staleMs: 600_000 });
  const { filter, state, sort, sorts, isNarrow } = useAsked();
  const set = (name: string, value: string) => setSearch(narrowed(search, name, value), { preventScrollReset: true });
  return (
    <ListFilters
      search={<SearchField name="q" label={t('list.search')} hint={t('list.searchHint')} value={filter.text ?? ''} onSearch={(value) => set('q', value)} />}
      chosen={[filter.serviceId, filter.districtId, state].filter(Boolean).length} isNarrow={isNarrow} onClear={() => setSearch(narrowed(new URLSearchParams(), 'view', search.get('view') ?? ''))}
    >
      <Select
        width="full" name="service" label={t('list.service')} placeholder={t('list.anyService')} value={filter.serviceId ?? ''} onChange={(value) => set('service', value)}
        choices={(data?.requestServices ?? []).filter(({ isPrivate }) => !isPrivate).map(({ id, name }) => ({ value: id, label: lt(name) }))}
      />
      <Select width="full" name="district" label={t('list.district')} placeholder={t('list.anyDistrict')} choices={every('districts')} value={filter.districtId ?? ''} onChange={(value) => set('district', value)} />
      <Select width="full" name="state" label={t('list.state')} placeholder={t('list.anyState')} value={state ?? ''} onChange={(value) => set('state', value)} choices={states.map((value) => ({ value, label: t(`list.${value}`) }))} />
      <Select width="full" name="sort" label={t('list.sort')} value={sort} onChange={(value) => set('sort', value)} choices={sorts.map((value) => ({ value, label: t(`list.${value}`) }))} />
    </ListFilters>
  );
}
