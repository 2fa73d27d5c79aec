import { describe, expect, it, vi } from 'vitest';
import { ShortMemory } from './short-memory';

const minute = 60_000;
const read = (keys: string[]) => Promise.resolve(new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, `of ${key}`])));

describe('what was read a moment ago', () => {
  it('is read once for all who ask, and what is not there is remembered too', async () => {
    const store = vi.fn(read);
    const memory = new ShortMemory(minute, store);
    const asked = await Promise.all([memory.of(['a', 'nobody', 'a']), memory.of(['a']), memory.one('nobody')]);
    expect(asked).toEqual([new Map([['a', 'of a']]), new Map([['a', 'of a']]), null]);
    expect(store.mock.calls).toEqual([[['a', 'nobody']]]);
  });

  it('is never told as missing because it was forgotten while somebody waited for it', async () => {
    const memory = new ShortMemory(minute, read);
    const asked = memory.of(['a', 'b', 'c']);
    for (const key of ['a', 'b', 'c']) memory.forget(key);
    memory.forgetAll();
    expect([...(await asked).keys()]).toEqual(['a', 'b', 'c']);
  });

  it('is never told as missing because the memory was full', async () => {
    const memory = new ShortMemory(minute, read, 2);
    await memory.of(['a', 'b']);
    expect([...(await memory.of(['a', 'b', 'c'])).keys()].sort()).toEqual(['a', 'b', 'c']);
  });

  it('is asked for again where a reading failed, and by nobody else’s failure', async () => {
    const memory = new ShortMemory(minute, vi.fn(read).mockRejectedValueOnce(new Error('The store is away.')));
    const failed = memory.of(['a']);
    memory.forget('a');
    const again = memory.of(['a']);
    await expect(failed).rejects.toThrow('away');
    expect(await again).toEqual(new Map([['a', 'of a']]));
    expect(await memory.one('a')).toBe('of a');
  });
});
