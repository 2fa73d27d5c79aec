/** The budget of bytes: what every visitor's browser must load before the first page, and each widget, gzipped. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const KB = 1000;
const FIRST_VISIT = 150 * KB;
const WIDGET = 25 * KB;

const gzipped = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** The scripts that a browser fetches for the home page and nothing else: the build says which (`apps/web/build/budget.mjs`). */
export function firstVisit(folder = 'dist/web') {
  const { files } = JSON.parse(readFileSync(`${folder}/first-visit.json`, 'utf8'));
  return files.reduce((sum, file) => sum + gzipped(`${folder}/${file}`), 0);
}

export function widgets(folder = 'dist/widgets') {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.js')).map((file) => ({ name: file, bytes: gzipped(`${folder}/${file}`) }));
}

/** Every measure with its limit, and whether it holds. */
export function budget() {
  const measures = [{ name: 'first visit, all JavaScript of the home page', bytes: firstVisit(), limit: FIRST_VISIT }];
  for (const { name, bytes } of widgets()) measures.push({ name: `widget ${name}`, bytes, limit: WIDGET });
  return measures.map((measure) => ({ ...measure, holds: measure.bytes <= measure.limit }));
}

if (process.argv[1] === import.meta.filename) {
  for (const { name, bytes, limit, holds } of budget()) {
    console.log(`${holds ? 'holds  ' : 'exceeds'} ${name}: ${(bytes / KB).toFixed(1)} kB of ${limit / KB} kB gzipped; room for ${limit - bytes} bytes`);
    if (!holds) process.exitCode = 1;
  }
}
