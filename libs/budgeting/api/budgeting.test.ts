import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PbReader, writePb } from '@isegoria/budgeting/contracts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { budgetCommand } from './budget.command';
import { countFile } from './counting/count-file';
import { countOffLoop } from './counting/count-off-loop';
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
  /** As many voters as it takes for the megabytes; every ballot names some of 40 projects. */
  const aLargeFile = (megabytes: number) => {
    const ids = Array.from({ length: 40 }, (_, at) => `project-${at}`);
    const head = `META\nkey;value\nnum_projects;40\nbudget;100000\nvote_type;approval\nrule;greedy\nPROJECTS\nproject_id;cost\n${ids.map((id, at) => `${id};${1000 + 997 * at}`).join('\n')}\nVOTES\nvoter_id;vote\n`;
    const block = (from: number) => Array.from({ length: 10_000 }, (_, at) => `${from + at};${ids.filter((_id, place) => (at * 31 + place * 17) % 7 === 0).join(',')}\n`).join('');
    const path = aFile(head, 'large.pb');
    for (let [from, size] = [0, 0]; size < megabytes * 1e6; from += 10_000) {
      const text = block(from);
      size += text.length;
      appendFileSync(path, text);
    }
    return path;
  };

  it('is read and counted in a thread of its own: of the file nothing is read here, and this loop goes on turning', async () => {
    const path = aLargeFile(25);
    const read = vi.spyOn(PbReader.prototype, 'push');
    let turns = 0;
    let isOver = false;
    const turn = () => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    turn();
    const answer = await countOffLoop({ file: { path }, rule: null, homes: null });
    isOver = true;
    expect(read).not.toHaveBeenCalled();
    // Reading alone is 25 pieces: whoever read them here would turn about as often.
    expect(turns).toBeGreaterThan(1000);
    expect(await countFile({ file: { path }, rule: null, homes: null })).toMatchObject({ ...answer, packed: expect.anything() });
    expect(read).toHaveBeenCalled();
    expect(answer).toMatchObject({ refused: null, digest: createHash('sha256').update(readFileSync(path)).digest('base64url') });
    if (!answer.refused) expect(gunzipSync(answer.packed).equals(readFileSync(path))).toBe(true);
  }, 120_000);

  it('tells by home what it tells of all, where homes are known', async () => {
    const homes = ['ormos', 'kentro', null];
    const answer = await countOffLoop({ file: { text: SMALL.replaceAll(/^(\d);/gm, '$1;internet;').replace('voter_id;vote', 'voter_id;voting_method;vote') }, rule: null, homes });
    if (answer.refused) throw new Error(JSON.stringify(answer.refused));
    expect(answer.result.winners).toEqual(['b']);
    expect(answer.fairness.districts.map(({ district, voters, reached, meanMoney }) => [district, voters, reached, meanMoney])).toEqual([['kentro', 1, 1, 2500], ['ormos', 1, 0, 0]]);
  });

  it('tells what is wrong with a file, and when its thread fails', async () => {
    expect(await countOffLoop({ file: { text: SMALL.replace('3;b', '3;z') }, rule: null, homes: null })).toEqual({ refused: [{ line: 16, kind: 'unknownProject', values: { project: 'z' } }], count: 1 });
    await expect(countOffLoop({ file: { path: '/no/such.pb' }, rule: null, homes: null })).rejects.toThrow('no such file');
    await expect(countOffLoop({ file: { text: SMALL }, rule: null, homes: null }, 'process.exit(3)')).rejects.toThrow('ended with 3');
  });
});

const corpus = resolve(process.env['SHARED_DATA'] || '../shared/data', 'pabulib/pb');
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
