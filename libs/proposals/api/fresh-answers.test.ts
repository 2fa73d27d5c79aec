import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FreshAnswers } from './fresh-answers';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store that takes `ms` to answer, and counts how often it was asked. */
function aStore(ms: number) {
  let asked = 0;
  const read = async () => {
    asked += 1;
    const mine = asked;
    await new Promise((resolve) => setTimeout(resolve, ms));
    return mine;
  };
  return { read, asked: () => asked };
}

it('reads once for all who ask at once, and again in the background when the answer is a second old', async () => {
  const { read, asked } = aStore(10);
  const answers = new FreshAnswers<number>(1000, 5000);
  const first = Promise.all([answers.get('list', read), answers.get('list', read)]);
  await vi.advanceTimersByTimeAsync(10);
  expect([await first, asked()]).toEqual([[1, 1], 1]);
  await vi.advanceTimersByTimeAsync(1001);
  expect(answers.get('list', read)).toBe(1);
  await vi.advanceTimersByTimeAsync(10);
  expect(answers.get('list', read)).toBe(2);
});

it('lets nobody wait for a store that takes ten seconds, and leaves it most of its time', async () => {
  const { read, asked } = aStore(10_000);
  const answers = new FreshAnswers<number>(1000, 5000);
  void answers.get('list', read);
  await vi.advanceTimersByTimeAsync(10_000);
  const given: unknown[] = [];
  for (let second = 0; second < 60; second++) {
    given.push(answers.get('list', read));
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(given.every((answer) => typeof answer === 'number')).toBe(true);
  expect(asked()).toBe(2);
});

it('keeps no failure, and asks again after a change', async () => {
  const answers = new FreshAnswers<number>(1000, 5000);
  await expect(answers.get('list', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  const { read } = aStore(0);
  const again = answers.get('list', read);
  await vi.advanceTimersByTimeAsync(1);
  expect(await again).toBe(1);
  answers.drop();
  const changed = answers.get('list', read);
  await vi.advanceTimersByTimeAsync(1);
  expect(await changed).toBe(2);
});
