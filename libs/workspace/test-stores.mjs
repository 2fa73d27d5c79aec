/**
 * Gives the flow tests real stores: those of the environment, or ones of their own that end with them. Each worker has its own set:
 * a file that kills processes in the middle of their transactions must not hold up whatever runs beside it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStores } from './stores.mjs';

/** As many as this machine has processors, or nearly: a store takes one for itself. Of the workers in vitest.config.ts two share one. */
const sets = 2;

export default async function setup() {
  const started = [];
  for (let set = 0; set < sets; set++) {
    const folder = mkdtempSync(join(tmpdir(), 'isegoria-stores-'));
    started.push({ folder, ...(await startStores({ owner: 'test', folder, durable: false })) });
  }
  process.env.TEST_STORES = JSON.stringify(started.map(({ env }) => env));
  return async () => {
    await Promise.all(started.map(({ stop }) => stop()));
    for (const { folder } of started) rmSync(folder, { recursive: true, force: true });
  };
}
