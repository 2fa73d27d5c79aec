import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oracle } from './budgeting.oracle';

const data = resolve(process.env['SHARED_DATA'] || '../shared/data');
const isThere = oracle.needs.every((folder) => existsSync(join(data, folder)));

describe('a real election counted here', () => {
  it.skipIf(!isThere)(isThere ? 'has the winners that others computed and that cities declared' : 'is not tried: ../shared/data/pabulib is absent', async () => {
    const rows = await oracle.run(data);
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ holds }) => !holds)).toEqual([]);
  }, 120_000);
});
