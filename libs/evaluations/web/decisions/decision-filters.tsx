import { ListFilters, narrowed, SearchField, Select, useGraph, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { FiltersDocument } from '../documents';

/** What the address asks for. */
export interface DecisionsAsked {
  q: string;
  type: string;
  unit: string;
  status: 'PUBLISHED' | 'REVOKED' | null;
  sort: 'NEWEST' | 'MOST_EVALUATED';
}

const NAMES = ['q', 'type', 'unit', 'status'] as const;

/** The list's filters, as the page's address holds them: a list that was narrowed can be sent to somebody. */
export function useDecisionsAsked(): DecisionsAsked {
  const [search] = useSearchParams();
  const status = search.get('status');
  return {
    q: search.get('q') ?? '',
    type: search.get('type') ?? '',
    unit: search.get('unit') ?? '',
    status: status === 'PUBLISHED' || status === 'REVOKED' ? status : null,
    sort: search.get('sort') === 'MOST_EVALUATED' ? 'MOST_EVALUATED' : 'NEWEST',
  };
}

export function DecisionFilters() {
  const { t, lt, n } = useWords('evaluations');
  const [search, setSearch] = useSearchParams();
  const asked = useDecisionsAsked();
  const filters = useGraph(FiltersDocument, {}).data?.decisionFilters;
  const set = (name: string, value: string) => setSearch(narrowed(search, name, value), { preventScrollReset: true });
  const choices = (some: readonly { id: string; count: number; label: { el: string; en: string } }[] | undefined) =>
    (some ?? []).map(({ id, count, label }) => ({ value: id, label: `${lt(label)} (${n(count)})` }));
  return (
    <ListFilters
      search={<SearchField name="q" label={t('list.search')} hint={t('list.searchHint')} value={asked.q} onSearch={(text) => set('q', text)} />}
      chosen={[asked.type, asked.unit, asked.status].filter(Boolean).length} isNarrow={NAMES.some((name) => Boolean(search.get(name)))} onClear={() => setSearch({})}
    >
      <Select width="full" name="type" label={t('list.type')} placeholder={t('list.anyType')} choices={choices(filters?.types)} value={asked.type} onChange={(value) => set('type', value)} />
      <Select width="full" name="unit" label={t('list.unit')} placeholder={t('list.anyUnit')} choices={choices(filters?.units)} value={asked.unit} onChange={(value) => set('unit', value)} />
      <Select
        width="full" name="status" label={t('list.status')} placeholder={t('list.anyStatus')} value={asked.status ?? ''} onChange={(value) => set('status', value)}
        choices={(['PUBLISHED', 'REVOKED'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <Select
        width="full" name="sort" label={t('list.sort')} value={asked.sort} onChange={(value) => set('sort', value)}
        choices={(['NEWEST', 'MOST_EVALUATED'] as const).map((value) => ({ value, label: t(`sort.${value}`) }))}
      />
    </ListFilters>
  );
}
