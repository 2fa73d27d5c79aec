import { contractField } from '@isegoria/kernel/api';
import type { DatasetField } from '@isegoria/kernel/contracts';
import { describe, expect, it } from 'vitest';

const found = import.meta.glob<Record<string, readonly DatasetField[]>>('/libs/*/contracts/*.dataset.ts', { eager: true });
const columns = Object.entries(found).flatMap(([file, lists]) => Object.entries(lists).map(([list, fields]) => [`${file.split('/')[2] ?? ''} ${list}`, fields] as const));

describe('the columns of the public data', () => {
  it.each(columns)('of %s come from the contracts, once each, with words in both languages', (_name, fields) => {
    for (const field of fields) {
      if ('from' in field) expect(() => contractField(field.from)).not.toThrow();
      for (const words of [field.title, field.says]) expect([words.el.length > 0, words.en.length > 0]).toEqual([true, true]);
    }
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
  });

  it('are those of every slice that hands data in', () => {
    expect(columns.length).toBeGreaterThanOrEqual(15);
  });
});
