/**
 * `npm run check:oracles [-- NAME …]`: results held against published truths, every figure printed. Each slice brings its own in
 * `libs/<slice>/api/<name>.oracle.ts`. The data lies beside the house (`SHARED_DATA`); what is absent is skipped, with a word.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installPackages } from './install.mjs';
import { main, Refusal, say } from './say.mjs';
import { startStores } from './stores.mjs';
import { freePort, requireNode } from './system.mjs';

process.chdir(join(import.meta.dirname, '../..'));
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const data = resolve(process.env.SHARED_DATA || '../shared/data');

await main(async () => {
  requireNode();
  const wanted = files().filter((file) => names.length === 0 || names.some((name) => file.includes(name)));
  if (!wanted.length) throw new Refusal(`No oracle is called ${names.join(', ')}. There are: ${files().join(', ') || 'none'}`);
  await installPackages();
  const { openPrograms } = await import('./vite-programs.mjs');
  const programs = await openPrograms();
  let [held, missed] = [0, 0];
  let city = null;
  try {
    for (const file of wanted) {
      const { oracle } = await programs.load(`/${file}`);
      const absent = oracle.needs.filter((folder) => !existsSync(join(data, folder)));
      if (absent.length) {
        say(`${oracle.name}: skipped, for ${absent.join(', ')} is not in ${data}`);
        continue;
      }
      say(`${oracle.name}`);
      if (oracle.needsCity) city ??= await openCity(programs);
      for (const { name, found, expected, holds } of await oracle.run(data, city?.url)) {
        say(`  ${holds ? 'holds ' : 'MISSED'} ${name}: ${found}${found === expected ? '' : `, expected ${expected}`}`);
        if (holds) held += 1;
        else missed += 1;
      }
    }
    say(`\n${held} held, ${missed} missed`);
  } finally {
    await city?.close();
    await programs.close();
  }
  process.exit(missed ? 1 : 0);
});

/** The city at CITY_URL, or a small demo city on stores of its own. */
async function openCity(programs) {
  if (process.env.CITY_URL) return { url: process.env.CITY_URL.replace(/\/+$/, ''), close: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'isegoria-oracle-'));
  const stores = await startStores({ owner: 'oracles', folder });
  Object.assign(process.env, stores.env, { WORKER: 'off', LOG_LEVEL: 'error', RATE_LIMITS: 'off', PORT: String(await freePort()) });
  const { startCity } = await programs.load('/libs/kernel/api/index.ts');
  const { slices, doors } = await programs.load('/apps/api/app.module.ts');
  const { seed } = await programs.load('/apps/cli/seed.ts');
  const city = await startCity(slices, { doors, port: Number(process.env.PORT) });
  await seed(city.app, { ifEmpty: true, scale: Number(process.env.SEED_SCALE ?? 0.02) });
  return { url: city.url, close };

  /** What was found is said by now: a store that goes first is told of, and changes nothing. */
  async function close() {
    await city.stop().catch((failure) => say(`The city did not end well: ${failure.message}`));
    await stores.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function files() {
  const folders = readdirSync('libs').map((slice) => `libs/${slice}/api`).filter((folder) => existsSync(folder));
  return folders.flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.oracle.ts')).map((file) => `${folder}/${file}`));
}
