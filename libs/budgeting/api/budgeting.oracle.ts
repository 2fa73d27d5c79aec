import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Oracle, OracleRow } from '@isegoria/kernel/api';
import { decide, type Election, type PbOfficial, type Result, ruleNamed, type RuleWishes, type TieKey } from '@isegoria/budgeting/contracts';
import { readPbFile } from './pb-file';

/** One run of another program on the same file. */
interface ForeignRun {
  rule: string;
  winners: string[];
  total_cost: string | number;
}

interface Foreign {
  runs: ForeignRun[];
  second_implementation_js?: { completion: string; winners: string[]; total_cost: number }[];
}

/** How a run of pabutools is asked of us. Its ties go by id. Greedy by worth for cost is greedy by votes when worth is cost, and by votes per cost when worth is one. */
const RUNS: readonly [says: RegExp, name: string, wishes: RuleWishes][] = [
  [/^greedy by votes \(skip/, 'greedy', {}],
  [/^greedy by (votes|points) per cost/, 'greedy', { utility: 'cardinality' }],
  [/^MES, no completion/, 'equalshares', {}],
  [/^MES \+ add1 completion/, 'equalshares/add1', {}],
  [/^MES \+ add1, then utilitarian/, 'equalshares/add1u', {}],
  [/^MES \+ utilitarian/, 'equalshares/utilitarian', {}],
  [/^MES \+ add1, stop only when the next step would overspend/, 'equalshares/add1', { stop: 'overspend' }],
];
const BY_ID: readonly TieKey[] = ['id'];
const BY_VOTES: readonly TieKey[] = ['more-votes', 'lower-cost', 'id'];

/** What the second program was asked: its ties go by votes, then by lower cost. */
const SECOND = new Map<string, [name: string, wishes: RuleWishes]>([
  ['none', ['equalshares', {}]],
  ['add1, add1options=[exhaustive]', ['equalshares/add1', {}]],
  ['add1, add1options=[]', ['equalshares/add1', { stop: 'overspend' }]],
]);

export const oracle: Oracle = {
  name: 'participatory budgets beside pabutools, a second program and the official results',
  needs: ['pabulib/pb', 'pabulib/oracle'],
  async run(data) {
    const rows: OracleRow[] = [];
    for (const file of readdirSync(join(data, 'pabulib/pb')).sort()) rows.push(...(await rowsOf(data, file)));
    return rows;
  },
};

async function rowsOf(data: string, file: string): Promise<OracleRow[]> {
  const reading = await readPbFile(join(data, 'pabulib/pb', file));
  const name = file.replace(/\.pb\.gz$/, '');
  if (!reading.election) return [{ name, found: `${reading.count} defects`, expected: 'a file without defects', holds: false }];
  const { election, official } = reading;
  const path = join(data, 'pabulib/oracle', `${name}.oracle.json`);
  const foreign = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Foreign) : { runs: [] };
  return [...foreign.runs.flatMap((run) => pabutoolsRow(name, election, run)), ...secondRows(name, election, foreign), ...officialRow(name, election, official)];
}

function pabutoolsRow(name: string, election: Election, run: ForeignRun): OracleRow[] {
  const known = RUNS.find(([says]) => says.test(run.rule));
  // Sequential Phragmén is not among the rules that a city here may declare.
  if (!known) return /Phragmen/.test(run.rule) ? [] : [{ name: `${name}: ${run.rule}`, found: 'no rule for it', expected: told(run.winners, run.total_cost), holds: false }];
  return [row(`${name}: pabutools, ${run.rule}`, counted(election, known[1], { ...known[2], ties: BY_ID }), run.winners, run.total_cost)];
}

function secondRows(name: string, election: Election, { second_implementation_js: runs = [] }: Foreign): OracleRow[] {
  return runs.map(({ completion, winners, total_cost: cost }) => {
    const [rule, wishes] = SECOND.get(completion) ?? ['', {}];
    return row(`${name}: second program, ${completion}`, counted(election, rule, { ...wishes, ties: BY_VOTES }), winners, cost);
  });
}

/**
 * The file's own winners under the rule that it names. No file says how the city told tied projects apart: where our ordinary order gives others, the order in
 * which the file lists them is tried, and the row says so.
 */
function officialRow(name: string, election: Election, { rule, winners, otherCodes }: PbOfficial): OracleRow[] {
  if (winners.length === 0 || rule === null) return [];
  const codes = Object.entries(otherCodes).map(([code, ids]) => `, code ${code} by a rule of its own: ${ids.join(' ')}`).join('');
  const cost = election.projects.filter(({ id }) => winners.includes(id)).reduce((sum, project) => sum + project.cost, 0) / 10 ** election.decimals;
  const title = `${name}: official, ${rule}${codes}`;
  const ordinary = row(title, counted(election, rule, {}), winners, cost);
  if (ordinary.holds) return [ordinary];
  const listed = row(`${title}, ties as the file lists them (by the ordinary order: ${ordinary.found})`, counted(election, rule, { ties: [election.projects.map(({ id }) => id)] }), winners, cost);
  return [listed.holds ? listed : ordinary];
}

function counted(election: Election, name: string, wishes: RuleWishes): Result | null {
  const rule = ruleNamed(name, wishes, election.threshold);
  return rule && decide(election, rule);
}

function row(name: string, result: Result | null, winners: readonly string[], cost: string | number): OracleRow {
  const expected = told(winners, cost);
  if (!result) return { name, found: 'no such rule', expected, holds: false };
  const spent = result.spent / 10 ** result.decimals;
  const isSame = [...result.winners].sort().join() === [...winners].sort().join() && spent === Number(cost);
  const others = isSame ? '' : ` (only here: ${result.winners.filter((id) => !winners.includes(id)).join(' ')}; only there: ${winners.filter((id) => !result.winners.includes(id)).join(' ')})`;
  return { name, found: `${told(result.winners, spent)}${others}`, expected, holds: isSame };
}

const told = (winners: readonly string[], cost: string | number): string => `${winners.length} winners, ${Number(cost)}`;
