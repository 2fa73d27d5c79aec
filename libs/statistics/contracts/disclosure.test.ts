import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attack, attacked, deduced, follows } from './disclosure.attacker';
import { cellKey, dimensions } from './group';
import { type Crowd, mayFollow, partitionOf, type Publication, publicationOf, sumsOf } from './disclosure';

const k = 10;
const crowd = (people: number, ageBand: Crowd['ageBand'], districtId: string | null = 'north', gender: Crowd['gender'] = 'female'): Crowd => ({ people, ageBand, gender, districtId });
const rowsOf = (partition: ReturnType<typeof partitionOf>) => partition?.blocks.map(({ values, people }) => `${values.join('+')} ${people}`);

/** Small cities, with groups of every size about the threshold. */
const crowds = fc
  .uniqueArray(fc.record({ people: fc.integer({ min: 1, max: 25 }), ageBand: fc.constantFrom('15-24', '25-39', '40-54', '65+', null), gender: fc.constantFrom('female', 'male', 'other', null), districtId: fc.constantFrom('north', 'south', 'east', null) }), { selector: cellKey, minLength: 1, maxLength: 24 })
  .map((some): Crowd[] => some);
const threshold = fc.integer({ min: 3, max: 12 });
/** A weight for every cell, as raking gives: a factor of each trait. */
const weightsOf = (some: readonly Crowd[], seed: number) => Object.fromEntries(some.map((one) => [cellKey(one), 1 + 0.37 * ((one.ageBand ?? '').length + seed) + 0.11 * (one.districtId ?? '').length]));

describe('a table of who answered', () => {
  it('tells of every group that is large enough, and of the others together', () => {
    expect(rowsOf(partitionOf([crowd(30, '15-24'), crowd(12, '65+'), crowd(4, '25-39'), crowd(3, '40-54'), crowd(5, null)], 'ageBand', k))).toEqual(['15-24 30', '65+ 12', '+25-39+40-54 12']);
  });

  it('takes the smallest large group in where the others are too few, for they would follow from the total', () => {
    expect(rowsOf(partitionOf([crowd(30, '15-24'), crowd(12, '65+'), crowd(20, '55-64'), crowd(4, '25-39')], 'ageBand', k))).toEqual(['15-24 30', '55-64 20', '25-39+65+ 16']);
  });

  it('is not there where only one row would be left', () => {
    expect(partitionOf([crowd(30, '15-24'), crowd(4, '25-39')], 'ageBand', k)).toBeNull();
    expect(partitionOf([crowd(9, '15-24'), crowd(9, '25-39')], 'ageBand', k)).toBeNull();
    expect(partitionOf([crowd(900, null)], 'ageBand', k)).toBeNull();
    expect(partitionOf([], 'ageBand', k)).toBeNull();
  });

  it('is not told beside another with which it would give a few people away', () => {
    // All of fifteen to twenty-four live in the north, and three older people do: the north less the young is these three.
    const some = [crowd(12, '15-24', 'north'), crowd(3, '65+', 'north'), crowd(40, '65+', 'south')];
    expect(publicationOf(some, k, null).partitions.map(({ dimension }) => dimension)).toEqual(['ageBand']);
  });
});

