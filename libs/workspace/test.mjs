/** `npm test`: everything, in the order in which it fails soonest. `npm test -- NAME …` runs only the Vitest files so named, `npm run check` no test at all: types, lint, generated files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
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

/** The built city in a real browser: what people do, what axe finds, the widget on a foreign page. */
async function inBrowser() {
  let chromium = '';
  const found = await attempt('a browser', async () => (chromium = await findChromium()));
  if (found.failed) return found;
  return vitest('people in a browser', ['--config', 'vitest.e2e.config.ts'], { CHROMIUM: chromium });
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
