/** The launcher's own parts: what counts as a failure, what a visitor must load, what is made of SDL, what ends with whom. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { firstVisit, widgets } from './budget.mjs';
import { killGroup } from './child.mjs';
import { merge, mergedSchema } from './sdl.mjs';
import { sdlTypes } from './sdl-types.mjs';
import { countsOf, failures, pool, sum, vitest } from './test-step.mjs';

const folderWith = (files) => {
  const folder = mkdtempSync(join(tmpdir(), 'isegoria-test-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};
afterEach(() => void vi.restoreAllMocks());

describe('npm test counts', () => {
  const report = (part) => join(folderWith({ 'r.json': JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...part }) }), 'r.json');

  it('every test of every part', () => {
    const a = countsOf(report({ numPassedTests: 5, numPendingTests: 1 }), 0);
    const b = countsOf(report({ numPassedTests: 2, numFailedTests: 1, testResults: [{ name: '/a.test.ts', status: 'failed', assertionResults: [{ status: 'failed', fullName: 'adds', failureMessages: ['3 is not 4'] }] }] }), 1);
    expect(sum([a, b])).toEqual({ passed: 7, failed: 1, skipped: 1 });
    expect(b.words.join()).toContain('adds\n    3 is not 4');
  });

  it('a file that cannot even be read as a failure', () => {
    expect(countsOf(report({ testResults: [{ name: '/a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }] }), 1).failed).toBe(1);
  });

  it('an error outside of every test, and a run that left no report', () => {
    expect(countsOf(report({ numPassedTests: 3 }), 1)).toMatchObject({ passed: 3, failed: 1, skipped: 0 });
    expect(countsOf('/no/such/report.json', 0).failed).toBe(1);
  });

  it('a test that passes at its second attempt as passed, and says so; one that fails twice as failed', async () => {
    const flaky = `it('once', () => { const mark = import.meta.dirname + '/mark'; const first = !existsSync(mark); writeFileSync(mark, ''); expect(first).toBe(false); });`;
    const root = folderWith({
      'flaky.test.mjs': `import { existsSync, writeFileSync } from 'node:fs';\n${flaky}\nit('sound', () => {});`,
      'broken.test.mjs': `it('never', () => expect(1).toBe(2));`,
      'leaving.test.mjs': `it('passes', () => void Promise.reject(new Error('nobody listens')));`,
      // Else one of a folder above would be taken.
      'vitest.config.mjs': 'export default {};',
    });
    const run = (file) => vitest('trial', [`--root=${root}`, '--globals', file]);
    expect(sum([await run('flaky')])).toEqual({ passed: 2, failed: 0, skipped: 0 });
    expect(failures.splice(0).join()).toMatch(/second attempt only.*flaky.*once/);
    expect(sum([await run('broken')])).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(failures.splice(0).join()).toMatch(/^(?!.*second attempt).*broken.*never/);
    expect(sum([await run('leaving')])).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(failures.splice(0).join()).toMatch(/outside of every test, while .*leaving\.test\.mjs ran\s+Error: nobody listens/);
  });

  it('work in a pool, never more at once than it is wide', async () => {
    let running = 0;
    let most = 0;
    const work = async () => ((most = Math.max(most, ++running)), await new Promise((wake) => setTimeout(wake, 5)), running--);
    expect(await pool(2, [work, work, work, work, work])).toHaveLength(5);
    expect(most).toBe(2);
  });
});

describe('the budget of bytes', () => {
  it('counts what every visitor loads, and not what may come later', () => {
    const scripts = { 'main.js': 'a'.repeat(1000), 'words.js': 'b'.repeat(1000), 'page.js': String(Math.random()).repeat(1000) };
    const small = firstVisit(folderWith({ 'first-visit.json': JSON.stringify({ files: ['main.js', 'words.js'] }), ...scripts }));
    expect(small).toBeGreaterThan(20);
    expect(small).toBeLessThan(100);
  });

  it('counts each widget by itself, and none where none is built', () => {
    expect(widgets(folderWith({ 'proposal.js': 'x', 'proposal.js.map': 'y' })).map(({ name }) => name)).toEqual(['proposal.js']);
    expect(widgets('/no/such/folder')).toEqual([]);
  });
});

describe('the types of the SDL', () => {
  const slice = (name, sdl) => ({ name, path: name, definitions: merge(parse(sdl).definitions) });
  const kernel = slice('kernel', 'scalar DateTime type Localized { el: String! } type Invalid { field: String! } type Query { now: DateTime! }');
  const votes = slice('votes', 'type Ballot { title: Localized! } type VoteCast { ballot: Ballot! at: DateTime! } union CastVoteResult = VoteCast | Invalid type Query { ballot: Ballot } type Mutation { castVote: CastVoteResult! }');

  it('hold what the slice names of others, and nothing else of theirs', async () => {
    const types = await sdlTypes(votes, [kernel, votes]);
    expect(types).toContain('export type Localized');
    expect(types).not.toContain('now:');
  });

  it('demand the name where one of several answers is given, and only there', async () => {
    const types = await sdlTypes(votes, [kernel, votes]);
    expect(types).toContain("__typename: 'VoteCast'");
    expect(types).toContain("__typename?: 'Ballot'");
  });

  it('refuse a name that no slice defines', async () => {
    const stray = slice('stray', 'type Stray { of: Nowhere! }');
    await expect(sdlTypes(stray, [stray])).rejects.toThrow('Stray names Nowhere, which no slice defines');
  });

  it('join the questions of all slices, and refuse two things of one name', () => {
    const problems = [];
    expect(mergedSchema([kernel, votes], problems)).toMatch(/type Query \{\s+ballot: Ballot\s+now: DateTime!/);
    expect(mergedSchema([kernel, slice('twin', 'scalar DateTime')], problems)).toBeNull();
    expect(problems).toEqual(['schema.graphql: DateTime is defined twice']);
  });
});

it('a program of ours ends when its launcher is killed with -9', async () => {
  const folder = folderWith({ 'program.mjs': 'setInterval(() => {}, 1000);' });
  const launcher = `import { startNode } from ${JSON.stringify(new URL('./child.mjs', import.meta.url).href)};
    console.log(startNode(${JSON.stringify(join(folder, 'program.mjs'))}, []).group); setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', launcher], { stdio: ['ignore', 'pipe', 'inherit'] });
  const group = await new Promise((resolve) => parent.stdout.once('data', (text) => resolve(Number(text))));
  await new Promise((wake) => setTimeout(wake, 500));
  expect(killGroup(group, 0)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(killGroup(group, 0)).toBe(false), 5000);
});
