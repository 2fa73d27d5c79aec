/** Builds what changed since the last build: the server's programs, the pages, the widgets. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { main, Refusal, say, step } from './say.mjs';
import { run } from './system.mjs';

const SHARED = ['package-lock.json', 'tsconfig.base.json'];
/** The questions of the pages that the command line asks too (apps/cli/proof/page-documents.ts). */
const PAGES_ASKED = ['libs/evaluations/web/documents.ts', 'libs/evaluations/web/choices/choice-documents.ts', 'libs/evaluations/web/weighing/who-answered.tsx', 'libs/insights/web/documents.ts'];
const TARGETS = [
  {
    name: 'the server',
    config: 'vite.api.config.ts',
    output: ['dist/api', 'dist/worker', 'dist/cli', 'dist/server'],
    main: 'dist/api/main.js',
    sources: ['apps/api', 'apps/worker', 'apps/cli', 'vite.api.config.ts', 'libs/workspace/threads-plugin.mjs', 'tsconfig.api.json', ...PAGES_ASKED],
    sides: ['api', 'contracts'],
  },
  { name: 'the pages', config: 'apps/web/vite.config.ts', output: ['dist/web'], main: 'dist/web/index.html', sources: ['apps/web', 'tsconfig.web.json'], sides: ['web', 'contracts'] },
  { name: 'the widgets', config: 'apps/widgets/vite.config.ts', output: ['dist/widgets'], main: 'dist/widgets', sources: ['apps/widgets', 'tsconfig.web.json'], sides: ['contracts'] },
];

/** Builds what is stale. `only` names programs by their main file. */
export async function build(only = TARGETS.map(({ main }) => main)) {
  const stale = TARGETS.filter(({ main }) => only.includes(main)).map((target) => ({ ...target, hash: hashOf(target) })).filter(isStale);
  if (!stale.length) return;
  await step(`Building ${stale.map(({ name }) => name).join(', ')}`, () => Promise.all(stale.map(buildOne)));
}

const stampOf = ({ config }) => join('dist/.stamps', config.replaceAll('/', '-'));
const isStale = (target) => !existsSync(target.main) || !existsSync(stampOf(target)) || readFileSync(stampOf(target), 'utf8') !== target.hash;

async function buildOne(target) {
  for (const folder of target.output) rmSync(folder, { recursive: true, force: true });
  const built = await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', target.config], { maxBuffer: 1 << 26, env: { ...process.env, NODE_ENV: 'production' } }).catch((failure) => {
    throw new Refusal(`Building ${target.name} failed:\n${withoutStack(failure.stderr || failure.stdout || failure.message)}`);
  });
  const warnings = built.stderr.trim();
  if (warnings) say(warnings);
  mkdirSync('dist/.stamps', { recursive: true });
  writeFileSync(stampOf(target), target.hash);
}

/** What Vite says, without where in Vite it was said. */
function withoutStack(text) {
  return stripVTControlCharacters(text).split('\n').filter((line) => !/^\s+at |^\s+errors: \[|^}$/.test(line)).join('\n').trim();
}

/** A fingerprint of every file that the build reads; tests are none of them. */
function hashOf({ sources, sides }) {
  const slices = readdirSync('libs').flatMap((slice) => sides.map((side) => `libs/${slice}/${side}`));
  const hash = createHash('sha256');
  for (const path of [...SHARED, ...sources, ...slices].flatMap(filesIn).sort()) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (/\.\w+$/.test(path)) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}

if (process.argv[1] === import.meta.filename) await main(() => build());
