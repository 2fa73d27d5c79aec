import { type AgeBand, ageBands } from '@isegoria/identity/contracts';
import { type Cell, type Group } from './group';
import { censusGenders, type PopulationShares } from './population';

/** People who are weighed alike on one margin: a part of the city, and those of it who answered. */
export interface WeightingClass {
  key: string;
  /** The parts of the city in it: `15-24 female`, or a district's id. More than one where one alone was too small. */
  parts: string[];
  /** How many of the city, and how many of those who answered. */
  city: number;
  people: number;
}

/** One margin: its classes, and the class of a group; null where the group does not say where it belongs. */
export interface Margin {
  classes: WeightingClass[];
  classOf(group: Group): string | null;
}

const partOf = (ageBand: string, gender: string): string => `${ageBand} ${gender}`;

/** The part of the city that a group belongs to by age and gender, where it says both and the census tells them. */
const agePart = ({ ageBand, gender }: Group): string | null => (ageBand && gender && gender !== 'other' ? partOf(ageBand, gender) : null);

/**
 * Age by gender. A class of fewer than `floor` people speaks for nobody: the genders of its band are taken together, and a band that is
 * still too small goes with the smaller of its neighbours.
 */
export function ageMargin(cells: readonly Cell[], population: PopulationShares, floor: number): Margin {
  const answered = countBy(cells, agePart);
  const city = new Map(population.ages.map(({ ageBand, gender, people }) => [partOf(ageBand, gender), people]));
  const make = (parts: string[]): WeightingClass => ({ key: parts.join(' + '), parts, city: sumOf(parts, city), people: sumOf(parts, answered) });
  const bands = ageBands.map((band) => bandClasses(band, make, floor));
  for (let small = smallestBelow(bands, floor); small >= 0 && bands.length > 1; small = smallestBelow(bands, floor)) {
    const neighbour = small === 0 ? 1 : small === bands.length - 1 || peopleOf(bands[small - 1]) <= peopleOf(bands[small + 1]) ? small - 1 : small + 1;
    const first = Math.min(small, neighbour);
    const joined = bands.slice(first, first + 2).flat().flatMap(({ parts }) => parts);
    bands.splice(first, 2, [make(joined)]);
  }
  return marginOf(bands.flat(), agePart);
}

/** The districts. Those with fewer than `floor` people are taken together, with the smallest of the others where they are too few even so. */
export function districtMargin(cells: readonly Cell[], population: PopulationShares, floor: number): Margin {
  const answered = countBy(cells, ({ districtId }) => districtId);
  const city = new Map(population.districts.map(({ districtId, people }) => [districtId, people]));
  const make = (parts: string[]): WeightingClass => ({ key: parts.join(' + '), parts, city: sumOf(parts, city), people: sumOf(parts, answered) });
  const bySize = [...city.keys()].map((id) => make([id])).sort((a, b) => a.people - b.people);
  const small = bySize.filter((one) => isTooSmall(one, floor));
  const large = bySize.slice(small.length);
  while (small.length > 0 && large.length > 0 && isTooSmall(make(small.flatMap(({ parts }) => parts)), floor)) small.push(...large.splice(0, 1));
  const together = small.length > 0 ? [make(small.flatMap(({ parts }) => parts))] : [];
  return marginOf([...together, ...large], ({ districtId }) => districtId);
}

function bandClasses(band: AgeBand, make: (parts: string[]) => WeightingClass, floor: number): WeightingClass[] {
  const apart = censusGenders.map((gender) => make([partOf(band, gender)]));
  return apart.some((one) => isTooSmall(one, floor)) ? [make(apart.flatMap(({ parts }) => parts))] : apart;
}

/** A class that nobody of the city belongs to can be given no weight, so it is never left alone. */
const isTooSmall = ({ people, city }: WeightingClass, floor: number): boolean => people < floor || city === 0;

function smallestBelow(bands: readonly WeightingClass[][], floor: number): number {
  const small = bands.map((band, at) => ({ at, people: peopleOf(band), small: band.some((one) => isTooSmall(one, floor)) })).filter((band) => band.small);
  return small.sort((a, b) => a.people - b.people)[0]?.at ?? -1;
}

const peopleOf = (band: readonly WeightingClass[] | undefined): number => (band ?? []).reduce((sum, { people }) => sum + people, 0);
const sumOf = (parts: readonly string[], counts: ReadonlyMap<string, number>): number => parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0);

function countBy(cells: readonly Cell[], keyOf: (group: Group) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const key = keyOf(cell);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + cell.people);
  }
  return counts;
}

function marginOf(classes: WeightingClass[], partOfGroup: (group: Group) => string | null): Margin {
  const byPart = new Map(classes.flatMap(({ key, parts }) => parts.map((part) => [part, key] as const)));
  return { classes, classOf: (group) => byPart.get(partOfGroup(group) ?? '') ?? null };
}
