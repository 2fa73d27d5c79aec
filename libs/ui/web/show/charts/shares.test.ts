import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shares } from './shares';

describe('the shares in an opinion bar', () => {
  it('always add up to a hundred', () => {
    const counts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 6 }).filter((some) => some.some((count) => count > 0));
    fc.assert(fc.property(counts, (some) => shares(some).reduce((sum, share) => sum + share, 0) === 100));
  });

  it('are nothing where nobody has answered', () => {
    expect(shares([0, 0, 0])).toEqual([0, 0, 0]);
  });

  it('give what is left to those who lost most by rounding', () => {
    expect(shares([1, 1, 1])).toEqual([34, 33, 33]);
  });
});
