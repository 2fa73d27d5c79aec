import { type City, type CityPart, currentOf } from '@isegoria/organisation/contracts';

/** The list of a city that holds the parts of a kind. */
export const listOf = { district: 'districts', department: 'departments', category: 'categories' } as const satisfies Record<CityPart, keyof City>;

/** Why a part of the city may not be retired, or null: citizens always have one to choose, and somebody answers for every category. */
export function retireRefusal(city: City, part: CityPart, id: string): 'last' | 'answers' | null {
  const current = currentOf(city);
  if (current[listOf[part]].every((one) => one.id === id)) return 'last';
  return part === 'department' && current.categories.some(({ departmentId }) => departmentId === id) ? 'answers' : null;
}

/** Why a part of the city may not come back, or null. */
export function restoreRefusal(city: City, part: CityPart, id: string): 'department' | null {
  const category = part === 'category' ? city.categories.find((one) => one.id === id) : undefined;
  if (!category) return null;
  return currentOf(city).departments.some((department) => department.id === category.departmentId) ? null : 'department';
}
