import type { DebateSort, DebateStage } from '@isegoria/debates/contracts';
import { PartLinks } from '@isegoria/notifications/web';
import { useCity } from '@isegoria/organisation/web';
import { FoundRows, LinkButton, ListFilters, Loaded, narrowed, Page, SearchField, Select, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { DebateRow } from './debate-row';
import { DebatesDocument } from './listed-document';

const size = 20;
const stages = ['open', 'ended', 'concluded'] as const satisfies readonly DebateStage[];
const sorts = ['DISCUSSED', 'NEWEST', 'PEOPLE'] as const satisfies readonly DebateSort[];
const narrowing = ['q', 'stage', 'category', 'district'] as const;

/** Every question that was put to the city: those that are discussed now come first. */
export function Component() {
  const { t } = useWords('debates');
  const [search, setSearch] = useSearchParams();
  const { every } = useCity();
  const { after } = usePaging();
  const stage = stages.find((one) => one === search.get('stage')) ?? null;
  const sort = sorts.find((one) => one === search.get('sort')) ?? 'DISCUSSED';
  const filter = { text: search.get('q') || null, stage, category: search.get('category') || null, district: search.get('district') || null };
  const isNarrow = narrowing.some((name) => Boolean(search.get(name)));
  const first = useGraph(DebatesDocument, { filter, sort, first: size, after: null }, { keepPrevious: true });
  const answer = useGraph(DebatesDocument, { filter, sort, first: size, after }, { keepPrevious: true });
  const set = (name: string, value: string) => setSearch(narrowed(search, name, value), { preventScrollReset: true });
  return (
    <Page wide title={t('list.title')} lead={t('list.lead')} actions={<LinkButton to="/debates/new">{t('list.new')}</LinkButton>}>
      <ListFilters
        search={<SearchField name="q" label={t('list.search')} value={filter.text ?? ''} onSearch={(value) => set('q', value)} />}
        chosen={[stage, filter.category, filter.district].filter(Boolean).length} isNarrow={isNarrow} onClear={() => setSearch({})}
      >
        <Select width="full" name="stage" label={t('list.stage')} placeholder={t('list.anyStage')} value={stage ?? ''} onChange={(value) => set('stage', value)} choices={stages.map((value) => ({ value, label: t(`list.${value}`) }))} />
        <Select width="full" name="category" label={t('field.categoryId')} placeholder={t('list.anyCategory')} choices={every('categories')} value={filter.category ?? ''} onChange={(value) => set('category', value)} />
        <Select width="full" name="district" label={t('list.district')} placeholder={t('list.anyDistrict')} choices={every('districts')} value={filter.district ?? ''} onChange={(value) => set('district', value)} />
        <Select width="full" name="sort" label={t('list.sort')} value={sort} onChange={(value) => set('sort', value === 'DISCUSSED' ? '' : value)} choices={sorts.map((value) => ({ value, label: t(`list.${value}`) }))} />
      </ListFilters>
      <PartLinks district={filter.district} category={filter.category} />
      <Loaded answer={answer}>
        {({ debates: { items, next } }) => (
          <FoundRows words="debates" items={items} next={next} total={first.data?.debates.total ?? items.length} size={size} isNarrow={isNarrow} action={<LinkButton to="/debates/new">{t('list.new')}</LinkButton>}>
            {(debate) => <DebateRow key={debate.id} debate={debate} />}
          </FoundRows>
        )}
      </Loaded>
    </Page>
  );
}
