import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RushRest } from './rush-rest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How long a job that asks now has to wait, in ms. */
async function waits(rest: RushRest): Promise<number> {
  const start = Date.now();
  const over = rest.over();
  await vi.runAllTimersAsync();
  await over;
  return Date.now() - start;
}

it('rests after much work five times as long as it took, up to a limit, and after little not at all', async () => {
  const rest = new RushRest({ from: 200, factor: 5, longestMs: 2500 });
  rest.worked(199, Date.now() - 100);
  expect(await waits(rest)).toBe(0);
  rest.worked(200, Date.now() - 100);
  expect(await waits(rest)).toBe(500);
  expect(await waits(rest)).toBe(0);
  rest.worked(4000, Date.now() - 3000);
  expect(await waits(rest)).toBe(2500);
});
