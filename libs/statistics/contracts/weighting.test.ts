import { describe, expect, it } from 'vitest';
import { ageBands } from '@isegoria/identity/contracts';
import { ageMargin, districtMargin } from './classes';
import type { Cell } from './group';
import { rake } from './rake';
import { aCell, aPopulation } from './statistics.builders';
import { effectOf, shareVariance, weightedMedian, weightedShare } from './weighted';
import { weightingOf } from './weighting';
import { medianOf, shareOf } from './scale';

const everywhere = (people: number): Cell[] => ageBands.flatMap((ageBand) => (['female', 'male'] as const).flatMap((gender) => ['north', 'south'].map((districtId) => aCell(people, { ageBand, gender, districtId }))));
const parts = ({ classes }: ReturnType<typeof ageMargin>) => classes.map((one) => one.parts);

describe('classes of people who are weighed alike', () => {
  it('are every age of each gender, and every district, where enough answered', () => {
    expect(parts(ageMargin(everywhere(10), aPopulation(), 10))).toHaveLength(10);
    expect(parts(districtMargin(everywhere(10), aPopulation(), 10))).toEqual([['north'], ['south']]);
  });

  it('take the genders of an age together first, then the smaller neighbour', () => {
    const young = everywhere(10).map((cell) => (cell.ageBand === '15-24' && cell.gender === 'male' ? aCell(2, cell) : cell));
    expect(parts(ageMargin(young, aPopulation(), 10))[0]).toEqual(['15-24 female', '15-24 male']);
    const nobody = everywhere(10).filter(({ ageBand }) => ageBand !== '65+').map((cell) => (cell.ageBand === '40-54' ? aCell(1, cell) : cell));
    expect(parts(ageMargin(nobody, aPopulation(), 10))).toEqual([
      ['15-24 female'], ['15-24 male'], ['25-39 female', '25-39 male', '40-54 female', '40-54 male'], ['55-64 female', '55-64 male', '65+ female', '65+ male'],
    ]);
  });

  it('leave nobody of the city without somebody to speak for them', () => {
    for (const cells of [everywhere(10), everywhere(3), everywhere(10).slice(0, 3), [aCell(500)], []]) {
      expect(ageMargin(cells, aPopulation(), 10).classes.reduce((sum, { city }) => sum + city, 0)).toBe(10_000);
      expect(districtMargin(cells, aPopulation(), 10).classes.reduce((sum, { city }) => sum + city, 0)).toBe(10_000);
    }
  });

  it('take small districts together, with the next one where they are still too few', () => {
    const districts = ['a', 'b', 'c', 'd'].map((districtId) => ({ districtId, people: 100 }));
    const cells = [aCell(2, { districtId: 'a' }), aCell(3, { districtId: 'b' }), aCell(20, { districtId: 'c' }), aCell(30, { districtId: 'd' }), aCell(9, { districtId: 'moved away' })];
    expect(parts(districtMargin(cells, aPopulation({ districts }), 10))).toEqual([['a', 'b', 'c'], ['d']]);
    expect(parts(districtMargin(cells, aPopulation({ districts }), 5))).toEqual([['a', 'b'], ['c'], ['d']]);
    expect(districtMargin(cells, aPopulation({ districts }), 5).classOf({ ageBand: null, gender: null, districtId: 'moved away' })).toBeNull();
  });
});

describe('raking', () => {
  it('brings every margin to the city’s shares', () => {
    const rows = [{ people: 40, classes: [0, 0] }, { people: 10, classes: [0, 1] }, { people: 20, classes: [1, 0] }, { people: 30, classes: [1, 1] }];
    const { weights, isExact, trimmed } = rake(rows, [[1, 3], [2, 2]]);
    const sum = (at: number, own: number) => rows.reduce((all, { people, classes }, row) => all + (classes[at] === own ? people * (weights[row] ?? 0) : 0), 0);
    expect([sum(0, 0), sum(0, 1), sum(1, 0), sum(1, 1)].map((value) => Number(value.toFixed(6)))).toEqual([25, 75, 50, 50]);
    expect([isExact, trimmed]).toEqual([true, 0]);
    // The odds between the cells stay as they were answered: that is what «as little as possible» means.
    const odds = (w: number[]) => ((w[0] ?? 0) * 40 * (w[3] ?? 0) * 30) / ((w[1] ?? 0) * 10 * (w[2] ?? 0) * 20);
    expect(odds(weights)).toBeCloseTo(odds([1, 1, 1, 1]), 9);
  });

  it('leaves who did not say where they belong the share that they have', () => {
    const { weights } = rake([{ people: 10, classes: [0] }, { people: 30, classes: [1] }, { people: 60, classes: [null] }], [[1, 1]]);
    expect(weights.map((weight) => Number(weight.toFixed(6)))).toEqual([2, 0.666667, 1]);
  });

  it('lets nobody speak for more than five, and says that it is not exact then', () => {
    const { weights, isExact, trimmed } = rake([{ people: 10, classes: [0] }, { people: 990, classes: [1] }], [[50, 50]]);
    expect(weights[0]).toBeCloseTo(5, 9);
    expect([isExact, trimmed]).toEqual([false, 10]);
    expect(10 * (weights[0] ?? 0) + 990 * (weights[1] ?? 0)).toBeCloseTo(1000, 1);
  });
});

