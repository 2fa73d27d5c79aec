import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { log } from '@isegoria/kernel/api';
import { Gathering } from './gathering';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const aCount = () => {
  const work = vi.fn(() => Promise.resolve());
  return { work, gathering: new Gathering(1_000, work, 'it was not counted') };
};

it('does once what was asked for many times in a while, and again what comes after', async () => {
  const { work, gathering } = aCount();
  for (let votes = 0; votes < 1_000; votes++) gathering.soon();
  await vi.advanceTimersByTimeAsync(999);
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(1);
  gathering.soon();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(work).toHaveBeenCalledTimes(2);
});

it('hears news that come while it works', async () => {
  const { work, gathering } = aCount();
  work.mockImplementationOnce(() => Promise.resolve(gathering.soon()));
  gathering.soon();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(work).toHaveBeenCalledTimes(2);
});

it.each([
  ['a store that is down', () => Promise.reject(new Error('the store is down'))],
  ['work that breaks at once', () => { throw new Error('the store is down'); }],
])('says in the log what failed because of %s, and works again at the next news', async (_, failing) => {
  const warned = vi.spyOn(log, 'warn').mockReturnValue(undefined);
  const { work, gathering } = aCount();
  work.mockImplementationOnce(failing);
  gathering.soon();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(warned).toHaveBeenCalledExactlyOnceWith({ error: 'Error: the store is down' }, 'it was not counted');
  gathering.soon();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(work).toHaveBeenCalledTimes(2);
});

it('does at once what cannot wait, and not once more when it would have come', async () => {
  const { work, gathering } = aCount();
  gathering.soon();
  await gathering.now();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(1);
});

it('begins nothing after it was stopped, and lets what runs come to its end', async () => {
  const { work, gathering } = aCount();
  let isWritten = false;
  work.mockImplementationOnce(() => new Promise<void>((done) => setTimeout(done, 300)).then(() => void (isWritten = true)));
  gathering.soon();
  await vi.advanceTimersByTimeAsync(1_000);
  gathering.soon();
  const stopped = gathering.stop();
  await vi.advanceTimersByTimeAsync(300);
  await stopped;
  expect(isWritten).toBe(true);
  gathering.soon();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(1);
});
