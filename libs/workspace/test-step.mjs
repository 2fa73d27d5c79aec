/** One part of `npm test`: a command that runs, says how it went, and counts. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './say.mjs';

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

export const sum = (counts) => counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), NOTHING);

/** A check that either holds or not: silent when it holds, its own words when it does not. */
export async function check(label, args) {
  const started = Date.now();
  const { code, output } = await node(args, 'pipe');
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${label} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (code !== 0) say(output.trim());
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/** A run of Vitest, counted test by test. */
export async function vitest(label, args, env = {}) {
  say(`\n${label}`);
  const report = join(mkdtempSync(join(tmpdir(), 'isegoria-report-')), 'report.json');
  const { code } = await node(['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args], 'inherit', env);
  return countsOf(report, code);
}

export function countsOf(report, code) {
  if (!existsSync(report)) return { ...NOTHING, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const unread = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')).length;
  const failed = numFailedTests + unread;
  // An error outside of every test is a failure too.
  return { passed: numPassedTests, failed: failed || (code === 0 ? 0 : 1), skipped: numPendingTests + numTodoTests };
}

function node(args, stdio, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', stdio, stdio], env: { ...process.env, ...env } });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs the works, no more than `width` at once. */
export async function pool(width, works) {
  const waiting = [...works];
  const results = [];
  await Promise.all(Array.from({ length: width }, async () => {
    for (let work = waiting.shift(); work; work = waiting.shift()) results.push(await work());
  }));
  return results;
}
