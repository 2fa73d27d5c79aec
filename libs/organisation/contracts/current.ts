import type { Category, City, Department, District } from './organisation.gen';

/** What of a city is told apart by whether it is in use. */
interface Parts {
  districts: readonly Pick<District, 'isRetired'>[];
  departments: readonly Pick<Department, 'isRetired'>[];
  categories: readonly Pick<Category, 'isRetired'>[];
}

/** The city with what it uses now alone: what is offered to whoever begins something new. Names are read off the whole city. */
export function currentOf<C extends Parts>({ districts, departments, categories, ...city }: C): C {
  const inUse = <T extends { isRetired: boolean }>(parts: readonly T[]) => parts.filter(({ isRetired }) => !isRetired);
  return { ...city, districts: inUse(districts), departments: inUse(departments), categories: inUse(categories) } as unknown as C;
}

/** Which department answers for something now: the one that it was given to or, once that was retired, the one that its category has. Null where it was given to none, or nobody is left. */
export function answering(city: Pick<City, 'departments' | 'categories'>, departmentId: string | null, categoryId: string | null): string | null {
  if (departmentId === null) return null;
  const inUse = (id: string | null | undefined) => city.departments.find((one) => one.id === id && !one.isRetired)?.id ?? null;
  return inUse(departmentId) ?? inUse(city.categories.find(({ id }) => id === categoryId)?.departmentId);
}
