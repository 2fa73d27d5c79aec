/** Gives the flow tests real stores: those of the environment, or ones of their own that end with them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStores } from './stores.mjs';

export default async function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'isegoria-stores-'));
  const stores = await startStores({ owner: 'test', folder, durable: false });
  Object.assign(process.env, stores.env);
  return async () => {
    await stores.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
