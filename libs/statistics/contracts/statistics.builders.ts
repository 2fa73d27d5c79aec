import type { Cell, Group } from './group';
import type { PopulationShares } from './population';

/** People of one group for a test, on one question. */
export function aCell(people: number, group: Partial<Group> = {}, counts: number[] = [0, 0, people, 0, 0]): Cell {
  return { ageBand: null, gender: null, districtId: null, ...group, people, counts: { fair: counts } };
}

/** A city of a thousand people of each age and gender, and of two districts. */
export function aPopulation(more: Partial<PopulationShares> = {}): PopulationShares {
  const ages = ['15-24', '25-39', '40-54', '55-64', '65+'].flatMap((ageBand) => ['female', 'male'].map((gender) => ({ ageBand, gender, people: 1000 })));
  return { source: 'Census <script>alert(1)</script>', asOf: '2021-10-22', ages, districts: [{ districtId: 'north', people: 6000 }, { districtId: 'south', people: 4000 }], ...more };
}
