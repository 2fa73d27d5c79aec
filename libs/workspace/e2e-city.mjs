/**
 * The city of the e2e tests: `npm start` itself, on a free port, with a folder, a database and a prefix of its own, and a
 * small demo city in it. Tests find it at CITY_URL; the accounts stand in CITY_ACCOUNTS, a file.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStores } from './stores.mjs';
import { freePort } from './system.mjs';

export default async function setup() {
  if (process.env.CITY_URL) return undefined;
  const { env, close } = await openCity();
  Object.assign(process.env, env);
  return close;
}

/** Opens it: its variables for whoever walks in it, and the way to close it. */
export async function openCity() {
  const folder = mkdtempSync(join(tmpdir(), 'isegoria-e2e-'));
  const port = String(await freePort());
  const name = `e2e_${randomBytes(4).toString('hex')}`;
  // Looser than a city's own: what a crash would lose here is nobody's.
  const stores = await startStores({ owner: 'e2e', folder, durable: false });
  const own = { ...stores.env, PORT: port, DATA_DIR: folder, MONGODB_DB: name, REDIS_PREFIX: name, SEED_SCALE: process.env.SEED_SCALE ?? '0.1', WEBHOOK_PRIVATE: 'on', LAST_VOTES_SECONDS: '3' };
  // It ends with whoever opened it, though that is killed.
  const city = spawn(process.execPath, ['--import', new URL('./with-parent.mjs', import.meta.url).href, 'libs/workspace/start.mjs'], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...own } });
  await ready(city);
  return {
    env: { CITY_URL: `http://localhost:${port}`, CITY_ACCOUNTS: join(folder, 'accounts.txt') },
    async close() {
      const ended = new Promise((resolve) => city.once('exit', resolve));
      city.kill('SIGINT');
      await ended;
      await stores.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ready(city) {
  return new Promise((resolve, reject) => {
    let said = '';
    city.stdout.on('data', (text) => {
      said += text;
      process.stdout.write(text);
      if (said.includes('ready at ')) resolve();
    });
    city.once('exit', (code) => reject(new Error(`npm start ended with code ${code}`)));
  });
}
