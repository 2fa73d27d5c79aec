import { useCity } from '@isegoria/organisation/web';
import { ListFilters, narrowed, Select, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import type { ListedProject } from './documents';
import { useAreaName, useMoney } from './shown';

/** What a list of projects may be narrowed by. */
interface Narrowed {
  area: string;
  category: string;
  cost: string;
}

const costs = ['30000', '60000', '100000'];

/** What the page's address asks for, so that a list is still narrowed after the way to a project and back; and how to ask for something else. */
export function useNarrowed() {
  const [search, setSearch] = useSearchParams();
  const asked: Narrowed = { area: search.get('area') ?? '', category: search.get('category') ?? '', cost: search.get('cost') ?? '' };
  const set = (name: keyof Narrowed, value: string) => setSearch(narrowed(search, name, value), { preventScrollReset: true });
  return { asked, set, chosen: Object.values(asked).filter(Boolean).length, clear: () => setSearch({}, { preventScrollReset: true }) };
}

/** Whether a project is within what was asked. Costs are asked for in euros. */
export const fitsFilter = ({ areaId, categoryId, cost }: Pick<ListedProject, 'areaId' | 'categoryId' | 'cost'>, { area, category, cost: most }: Narrowed): boolean =>
  (!area || areaId === area) && (!category || categoryId === category) && (!most || cost <= Number(most) * 100);

/** Narrows a list of projects: by area where there are several, and by what the projects themselves have, where any are given. */
export function ProjectFilters({ areas, projects = [] }: { areas: readonly string[]; projects?: readonly ListedProject[] }) {
  const { t } = useWords('budgeting');
  const { categoryName } = useCity();
  const nameOf = useAreaName();
  const write = useMoney();
  const { asked, set, chosen, clear } = useNarrowed();
  const categories = [...new Set(projects.flatMap(({ categoryId }) => (categoryId ? [categoryId] : [])))].map((value) => ({ value, label: categoryName(value) || value })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <ListFilters chosen={chosen} isNarrow={chosen > 0} onClear={clear}>
      {areas.length > 1 && <Select width="full" name="area" label={t('filter.area')} placeholder={t('filter.anyArea')} choices={areas.map((value) => ({ value, label: nameOf(value) }))} value={asked.area} onChange={(area) => set('area', area)} />}
      {projects.length > 0 && <Select width="full" name="category" label={t('filter.category')} placeholder={t('filter.anyCategory')} choices={categories} value={asked.category} onChange={(category) => set('category', category)} />}
      {projects.length > 0 && <Select width="full" name="cost" label={t('filter.cost')} placeholder={t('filter.anyCost')} choices={costs.map((value) => ({ value, label: t('filter.upTo', { cost: write(Number(value) * 100) }) }))} value={asked.cost} onChange={(cost) => set('cost', cost)} />}
    </ListFilters>
  );
}
