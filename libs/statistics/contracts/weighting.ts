import { ageMargin, districtMargin, type Margin } from './classes';
import { type Cell, cellKey } from './group';
import type { PopulationShares } from './population';
import { rake } from './rake';

/** The weights of those who answered, and what should be known of them. */
export interface Weighting {
  /** By cell; one on average. */
  weights: Record<string, number>;
  /** Parts of the city of whom too few answered: they were taken together with others, and those speak for them. */
  joined: { dimension: 'age' | 'district'; part: string; cityShare: number }[];
  /** People whose weight was cut, so that no one speaks for too many. */
  trimmed: number;
  /** Whether those who answered now stand as the city does, on every margin. */
  isExact: boolean;
  /** People who did not say where they belong, by age and gender or by district: there they weigh as they came. */
  unsaid: number;
}

/**
 * Weights to the city's known shares: age by gender, and district, by raking. Null where too few answered for two classes on any margin: there is
 * nothing to weigh then.
 *
 * @param floor how many people a class needs; not below the smallest group that may be shown, for a weight of few would point at them
 */
export function weightingOf(cells: readonly Cell[], population: PopulationShares, floor: number): Weighting | null {
  const margins = [ageMargin(cells, population, floor), districtMargin(cells, population, floor)];
  const usable = margins.filter(({ classes }) => classes.length > 1);
  if (usable.length === 0) return null;
  const rows = cells.map((cell) => ({ people: cell.people, classes: usable.map(({ classes, classOf }) => placeOf(classes, classOf(cell))) }));
  const raked = rake(rows, usable.map(({ classes }) => classes.map(({ city }) => city)));
  return {
    weights: Object.fromEntries(cells.map((cell, at) => [cellKey(cell), raked.weights[at] ?? 1])),
    joined: [...joinedOf('age', margins[0], population), ...joinedOf('district', margins[1], population)],
    trimmed: raked.trimmed,
    isExact: raked.isExact,
    unsaid: rows.reduce((sum, { people, classes }) => sum + (classes.includes(null) ? people : 0), 0),
  };
}

const placeOf = (classes: Margin['classes'], key: string | null): number | null => {
  const place = classes.findIndex((one) => one.key === key);
  return place < 0 ? null : place;
};

/** A part that shares its class with others. */
function joinedOf(dimension: 'age' | 'district', margin: Margin | undefined, { ages, districts }: PopulationShares): Weighting['joined'] {
  const parts = dimension === 'age' ? ages.map(({ ageBand, gender, people }) => ({ part: `${ageBand} ${gender}`, people })) : districts.map(({ districtId: part, people }) => ({ part, people }));
  const city = parts.reduce((sum, { people }) => sum + people, 0);
  const shared = new Set((margin?.classes ?? []).filter((one) => one.parts.length > 1).flatMap((one) => one.parts));
  return parts.filter(({ part }) => shared.has(part)).map(({ part, people }) => ({ dimension, part, cityShare: people / city }));
}
