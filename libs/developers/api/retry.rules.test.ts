import { expect, it } from 'vitest';
import { waitAfter } from './retry.rules';

it('tries again ten times in all, later each time, over three days and some hours', () => {
  const waits = Array.from({ length: 10 }, (_, tries) => waitAfter(tries + 1, 0));
  expect(waits.at(-1)).toBeNull();
  const given = waits.filter((wait) => wait !== null);
  expect(given).toEqual([...given].sort((a, b) => a - b));
  expect(given.reduce((sum, wait) => sum + wait, 0) / 3_600_000).toBeCloseTo(75.6, 1);
  expect(waitAfter(1, 1)).toBe(5500);
});
