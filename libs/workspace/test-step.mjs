/** One part of `npm test`: a command that runs, says how it went, and counts. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { say } from './say.mjs';

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

export const sum = (counts) => counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), NOTHING);

/** A check that either holds or not: silent when it holds, its own words when it does not. */
export async function check(label, args) {
  const started = Date.now();
  const { code, output } = await node(args, 'pipe');
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${label} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (code !== 0) {
    say(output.trim());
    failures.push(label);
  }
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/** Files that a second attempt may mend: more than these failing at once is no accident. */
const FEW = 3;

/** What failed, said again after everything, where a reader of the end of a long log finds it. */
export const failures = [];

/**
 * A run of Vitest, counted test by test. Where few files failed, they run once more, alone: a test that then passes counts as passed and is named
 * as one that needed two attempts, with what it said at the first, so that it is mended and not forgotten. `firstOnly`: variables that the second attempt does not get.
 */
export async function vitest(label, args, env = {}, firstOnly = {}) {
  say(`\n${label}`);
  const first = await attempt(args, { ...env, ...firstOnly });
  if (!first.failed || !first.files.length || first.files.length > FEW) return keep(label, first);
  say(`\nonce more, alone: ${first.files.join(', ')}`);
  const again = await attempt([...args.filter((arg, at) => arg.startsWith('-') || args[at - 1] === '--config'), ...first.files], env);
  if (again.failed) return keep(label, { ...first, words: again.words });
  failures.push(...first.words.map((words) => `passed at the second attempt only: ${words}`));
  return { ...first, passed: first.passed + first.failed - first.outside, failed: 0 };
}

async function attempt(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'isegoria-report-'));
  const [report, outside] = [join(folder, 'report.json'), join(folder, 'outside.json')];
  const reporters = ['default', 'json', join(import.meta.dirname, 'outside-reporter.mjs')].map((name) => `--reporter=${name}`);
  const { code } = await node(['node_modules/vitest/vitest.mjs', 'run', ...reporters, `--outputFile.json=${report}`, ...args], 'inherit', { ...env, OUTSIDE_REPORT: outside });
  return countsOf(report, code, existsSync(outside) ? read(outside) : []);
}

function keep(label, counts) {
  if (counts.failed) failures.push(...(counts.words.length ? counts.words : [`${label}: ended with a failure, and no test did`]));
  return counts;
}

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The counts of a report, the files that failed, and what each failure said first. What broke outside of every test is one failure more. */
export function countsOf(report, code, outside = []) {
  if (!existsSync(report)) return { ...NOTHING, failed: 1, outside: 0, files: [], words: [] };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = read(report);
  const broken = testResults.filter(({ status }) => status === 'failed');
  const tests = broken.flatMap(({ name, assertionResults }) => assertionResults.filter(({ status }) => status === 'failed').map((test) => ({ name, ...test })));
  const unread = broken.filter(({ assertionResults }) => !assertionResults.some((test) => test.status === 'failed'));
  const failed = numFailedTests + unread.length;
  const besides = outside.length > 0 || (code !== 0 && failed === 0) ? 1 : 0;
  return {
    passed: numPassedTests,
    failed: failed + besides,
    outside: besides,
    skipped: numPendingTests + numTodoTests,
    files: [...new Set([...broken.map(({ name }) => name), ...outside.flatMap(({ file }) => file ?? [])])].map((name) => relative(process.cwd(), name)),
    words: [
      ...tests.map(({ name, fullName, failureMessages }) => `${relative(process.cwd(), name)} › ${fullName}\n    ${firstLines(failureMessages[0])}`),
      ...unread.map(({ name, message }) => `${relative(process.cwd(), name)}\n    ${firstLines(message)}`),
      ...outside.map(({ file, message }) => `outside of every test, ${file ? `while ${relative(process.cwd(), file)} ran` : 'in no file'}\n    ${firstLines(message)}`),
    ],
  };
}

const firstLines = (message = '') => message.split('\n').slice(0, 6).join('\n    ');

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
