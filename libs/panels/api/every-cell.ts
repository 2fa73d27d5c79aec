import { ageBands } from '@isegoria/identity/contracts';
import { cellKeyOf, type Listed } from '@isegoria/panels/contracts';
import { censusGenders, type Dimension } from '@isegoria/statistics/contracts';

/** Every group that these traits make, with how many of it are on a list: those that nobody is in too, for they show who is missing. In a fixed order. */
export function everyCell(balance: readonly Dimension[], districtIds: readonly string[], list: readonly Listed[]): { cell: string; offers: number }[] {
  const of = <T>(dimension: Dimension, values: readonly T[]): (T | null)[] => (balance.includes(dimension) ? [...values] : [null]);
  const groups = of('ageBand', ageBands).flatMap((ageBand) => of('gender', censusGenders).flatMap((gender) => of('districtId', districtIds).map((districtId) => ({ ageBand, gender, districtId }))));
  const counts = new Map(groups.map((group): [string, number] => [cellKeyOf(group, balance) ?? 'all', 0]));
  for (const { cell } of list) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].map(([cell, offers]) => ({ cell, offers })).sort((one, other) => (one.cell < other.cell ? -1 : 1));
}
