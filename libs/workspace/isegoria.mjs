/** `npm run isegoria -- COMMAND`: the city's command line, on the stores of a running `npm start` or on its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { startNode } from './child.mjs';
import { installPackages } from './install.mjs';
import { main } from './say.mjs';
import { WITHOUT_STORES } from './without-stores.mjs';
import { startStores } from './stores.mjs';
import { requireNode } from './system.mjs';

const house = join(import.meta.dirname, '../..');
// A file is named from where the person stands, and npm has moved us to the house.
const here = process.env.INIT_CWD ?? process.cwd();
process.chdir(house);

const words = process.argv.slice(2);
// With --json, standard output is for the answer alone.
if (words.includes('--json')) console.log = console.error;
let child = null;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void child?.stop());

await main(async () => {
  requireNode();
  await installPackages();
  if (words[0] === 'generate') return import(pathToFileURL(join(house, 'libs/workspace/generate.mjs')).href);
  await build(['dist/api/main.js']);
  const dataDir = resolve(process.env.DATA_DIR || '.data');
  const needsStores = words.length > 0 && !WITHOUT_STORES.includes(words[0]);
  // A proof makes a city of its own: its stores are no city's, and are gone with it.
  const scratch = words[0] === 'proof' ? mkdtempSync(join(tmpdir(), 'isegoria-proof-')) : null;
  const stores = needsStores ? await startStores(scratch ? { owner: 'proof', folder: scratch, durable: false } : { owner: 'isegoria' }) : null;
  try {
    child = startNode(join(house, 'dist/cli/main.js'), words, { cwd: here, env: { NODE_ENV: 'production', DATA_DIR: dataDir, ...stores?.env } });
    const ended = await child.ended;
    process.exitCode = typeof ended === 'number' ? ended : 1;
  } finally {
    await stores?.stop();
    if (scratch) rmSync(scratch, { recursive: true, force: true });
  }
});
