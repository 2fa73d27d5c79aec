import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Bench, type BenchContext, benchRow, type BenchRow } from '@isegoria/kernel/api';
import { Course, decide, type Election, prepare, raisedShares, type Rule, ruleNamed, type RuleWishes, type EqualSharesRule } from '@isegoria/budgeting/contracts';
import { aForintCity } from './forints';
import { openPabutools } from './pabutools-baseline';
import { readPbFile } from './pb-file';

const data = join(resolve(process.env['SHARED_DATA'] || '../shared/data'), 'pabulib/pb');
const RAISED = [['Świecie', 'Poland_Swiecie_2023.pb.gz'], ['Wieliczka', 'Poland_Wieliczka_2023_Green_Budget.pb.gz']] as const;
const LODZ = 'Poland_Lodz_2022.pb.gz';

export const bench: Bench = {
  name: 'counting a budget',
  async run({ progress }) {
    const rows = await forints(progress);
    if (!existsSync(data)) return skipped(rows, `${data} is absent`);
    rows.push(...(await large()));
    const pabutools = await openPabutools();
    if ('absent' in pabutools) return skipped(rows, pabutools.absent);
    for (const [index, [city, file]] of RAISED.entries()) {
      progress('pabutools, Add1', index, RAISED.length);
      rows.push(...(await beside(city, await read(file), await pabutools.add1(join(data, file)))));
    }
    return rows;
  },
};

/** A measure that cannot be taken is told, and the others stand. */
function skipped(rows: BenchRow[], why: string): BenchRow[] {
  process.stderr.write(`  skipped the rest: ${why}\n`);
  return rows;
}

/** The rule alone on both sides: ours the first time in this process, and the middle of five when it has been used before. */
async function beside(city: string, election: Election, { seconds, winners }: { seconds: number; winners: string[] }): Promise<BenchRow[]> {
  const rule = named('equalshares/add1', { ties: ['id'] });
  const ours = [...decide(election, rule).winners].sort();
  if (ours.join() !== [...winners].sort().join()) throw new Error(`${city}: pabutools funds ${winners.join(' ')}, and we ${ours.join(' ')}`);
  const times = Array.from({ length: 5 }, () => timed(() => decide(election, rule)));
  const middle = times.sort((a, b) => a - b)[2] ?? 0;
  return [benchRow({ name: `${city}, Add1: pabutools 1.2.3 beside us`, value: seconds * 1000, unit: 'ms', baseline: middle, goal: { atLeast: 100 } })];
}

async function large(): Promise<BenchRow[]> {
  const start = performance.now();
  const election = await read(LODZ);
  decide(election, named('greedy'));
  const greedy = performance.now() - start;
  const shares = timed(() => decide(election, named('equalshares')));
  return [
    benchRow({ name: 'Łódź: reading 90,494 ballots and greedy, first time', value: greedy, unit: 'ms', baseline: 1000, goal: { atMost: 1 } }),
    benchRow({ name: 'Łódź: Equal Shares without completion, first time', value: shares, unit: 'ms', baseline: 1000, goal: { atMost: 1 } }),
  ];
}

/** Add1 by single forints: with jumps, and by taking every step. Both must end at the same step with the same projects. */
async function forints(progress: BenchContext['progress']): Promise<BenchRow[]> {
  const election = aForintCity();
  const rule = named('equalshares/add1');
  if (rule.method !== 'equalshares') return [];
  const prepared = prepare(election, rule);
  const start = performance.now();
  const jumped = raisedShares(prepared, rule);
  const quick = performance.now() - start;
  const slowStart = performance.now();
  const steps = everyStep(election, rule, (done) => progress('every forint', done, jumped.raises));
  const slow = performance.now() - slowStart;
  if (steps.raises !== jumped.raises || steps.order.join() !== jumped.order.join()) throw new Error(`jumps end at step ${jumped.raises}, and every step at ${steps.raises}`);
  return [
    benchRow({ name: `forints: ${jumped.raises} steps of Add1 in ${jumped.runs} runs`, value: quick, unit: 'ms', baseline: 10_000, goal: { atMost: 1 } }),
    benchRow({ name: 'forints: every step taken, beside jumps', value: slow, unit: 'ms', baseline: quick, goal: { atLeast: 1 } }),
  ];
}

/** Add1 by its definition, a run for each step. */
function everyStep(election: Election, rule: EqualSharesRule, progress: (done: number) => void): { raises: number; order: readonly number[] } {
  const course = new Course(prepare(election, rule));
  let last: { raises: number; order: readonly number[] } = { raises: 0, order: [] };
  for (let raises = 0; ; raises += 1) {
    const { order, spent } = course.run(raises);
    if (spent > election.budget) return last;
    last = { raises, order };
    const funded = new Set(order);
    if (election.projects.every(({ cost }, place) => funded.has(place) || spent + cost > election.budget)) return last;
    if (raises % 1000 === 0) progress(raises);
  }
}

async function read(file: string): Promise<Election> {
  const { election } = await readPbFile(join(data, file));
  if (!election) throw new Error(`${file} has defects`);
  return election;
}

function named(name: string, wishes: RuleWishes = {}): Rule {
  const rule = ruleNamed(name, wishes);
  if (!rule) throw new Error(`no rule ${name}`);
  return rule;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
