import { describe, expect, it } from 'vitest';
import { lowRank, medianOf, percents, shareOf, stepAt } from './scale';

const rounded = (estimate: ReturnType<typeof shareOf>) => estimate && [estimate.low, estimate.high].map((value) => Number(value.toFixed(4)));

describe('the share who are in favour', () => {
  it('has the score intervals of Newcombe 1998, table I, method 3', () => {
    expect(rounded(shareOf(81, 263))).toEqual([0.2553, 0.3662]);
    expect(rounded(shareOf(15, 148))).toEqual([0.0624, 0.1605]);
    expect(rounded(shareOf(0, 20))).toEqual([0, 0.1611]);
    expect(rounded(shareOf(1, 29))).toEqual([0.0061, 0.1718]);
  });

  it('stays within nobody and everybody', () => {
    expect(shareOf(0, 3)?.low).toBe(0);
    expect(shareOf(3, 3)?.high).toBe(1);
    expect(shareOf(0, 0)).toBeNull();
  });
});

describe('the ranks around a median', () => {
  it('are the tabled ones of the sign test (two-sided 5%)', () => {
    // The rank is the tabled critical value of the sign test plus one: 5 → none, 6 → 0, 10 → 1, 20 → 5, 25 → 7, 50 → 17, 100 → 39.
    expect([5, 6, 10, 20, 25, 50, 100].map((n) => lowRank(n))).toEqual([0, 1, 2, 6, 8, 18, 40]);
  });

  it('come near n/2 ∓ 0.98·√n for a whole city', () => {
    for (const n of [1208, 10_000, 60_000]) expect(Math.abs(lowRank(n) - (n / 2 - 0.98 * Math.sqrt(n)))).toBeLessThan(2);
  });
});

describe('the middle answer', () => {
  it('stands on a step, with the steps that may be the middle of all', () => {
    expect(medianOf([9, 13, 15, 34, 29].map((share) => share * 12))).toEqual({ value: 4, low: 4, high: 4 });
    expect(medianOf([12, 16, 21, 31, 20].map((share) => share * 4))).toEqual({ value: 4, low: 3, high: 4 });
    expect(medianOf([17, 21, 22, 25, 15].map((share) => share * 12))).toEqual({ value: 3, low: 3, high: 3 });
  });

  it('is as wide as the answers when they are too few for 95%', () => {
    expect(medianOf([1, 0, 1, 0, 1])).toEqual({ value: 3, low: 1, high: 5 });
    expect(medianOf([0, 0, 0, 0, 0])).toBeNull();
  });

  it('is the lower one of two', () => {
    expect(medianOf([0, 5, 5, 0, 0])?.value).toBe(2);
    expect(stepAt([2, 0, 1], 3)).toBe(3);
  });
});

describe('the figures in a bar', () => {
  it('are whole percents of a hundred', () => {
    expect(percents([1, 1, 1])).toEqual([34, 33, 33]);
    expect(percents([109, 157, 181, 411, 350])).toEqual([9, 13, 15, 34, 29]);
    expect(percents([0, 0])).toEqual([0, 0]);
  });
});
