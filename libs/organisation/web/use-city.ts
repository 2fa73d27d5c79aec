import { graphql, type ResultOf, useGraph, useWords } from '@isegoria/ui/web';

export const CityQuery = graphql(`
  query City {
    city {
      name { el en }
      population
      districts { id name { el en } population centre { lat lng } outline }
      departments { id name { el en } email answersWithinDays categoryIds }
      categories { id name { el en } departmentId }
    }
  }
`);

/** The city as the pages know it. */
export type City = ResultOf<typeof CityQuery>['city'];
export type District = City['districts'][number];

const tenMinutes = 600_000;

/** The city and the names of its parts in the reader's language. `city` is null until it is known; a name is '' until then. */
export function useCity() {
  const { lt } = useWords('organisation');
  const { data } = useGraph(CityQuery, {}, { staleMs: tenMinutes });
  const city = data?.city ?? null;
  const nameIn = (part: 'districts' | 'departments' | 'categories') => (id: string | null | undefined) => {
    const found = city?.[part].find((one) => one.id === id);
    return found ? lt(found.name) : '';
  };
  return { city, districtName: nameIn('districts'), departmentName: nameIn('departments'), categoryName: nameIn('categories') };
}
