import { ageBands } from '@isegoria/identity/contracts';
import { censusGenders, type PopulationShares } from '@isegoria/statistics/contracts';

/** An old city with a large north. */
export const demoLike: PopulationShares = {
  source: 'a test', asOf: '2026-01-01',
  ages: ageBands.flatMap((ageBand) => censusGenders.map((gender) => ({ ageBand, gender, people: ageBand === '65+' ? 400 : 100 }))),
  districts: [{ districtId: 'north', people: 3000 }, { districtId: 'south', people: 1000 }],
};
