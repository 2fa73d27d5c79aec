import type { Localized } from '@isegoria/kernel/contracts';
import { currentOf } from '@isegoria/organisation/contracts';
import { graphql, type ResultOf, useGraph, useWords } from '@isegoria/ui/web';

export const CityQuery = graphql(`
  query City {
    city {
      name { el en }
      population
      districts { id name { el en } population centre { lat lng } outline isRetired }
      departments { id name { el en } email answersWithinDays categoryIds isRetired }
      categories { id name { el en } departmentId isRetired }
    }
  }
`);

/** The city as the pages know it. */
export type City = ResultOf<typeof CityQuery>['city'];
export type District = City['districts'][number];

type Part = 'districts' | 'departments' | 'categories';
type Known = readonly { id: string; name: Localized; isRetired: boolean }[];

const tenMinutes = 600_000;

/**
 * The city and the names of its parts in the reader's language. `city` is null until it is known, and so is `current`, the city with what it uses now
 * alone; a name is '' until then. Something new is `offered` what is in use, beside what it carries already; one looks for what is there by `every` part.
 */
export function useCity() {
  const { t, lt } = useWords('organisation');
  const { data } = useGraph(CityQuery, {}, { staleMs: tenMinutes, kept: true });
  const city = data?.city ?? null;
  const nameIn = (part: Part) => (id: string | null | undefined) => {
    const found = city?.[part].find((one) => one.id === id);
    return found ? lt(found.name) : '';
  };
  const choices = (parts: Known) => parts.map(({ id, name, isRetired }) => ({ value: id, label: isRetired ? t('retired.named', { name: lt(name) }) : lt(name) }));
  const known = (part: Part): Known => city?.[part] ?? [];
  return {
    city, current: city && currentOf(city), districtName: nameIn('districts'), departmentName: nameIn('departments'), categoryName: nameIn('categories'),
    offered: (part: Part, carried?: string | null) => choices(known(part).filter(({ id, isRetired }) => !isRetired || id === carried)),
    every: (part: Part) => choices(known(part)),
  };
}
