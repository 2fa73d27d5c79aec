import { beforeEach, describe, expect, it } from 'vitest';
import { persistedQueries, persistedQuery } from './persisted-queries';

const KEPT = 1_000;
const LONGEST = 8_000;
const save = (hash: string, text = `{ ${hash} }`) => persistedQueries.saveQuery?.(hash, text);
const use = (hash: string) => persistedQueries.getQueryFromHash(hash);
const isKept = (hash: string) => persistedQuery(hash) !== null;

describe('the texts of queries that were sent before', () => {
  /** As many as there is room for, `h0` the oldest. */
  beforeEach(async () => {
    for (let at = 0; at < KEPT; at++) await save(`h${at}`);
  });

  it('go, the oldest first, when others come', async () => {
    expect([isKept('h0'), isKept('h1')]).toEqual([true, true]);
    await save('new');
    expect([isKept('h0'), isKept('h1'), isKept('new')]).toEqual([false, true, true]);
    await save('newer');
    expect([isKept('h1'), isKept('h2')]).toEqual([false, true]);
    expect(await use('h1')).toBe('');
  });

  it('stay when they are used, by their hash or sent once more', async () => {
    expect(await use('h0')).toBe('{ h0 }');
    await save('h1');
    await save('new');
    await save('newer');
    expect(['h0', 'h1', 'h2', 'h3', 'h4'].map(isKept)).toEqual([true, true, false, false, true]);
  });

  it('are never more than there is room for, whatever strangers send', async () => {
    for (let at = 0; at < 3 * KEPT; at++) await save(`s${at}`);
    const strangers = Array.from({ length: 3 * KEPT }, (_, at) => `s${at}`).filter(isKept);
    expect(strangers.length).toBe(KEPT);
    expect(isKept('h999')).toBe(false);
  });

  it('are not kept where they are too long, and drive out nobody', async () => {
    const text = (length: number) => '{ now }'.padEnd(length, ' ');
    await save('long', text(LONGEST + 1));
    expect([isKept('long'), isKept('h0')]).toEqual([false, true]);
    await save('fits', text(LONGEST));
    expect([isKept('fits'), isKept('h0')]).toEqual([true, false]);
  });
});
