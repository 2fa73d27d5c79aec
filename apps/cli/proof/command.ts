import { existsSync } from 'node:fs';
import { stdout } from 'node:process';
import { Progress } from '../progress';
import type { Count, Coverage } from './coverage';
import { proveEvaluations, type ProofPlan, type ProofReport } from './prove-evaluations';

/** Of a hundred seeded runs so many must hold. */
const PROMISED = 0.93;

const usage = `npm run isegoria -- proof evaluations [FOLDER] [--runs 100] [--citizens 5000] [--answering 10] [--seed 1] [--json]
  --answering: how many in a hundred answer in a run.
  FOLDER: recorded answers of the register (search/, decisions/, organizations/, types/); without one, acts of our own making.
`;

/** `proof evaluations`: a whole city of known opinions, held against what its pages say. 0 where all is as promised, 1 where not, 2 where it was not understood. */
export async function proofCommand(words: string[]): Promise<number> {
  const plan = words[0] === 'evaluations' ? readPlan(words.slice(1)) : null;
  if (!plan || (plan.data && !existsSync(plan.data))) {
    process.stderr.write(plan ? `There is no folder ${plan.data}.\n` : usage);
    return 2;
  }
  const progress = new Progress();
  const isJson = words.includes('--json');
  const report = await proveEvaluations(plan, (label, done, total) => !isJson && progress.show(label, done, total));
  progress.end();
  const missed = missedOf(report);
  stdout.write(isJson ? `${JSON.stringify({ ...report, missed })}\n` : told(report, missed));
  return missed.length === 0 ? 0 : 1;
}

export function readPlan(words: readonly string[]): ProofPlan | null {
  const plan: ProofPlan = { data: null, citizens: 5000, answering: 0.1, runs: 100, equalRuns: 50, angryRuns: 9, seed: 1 };
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next = ''] = [words[at], words[at + 1]];
    if (word === '--json') continue;
    if (!word.startsWith('--') && !plan.data) {
      plan.data = word;
      continue;
    }
    const number = /^\d{1,6}$/.test(next) ? Number(next) : 0;
    if (number < 1) return null;
    if (word === '--runs') Object.assign(plan, { runs: number, equalRuns: Math.ceil(number / 2), angryRuns: Math.ceil(number / 12) });
    else if (word === '--citizens') plan.citizens = number;
    else if (word === '--answering' && number <= 100) plan.answering = number / 100;
    else if (word === '--seed') plan.seed = number;
    else return null;
    at += 1;
  }
  return plan;
}

/** What is not as it must be. */
export function missedOf({ again, bodies, ofAll, coverage: { traits, equal }, verified, attack }: ProofReport): string[] {
  const enough = ({ held, of }: Count) => held >= PROMISED * of;
  return [
    ...bodies.filter(({ inRegister, added, refused }) => inRegister !== added + refused).map(({ body }) => `body ${body}: not every act of the register came in or was refused for a reason`),
    ...(again.added + again.changed > 0 ? ['the files brought in something that the register had not'] : []),
    ...ofAll,
    ...(enough(traits.pages) ? [] : ['the whole page under unequal response']),
    ...(enough(equal.single.rawShares) ? [] : ['shares as counted under equal response']),
    ...(enough(equal.single.rawMedians) ? [] : ['medians as counted under equal response']),
    ...(enough(equal.single.groupShares) ? [] : ['shares of groups under equal response']),
    ...traits.differences, ...equal.differences,
    ...(verified.ok ? [] : verified.says),
    ...attack.found,
  ];
}

const number = (value: number): string => value.toLocaleString('en-GB');
const count = ({ held, of }: Count): string => `${number(held)} of ${number(of)}${of === 100 || of === 0 ? '' : ` (${((100 * held) / of).toFixed(1)} %)`}`;

function told(report: ProofReport, missed: readonly string[]): string {
  const { plan, bodies, again, acts, choices, alone, population, ofAll, evaluations, coverage, verified, attack } = report;
  const lines = [
    '',
    `register     ${bodies.map(({ body, inRegister, added, refused }) => `${body}: ${inRegister} acts, ${added} in, ${refused} refused`).join('; ')} (scheduled import, pages of 20)`,
    `files        ${again.files} answers brought in once more: ${again.added} added, ${again.changed} changed, ${again.unchanged} unchanged, ${again.refused} refused`,
    `choices      ${choices} of ${acts} acts: one office, one type, one month; ${alone} stay alone`,
    `city         ${number(plan.citizens)} citizens drawn from its table; ${population.districts.map(({ districtId, people }) => `${districtId} ${people}`).join(', ')}`,
    `evaluations  ${number(evaluations.http)} over HTTP, ${number(evaluations.service)} by the service`,
    `everybody    one act evaluated by all: ${ofAll.length === 0 ? 'every figure is the true one' : ofAll.join('; ')}`,
    ...coverageLines('unequal response, by traits', coverage.traits),
    ...coverageLines('equal response', coverage.equal),
    ...coverageLines('opinion drives who answers: told, not promised', coverage.opinion),
    '',
    `verify       ${verified.ok ? `nothing is wrong, ${number(verified.leaves)} leaves` : verified.says.join('; ')}`,
    `attack       ${number(attack.publications)} publications, ${number(attack.tables)} tables, ${number(attack.rows)} rows: ${attack.found.length === 0 ? 'no small group follows from them' : attack.found.join('; ')}`,
  ];
  const end = missed.length === 0 ? ['', 'All is as promised.'] : ['', `${missed.length} missed:`, ...missed.map((what) => `  - ${what}`)];
  return `${[...lines, ...end].join('\n')}\n`;
}

function coverageLines(title: string, { runs, answered, pages, weightedShares, weightedMedians, rawPages, single, withheld }: Coverage): string[] {
  if (runs === 0) return [];
  return [
    '', `${title}: ${runs} runs, ${number(answered)} answered on average${withheld > 0 ? `, in ${withheld} a few were not published yet` : ''}`,
    `  the whole page, all weighed shares and medians at once   ${count(pages)}`,
    `  all weighed shares at once   ${count(weightedShares)}; single ${count(single.weightedShares)}; against the law of the opinions ${count(single.lawShares)}`,
    `  all weighed medians at once  ${count(weightedMedians)}; single ${count(single.weightedMedians)}`,
    `  as counted: shares ${count(single.rawShares)}, medians ${count(single.rawMedians)}, all at once ${count(rawPages)}; shares of groups ${count(single.groupShares)}`,
  ];
}
