/** `npm test`: everything, in the order in which it fails soonest. `npm test -- NAME …` runs only the Vitest files so named, `npm run check` no test at all: types, lint, generated files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { openCity } from './e2e-city.mjs';
import { installPackages } from './install.mjs';
import { main, Refusal, say } from './say.mjs';
import { requireNode } from './system.mjs';
import { check, failures, pool, sum, vitest } from './test-step.mjs';

process.chdir(join(import.meta.dirname, '../..'));
const names = process.argv.slice(2);
const checksOnly = names[0] === '--checks';
const TSC = 'node_modules/typescript/bin/tsc';
/** The longest first, so that two at a time end together. */
const CHECKS = [
  ['lint, with the fences between slices', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']],
  ['types of the pages', [TSC, '-p', 'tsconfig.web.json']],
  ['types of the server', [TSC, '-p', 'tsconfig.api.json']],
  ['queries of the pages fit the schema', ['node_modules/gql.tada/bin/cli.js', 'check', '-c', 'tsconfig.web.json']],
  ['generated files are fresh', ['libs/workspace/generate.mjs', '--check']],
];

/** The stories that only look: they hold nobody up, and most of their time they wait for a page. */
const LOOKING = ['e2e/a-visitor-arrives.spec.ts', 'e2e/everyone-can-read-it.spec.ts'];

/** Stories of things that no other story touches; the rest share their people and what these wrote, and go one after the other. */
const APART = [
  'a-citizen-answers-a-survey', 'a-citizen-comes-by-taxisnet', 'a-citizen-starts-an-initiative', 'a-city-consults', 'a-city-shares-its-budget', 'a-council-sits', 'a-debate-is-concluded', 'a-developer-asks-the-city',
  'a-meeting-is-held', 'a-panel-is-drawn', 'an-administrator-makes-a-process', 'an-official-comes-by-the-directory', 'neighbours-lend-a-hand',
].map((story) => `e2e/${story}.spec.ts`);

// What tests leave behind in the folder for temporary files goes with the run.
const scratch = mkdtempSync(join(tmpdir(), 'isegoria-run-'));
process.env.TMPDIR = scratch;
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

await main(async () => {
  requireNode();
  await installPackages();
  report(sum(checksOnly ? await checks() : names.length ? [await vitest('tests', names)] : await everything()));
});

function checks(...besides) {
  return pool(2, [...CHECKS.map(([label, args]) => () => check(label, args)), ...besides]);
}

async function everything() {
  const checked = await checks(() => attempt('build of the server, the pages and the widgets', () => build()));
  const budget = await check('budget of bytes', ['libs/workspace/budget.mjs']);
  const tests = await vitest('rules, flows on real stores, pages', []);
  return [...checked, budget, tests, await inBrowser()];
}

/** The built city in a real browser: what people do, what axe finds, the widget on a foreign page. Who looks does so beside those who act, in one city. */
async function inBrowser() {
  let chromium = '';
  let city = { env: {}, close: async () => {} };
  const ready = await attempt('a browser, and a city for it', async () => {
    chromium = await findChromium();
    city = await openCity();
  });
  if (ready.failed) return ready;
  // A second attempt has a city of its own: in this one it has acted already.
  const walk = (label, args) => vitest(label, ['--config', 'vitest.e2e.config.ts', ...args], { CHROMIUM: chromium }, city.env);
  const walks = await Promise.all([
    walk('people look around in a browser', LOOKING),
    walk('people act apart from each other in a browser', APART),
    walk('people act in a browser', [...LOOKING, ...APART].map((file) => `--exclude=${file}`)),
  ]);
  await city.close();
  return sum([ready, ...walks]);
}

async function attempt(label, work) {
  try {
    await work();
    say(`ok     ${label}`);
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (failure) {
    say(`FAILED ${label}\n${failure instanceof Refusal ? failure.message : failure.stack}`);
    failures.push(label);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function report({ passed, failed, skipped }) {
  if (failed) process.exitCode = 1;
  process.once('exit', () => say(`\n${failures.map((words) => `! ${words}\n`).join('')}${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`));
}
