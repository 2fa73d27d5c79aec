import type { PopulationShares } from '@isegoria/statistics/contracts';

/** The people of the demo city: invented, in the proportions of an ageing coastal town. Ages from fifteen on; the districts as the demo city has them, all that live there. */
export const demoPopulation: PopulationShares = {
  source: 'Μόνιμος πληθυσμός της πόλης επίδειξης: αριθμοί δικής μας επινόησης',
  asOf: '2021-10-22',
  ages: [
    { ageBand: '15-24', gender: 'female', people: 3010 }, { ageBand: '15-24', gender: 'male', people: 3190 },
    { ageBand: '25-39', gender: 'female', people: 5480 }, { ageBand: '25-39', gender: 'male', people: 5620 },
    { ageBand: '40-54', gender: 'female', people: 6930 }, { ageBand: '40-54', gender: 'male', people: 6640 },
    { ageBand: '55-64', gender: 'female', people: 4390 }, { ageBand: '55-64', gender: 'male', people: 4020 },
    { ageBand: '65+', gender: 'female', people: 7410 }, { ageBand: '65+', gender: 'male', people: 5780 },
  ],
  districts: [
    { districtId: 'kentro', people: 15_900 }, { districtId: 'ormos', people: 9_700 }, { districtId: 'ano-poli', people: 8_200 },
    { districtId: 'agios-nikolaos', people: 13_300 }, { districtId: 'pefka', people: 6_500 }, { districtId: 'limani', people: 7_800 },
  ],
};