describe('somebody who puts all tables together', () => {
  it('finds a few people where a row is only left out', () => {
    const some = [crowd(30, '15-24'), crowd(12, '65+'), crowd(4, '25-39')];
    const leftOut: Publication = { partitions: [{ dimension: 'ageBand', blocks: [{ values: ['15-24'], people: 30, isRest: false }, { values: ['65+'], people: 12, isRest: false }] }], weights: null };
    expect(deduced(some, [leftOut], k)).toEqual(['ageBand 25-39: 4']);
    expect(attacked(some, sumsOf(leftOut, some), k)).toContainEqual<Attack>({ who: '25-39|*|*', people: 4 });
    expect(deduced(some, [publicationOf(some, k, null)], k)).toEqual([]);
  });

  it('finds a few people in tables that are each right by themselves', () => {
    const some = [crowd(12, '15-24', 'north'), crowd(3, '65+', 'north'), crowd(40, '65+', 'south')];
    const both: Publication = { partitions: ['ageBand' as const, 'districtId' as const].flatMap((dimension) => partitionOf(some, dimension, k) ?? []), weights: null };
    expect(both.partitions).toHaveLength(2);
    expect(attacked(some, sumsOf(both, some), k)).toContainEqual<Attack>({ who: '65+|*|north', people: 3 });
  });

  it('finds a few people by a weighed figure, where there are as many sums as cells', () => {
    const some = [crowd(20, '15-24', 'north'), crowd(14, '15-24', 'south'), crowd(15, '65+', 'north'), crowd(4, '65+', 'south')];
    const weights = { [cellKey(some[0] ?? crowd(1, null))]: 1, [cellKey(some[1] ?? crowd(1, null))]: 2, [cellKey(some[2] ?? crowd(1, null))]: 3, [cellKey(some[3] ?? crowd(1, null))]: 6 };
    const open: Publication = { partitions: ['ageBand' as const, 'districtId' as const].flatMap((dimension) => partitionOf(some, dimension, k) ?? []), weights };
    expect(attacked(some, sumsOf(open, some), k)).toContainEqual<Attack>({ who: '65+|*|south', people: 4 });
    expect(publicationOf(some, k, weights)).toMatchObject({ weights: null });
    expect(publicationOf(some, k, weights).partitions).toHaveLength(2);
  });

  it('never finds fewer than the threshold in what is published', () => {
    fc.assert(
      fc.property(crowds, threshold, fc.integer({ min: 0, max: 5 }), (some, smallest, seed) => {
        // The total is always public; below the threshold nothing else is published at all.
        fc.pre(some.reduce((sum, { people }) => sum + people, 0) >= smallest);
        const published = publicationOf(some, smallest, weightsOf(some, seed));
        for (const { blocks } of published.partitions) for (const { people } of blocks) expect(people).toBeGreaterThanOrEqual(smallest);
        expect(deduced(some, [published], smallest)).toEqual([]);
        expect(attacked(some, sumsOf(published, some), smallest)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('does find them once the rule is broken: small rows left blank, with nothing taken together', () => {
    const blank = (some: readonly Crowd[], smallest: number): Publication => ({
      weights: null,
      partitions: dimensions.map((dimension) => {
        const values = [...new Set(some.map((one) => one[dimension] ?? ''))];
        const blocks = values.map((value) => ({ values: [value], people: some.reduce((sum, one) => sum + ((one[dimension] ?? '') === value ? one.people : 0), 0), isRest: false }));
        return { dimension, blocks: blocks.filter(({ people }) => people >= smallest) };
      }),
    });
    const check = fc.check(fc.property(crowds, threshold, (some, smallest) => deduced(some, [blank(some, smallest)], smallest).length === 0), { numRuns: 400 });
    expect(check.failed).toBe(true);
  });
});

describe('somebody who looks before and after one more answer', () => {
  const before = [crowd(30, '15-24'), crowd(22, '65+')].map((one): Crowd => ({ ...one, part: 'before' }));
  const more = (people: number, ageBand: Crowd['ageBand']): Crowd => ({ ...crowd(people, ageBand), part: 'since' });
  const published = publicationOf(before, k, null);
  const after = (...since: Crowd[]) => [...before, ...since];
  const sumsThen = (all: readonly Crowd[]) => sumsOf(published, all).map((sum) => sum.map((weight, at) => (all[at]?.part === 'since' ? 0 : weight)));

  it('would find the one who came', () => {
    const all = after(more(1, '65+'));
    const next = publicationOf(all, k, null);
    expect(attacked(all, [...sumsThen(all), ...sumsOf(next, all)], k)).toContainEqual<Attack>({ who: 'since 65+|*|*', people: 1 });
    expect(mayFollow(published, next, all, k)).toBe(false);
  });

  it('waits until in each row as many as the threshold have come, or nobody', () => {
    const allow = (...since: Crowd[]) => mayFollow(published, publicationOf(after(...since), k, null), after(...since), k);
    expect(allow(more(10, '65+'))).toBe(true);
    expect(allow(more(10, '65+'), more(9, '15-24'))).toBe(false);
    expect(allow(more(10, '65+'), more(10, '15-24'))).toBe(true);
    expect(allow(more(5, '65+'), more(5, '15-24'))).toBe(false);
    expect(allow(more(10, '25-39'))).toBe(true);
  });

  it('never finds fewer than the threshold in what may follow, whatever was published before', () => {
    let followed = 0;
    fc.assert(
      fc.property(crowds, crowds, threshold, fc.integer({ min: 0, max: 5 }), (old, come, smallest, seed) => {
        const all = [...old.map((one): Crowd => ({ ...one, part: 'before' })), ...come.map((one): Crowd => ({ ...one, part: 'since' }))];
        const [former, next] = [publicationOf(old, smallest, weightsOf(old, seed)), publicationOf(all, smallest, weightsOf(all, seed + 1))];
        if (!mayFollow(former, next, all, smallest)) return;
        followed++;
        const then = sumsOf(former, all).map((sum) => sum.map((weight, at) => (all[at]?.part === 'since' ? 0 : weight)));
        expect(attacked(all, [...then, ...sumsOf(next, all)], smallest)).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(followed).toBeGreaterThan(40);
  });

  it('knows as much as the former publication told', () => {
    expect(follows([[1, 1, 0], [0, 1, 1]], [1, 0, -1])).toBe(true);
    expect(follows([[1, 1, 0], [0, 1, 1]], [1, 0, 0])).toBe(false);
  });
});
