import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ruleNamed, writePb } from '@isegoria/budgeting/contracts';
import { build } from 'vite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { budgetCommand } from './budget.command';
import { decided } from './decided';
import { decideOffLoop } from './decide-off-loop';
import { aForintCity } from './forints';
import { readPbFile } from './pb-file';

const folder = mkdtempSync(join(tmpdir(), 'isegoria-budget-'));
const SMALL = 'META\nkey;value\nnum_projects;2\nnum_votes;3\nbudget;100.5\nvote_type;approval\nrule;equalshares/add1\nPROJECTS\nproject_id;cost\na;60.25\nb;50\nVOTES\nvoter_id;vote\n1;a\n2;a,b\n3;b\n';

function aFile(content: string | Buffer, name = 'small.pb'): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** Runs `budget …` and gives back what came out on each side. */
async function budget(...words: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0);
  const code = await budgetCommand(words);
  return { code, out: out.join(''), err: err.join('') };
}
afterEach(() => void vi.restoreAllMocks());

describe('a clerk at the terminal', () => {
  it('gets the result as one JSON object, in the money of the file, and nothing else on that side', async () => {
    const { code, out } = await budget('compute', aFile(SMALL), '--json');
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ rule: 'equalshares/add1', winners: ['b'], spent: 50, budget: 100.5, declared: { completion: 'add1', stop: 'exhaustive', comparison: 'none', utility: 'cost' } });
    expect(result.rounds[0]).toMatchObject({ project: 'b', price: '25', left: 50.5 });
    expect(result.explanations.a).toMatchObject({ funded: false, sentence: expect.stringContaining('Not funded: it costs 60.25') });
  });

  it('may name another rule, and reads the result in sentences', async () => {
    const { out } = await budget('compute', aFile(SMALL), '--rule', 'greedy', '--ties', 'order:a', '--quick');
    expect(out).toContain('greedy: ties order:a,id');
    expect(out).toMatch(/Funded\n {2}a {2}a {2}\(60.25\)\n {6}Funded: with 2 votes it was number 1, and the money was enough\.\n/);
  });

  it('may name projects that exclude each other, and is told where the file leaves that to them', async () => {
    const file = aFile(SMALL.replace('equalshares/add1', 'greedy-exclusive\ncomment;#1: a and b are one square.').replace('100.5', '200'), 'exclusive.pb');
    const alone = await budget('compute', file, '--json');
    expect(JSON.parse(alone.out)).toMatchObject({ rule: 'greedy-exclusive', winners: ['b', 'a'] });
    expect(alone.err).toContain('name them with --exclusive ID,ID.\nIts comment: #1: a and b are one square.');
    const named = await budget('compute', file, '--json', '--exclusive', 'a,b');
    expect(JSON.parse(named.out)).toMatchObject({ winners: ['b'], declared: { exclusions: [['a', 'b']] }, explanations: { a: { sentence: expect.stringContaining('project b, which came before it, excludes it') } } });
    expect(named.err).toBe('');
  });

  it('may give the file gzipped', async () => {
    expect((await budget('check', aFile(gzipSync(SMALL), 'small.pb.gz'))).out).toBe('Nothing is wrong: 2 projects, 3 votes, approval.\n');
  });

  it.each(['compute', 'check'])('reads of a bad file what is wrong, line by line, and nothing is counted (%s)', async (command) => {
    const bad = aFile(SMALL.replace('60.25', '-1').replace('3;b', '2;c').replaceAll('\n', '\r\n'), 'bad.pb');
    expect(await budget(command, bad, '--json')).toEqual({
      code: 1, out: '',
      err: 'line 10: The cost "-1" of project "a" is below zero.\nline 16: The voter "2" votes a second time.\nline 16: The vote names a project "c" that is not in the list.\n3 things are wrong, so nothing was read.\n',
    });
  });

  it.each<[string[], string]>([
    [['compute'], 'Which command, and which file?'],
    [['compute', '/no/such.pb'], 'cannot be read'],
    [['compute', 'FILE', '--rule', 'lottery'], 'There is no rule "lottery"'],
    [['compute', 'FILE', '--utility', 'joy'], '--utility is one of cost, cardinality, not "joy"'],
    [['compute', 'FILE', '--ties', 'luck'], '--ties "luck"'],
    [['compute', 'FILE', '--rule', 'greedy', '--exclusive', 'a,z'], 'a project "z" that is not in the file'],
    [['compute', 'FILE', '--exclusive', 'a,b'], '--exclusive is for greedy rules'],
    [['compute', 'FILE', '--fast'], '--fast'],
  ])('is told when the words make no sense: %s', async (words, says) => {
    const { code, out, err } = await budget(...words.map((word) => (word === 'FILE' ? aFile(SMALL) : word)));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });
});

describe('a heavy count', () => {
  const question = { election: aForintCity({ projects: 12, voters: 60 }), rule: ruleNamed('equalshares/add1') ?? raise(), changes: false };

  it('runs in a thread of its own in a built city, with the same answer', async () => {
    // Beside the packages, which a build does not carry with it.
    mkdirSync('.data', { recursive: true });
    const outDir = mkdtempSync(join(process.cwd(), '.data', 'budget-'));
    await build({ configFile: 'vite.api.config.ts', build: { outDir, rollupOptions: { input: { 'budget-worker': 'libs/budgeting/api/decide.worker.ts' } } } });
    const program = pathToFileURL(join(outDir, 'budget-worker/main.js'));
    expect(existsSync(program)).toBe(true);
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 1);
    const answer = await decideOffLoop(question, program);
    clearInterval(ticking);
    rmSync(outDir, { recursive: true, force: true });
    expect(turns).toBeGreaterThan(0);
    expect(answer).toEqual(decided(question));
  }, 60_000);

  it('tells when its thread fails', async () => {
    const broken = aFile('throw new Error("the light went out")', 'broken.mjs');
    await expect(decideOffLoop(question, pathToFileURL(broken))).rejects.toThrow('the light went out');
  });

  it('runs where it is when the city runs from its sources', async () => {
    expect(await decideOffLoop(question, new URL('file:///no/such/program.js'))).toEqual(decided(question));
  });
});

const corpus = resolve('../shared/data/pabulib/pb');
const files = existsSync(corpus) ? readdirSync(corpus) : [];

describe('the files of Pabulib', () => {
  it.skipIf(!files.length)(files.length ? 'are read without a defect or a warning, and come back cell for cell' : 'are not tried: ../shared/data/pabulib is absent', async () => {
    for (const name of files) {
      const rows: string[][] = [];
      const first = await readPbFile(join(corpus, name), (cells) => void rows.push(cells));
      if (!first.election) throw new Error(`${name} has ${first.count} defects`);
      expect(first.warnings).toEqual([]);
      const written = writePb(first.cells, rows);
      const again: string[][] = [];
      const second = await readPbFile(aFile(written, 'again.pb'), (cells) => void again.push(cells));
      expect(again).toEqual(rows);
      expect(second).toEqual(first);
      const original = gunzipSync(readFileSync(join(corpus, name))).toString('utf8').replaceAll('\r\n', '\n');
      expect(written.split('\n').length).toBe(original.split('\n').length);
    }
  }, 120_000);
});

function raise(): never {
  throw new Error('no such rule');
}
