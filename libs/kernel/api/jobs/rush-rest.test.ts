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
  const rest = new RushRest({ from: 200, factor: 5, longestMs: 2500, latestMs: 15_000 });
  rest.worked(199, Date.now() - 100, 0);
  expect(await waits(rest)).toBe(0);
  rest.worked(200, Date.now() - 100, 0);
  expect(await waits(rest)).toBe(500);
  expect(await waits(rest)).toBe(0);
  rest.worked(4000, Date.now() - 3000, 15_000);
  expect(await waits(rest)).toBe(2500);
});

it('keeps up with a rush that is faster than work with rests would be: what waits is never much later than the limit', async () => {
  const [perSecond, batch, workMs] = [2500, 2000, 200];
  const rest = new RushRest({ from: 200, factor: 10, longestMs: 5000, latestMs: 15_000 });
  const start = Date.now();
  let [done, latest] = [0, 0];
  // Of each piece it is known when it came; five minutes of the rush.
  const cameAt = (piece: number) => start + (piece / perSecond) * 1000;
  while (Date.now() < start + 300_000) {
    await waits(rest);
    const [began, there] = [Date.now(), Math.floor(((Date.now() - start) * perSecond) / 1000) - done];
    const taken = Math.min(batch, there);
    await vi.advanceTimersByTimeAsync(workMs);
    done += taken;
    const waited = Date.now() - cameAt(done);
    latest = Math.max(latest, waited);
    rest.worked(taken, began, waited);
  }
  expect(latest).toBeLessThan(25_000);
});
