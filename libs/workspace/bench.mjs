/**
 * `npm run bench [-- NAME …] [--json]`: how fast the city is, as ratios taken in one run. Each slice brings its measures in
 * `libs/<slice>/api/<name>.bench.ts`; the budget of bytes is measured here. `--json` prints one line for each figure.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { installPackages } from './install.mjs';
import { main, Refusal, say } from './say.mjs';
import { startStores } from './stores.mjs';
import { requireNode } from './system.mjs';

process.chdir(join(import.meta.dirname, '../..'));
const words = process.argv.slice(2);
const isJson = words.includes('--json');
const names = words.filter((word) => !word.startsWith('--'));
const isWanted = (name) => names.length === 0 || names.some((wanted) => name.includes(wanted));
// With --json, standard output is for the figures alone.
if (isJson) console.log = console.error;

await main(async () => {
  requireNode();
  const known = ['bytes', ...files().map(nameOf)];
  if (!known.some(isWanted)) throw new Refusal(`No measure is called ${names.join(', ')}. There are: ${known.join(', ')}`);
  await installPackages();
  await build();
  const rows = [...(await bytes()), ...(await measures())];
  if (!isJson) table(rows);
  process.exit(rows.every(({ holds }) => holds) ? 0 : 1);
});

async function bytes() {
  if (!isWanted('bytes')) return [];
  const { budget } = await import('./budget.mjs');
  return budget().map(({ name, bytes, limit, holds }) => shown({ name: `bytes: ${name}`, value: bytes / 1000, unit: 'kB gzipped', baseline: limit / 1000, ratio: bytes / limit, goal: '<= 1', holds }));
}

/** Measures on the stores of the environment, or on ones that end with them. */
async function measures() {
  const wanted = files().filter((file) => isWanted(nameOf(file)));
  if (!wanted.length) return [];
  const folder = mkdtempSync(join(tmpdir(), 'isegoria-bench-'));
  const stores = await startStores({ owner: 'bench', folder });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stores.stop().then(() => process.exit(130)));
  try {
    const rows = [];
    for (const file of wanted) rows.push(...(await measure(file, stores.env)));
    return rows;
  } finally {
    await stores.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(file, env) {
  const { openBench } = await import('./bench-city.mjs');
  const city = await openBench(env);
  try {
    const { bench } = await city.load(`/${file}`);
    say(`${bench.name} …`);
    return (await bench.run(city.context)).map(shown);
  } finally {
    await city.close();
  }
}

function files() {
  const folders = readdirSync('libs').map((slice) => `libs/${slice}/api`).filter((folder) => existsSync(folder));
  return folders.flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.bench.ts')).map((file) => `${folder}/${file}`));
}

function nameOf(file) {
  return file.replace(/^.*\/(.+)\.bench\.ts$/, '$1');
}

/** Gives the row back, after it was printed where a program reads. */
function shown(row) {
  const { name, value, unit, baseline, ratio, goal, holds } = row;
  if (isJson) process.stdout.write(`${JSON.stringify({ name, value, unit, baseline, ratio, goal, holds })}\n`);
  return row;
}

function table(rows) {
  const number = (value) => (Math.abs(value) >= 100 ? Math.round(value).toString() : value.toPrecision(3));
  const cells = rows.map(({ name, value, unit, baseline, ratio, goal, holds }) => [name, `${number(value)} ${unit}`, number(baseline), ratio.toFixed(2), goal, holds ? 'holds' : 'MISSED']);
  const lines = [['measure', 'value', 'baseline', 'ratio', 'goal', ''], ...cells];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines) say(line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '));
}
