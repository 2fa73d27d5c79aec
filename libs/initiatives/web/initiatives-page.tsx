import { PartLinks } from '@isegoria/notifications/web';
import { useCity } from '@isegoria/organisation/web';
import { FoundRows, LinkButton, ListFilters, Loaded, narrowed, Page, SearchField, Select, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { InitiativeRow } from './initiative-row';
import { InitiativesDocument } from './listed-document';

const size = 20;
const stages = ['collecting', 'succeeded', 'over', 'all'] as const;

/** Every initiative that was admitted: those that collect now, those that came together, and the others. */
export function Component() {
  const { t } = useWords('initiatives');
  const [search, setSearch] = useSearchParams();
  const { every } = useCity();
  const { after } = usePaging();
  const stage = stages.find((one) => one === search.get('stage')) ?? 'all';
  const text = search.get('q') || null;
  const category = search.get('category') || null;
  const isNarrow = Boolean(text ?? category) || stage !== 'all';
  const asked = { stage, text, category, sort: stage === 'collecting' ? ('CLOSING' as const) : ('NEWEST' as const), first: size };
  const first = useGraph(InitiativesDocument, { ...asked, after: null }, { keepPrevious: true });
  const answer = useGraph(InitiativesDocument, { ...asked, after }, { keepPrevious: true });
  const set = (name: string, value: string) => setSearch(narrowed(search, name, value), { preventScrollReset: true });
  return (
    <Page wide title={t('list.title')} lead={t('list.lead')} actions={<LinkButton to="/initiatives/new">{t('list.new')}</LinkButton>}>
      <ListFilters
        search={<SearchField name="q" label={t('list.search')} value={text ?? ''} onSearch={(value) => set('q', value)} />}
        chosen={[stage !== 'all', category].filter(Boolean).length} isNarrow={isNarrow} onClear={() => setSearch({})}
      >
        <Select width="full" name="stage" label={t('list.stage')} value={stage} onChange={(value) => set('stage', value === 'all' ? '' : value)} choices={stages.map((value) => ({ value, label: t(`list.${value}`) }))} />
        <Select width="full" name="category" label={t('field.categoryId')} placeholder={t('list.anyCategory')} choices={every('categories')} value={category ?? ''} onChange={(value) => set('category', value)} />
      </ListFilters>
      <PartLinks category={category} />
      <Loaded answer={answer}>
        {({ initiatives: { items, next } }) => (
          <FoundRows words="initiatives" items={items} next={next} total={first.data?.initiatives.total ?? items.length} size={size} isNarrow={isNarrow}>
            {(initiative) => <InitiativeRow key={initiative.id} initiative={initiative} />}
          </FoundRows>
        )}
      </Loaded>
    </Page>
  );
}