describe('weights to the city', () => {
  it('are one for everybody where those who answered are like the city', () => {
    const { weights, isExact, joined } = weightingOf(everywhere(10).map((cell) => aCell(cell.districtId === 'north' ? 12 : 8, cell)), aPopulation(), 10) ?? { weights: {} };
    expect(Object.values(weights).every((weight) => Math.abs(weight - 1) < 1e-9)).toBe(true);
    expect([isExact, joined]).toEqual([true, []]);
  });

  it('tell of whom too few answered, and are none where there is nothing to tell apart', () => {
    const few = everywhere(10).filter(({ ageBand, gender }) => ageBand !== '65+' || gender === 'female');
    expect(weightingOf(few, aPopulation(), 10)?.joined).toEqual([{ dimension: 'age', part: '65+ female', cityShare: 0.1 }, { dimension: 'age', part: '65+ male', cityShare: 0.1 }]);
    expect(weightingOf([aCell(400, { districtId: 'north' })], aPopulation(), 10)).toBeNull();
    expect(weightingOf([], aPopulation(), 10)).toBeNull();
  });
});

describe('weighed figures', () => {
  const rows = [{ weight: 0.5, counts: [10, 20, 30, 25, 15] }, { weight: 2, counts: [5, 5, 5, 4, 6] }];

  it('are the counted ones where all weigh alike', () => {
    for (const counts of [[10, 20, 30, 25, 15], [0, 3, 1, 0, 2], [1, 0, 0, 0, 0], [0, 0, 0, 0, 400]]) {
      const alike = [{ weight: 1, counts }];
      expect(weightedMedian(alike)).toEqual(medianOf(counts));
      const n = counts.reduce((sum, count) => sum + count, 0);
      const [share, wilson] = [weightedShare(alike, (step) => step >= 3), shareOf((counts[3] ?? 0) + (counts[4] ?? 0), n)];
      expect(share?.value).toBeCloseTo(wilson?.value ?? -1, 12);
      // The variance is divided by n − 1 here, so the margin is a hair wider.
      if (n > 50) expect(share?.low).toBeCloseTo(wilson?.low ?? -1, 3);
    }
  });

  it('cost what unequal weights cost', () => {
    expect(effectOf(rows)).toEqual({ people: 125, effective: 80, designEffect: 1.5625 });
    expect(effectOf([{ weight: 0, counts: [3] }])).toBeNull();
    expect(weightedShare([], () => true)).toBeNull();
    expect(weightedMedian([{ weight: 1, counts: [0, 0] }])).toBeNull();
  });

  it('have the variance that a straight sum over people gives', () => {
    const people = rows.flatMap(({ weight, counts }) => counts.flatMap((count, step) => Array.from({ length: count }, () => ({ weight, hit: step >= 3 ? 1 : 0 }))));
    const weights = people.reduce((sum, { weight }) => sum + weight, 0);
    const share = people.reduce((sum, { weight, hit }) => sum + weight * hit, 0) / weights;
    const squares = people.reduce((sum, { weight, hit }) => sum + (weight * (hit - share)) ** 2, 0);
    const found = shareVariance(rows, (step) => step >= 3);
    expect(found?.share).toBeCloseTo(share, 12);
    expect(found?.variance).toBeCloseTo((125 / 124) * (squares / weights ** 2), 12);
  });

  it('grow wider where several shall hold at once, and stay within nobody and everybody', () => {
    const one = weightedShare(rows, (step) => step >= 3);
    const four = weightedShare(rows, (step) => step >= 3, 4);
    expect((four?.high ?? 0) - (four?.low ?? 0)).toBeGreaterThan((one?.high ?? 0) - (one?.low ?? 0));
    expect(weightedShare(rows, () => true)).toMatchObject({ value: 1, high: 1 });
    expect(weightedShare(rows, () => false)).toMatchObject({ value: 0, low: 0 });
  });
});
