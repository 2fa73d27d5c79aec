import { parseArgs } from 'node:util';
import { decide, type Defect, type Election, explain, type PbReading, type Rule, RULE_NAMES, ruleNamed, type RuleWishes, speakEnglish, tiesOf } from '@isegoria/budgeting/contracts';
import { readPbFile } from './pb-file';
import { readableResult, shownResult } from './shown-result';

const HELP = `npm run isegoria -- budget COMMAND FILE.pb[.gz]

  check FILE                      lists what is wrong with the file, line by line
  compute FILE [--rule RULE]      the result, with the rounds and why each project has its fate; without --rule, by the rule that the file names

  RULE                            ${RULE_NAMES.join(', ')}
  --json                          one JSON object on standard output, and nothing else there
  --utility cost|cardinality      what a funded project is worth to who chose it (greedy with cardinality: votes per cost)
  --completion none|add1|add1u|utilitarian
  --stop exhaustive|overspend     when add1 ends
  --comparison none|satisfaction  whether the greedy result is taken when it leaves more voters better off
  --ties lower-cost,more-votes,id or order:ID,ID,…
  --threshold N                   the fewest votes with which a project may win (greedy)
  --exclusive ID,ID               projects of which at most one may be funded; may be said several times (greedy rules)
  --step N                        by how much add1 raises a share, in whole units of the currency
  --quick                         no search for what would have changed a project's fate
`;

const OPTIONS = {
  rule: { type: 'string' }, json: { type: 'boolean' }, utility: { type: 'string' }, completion: { type: 'string' }, stop: { type: 'string' }, comparison: { type: 'string' },
  ties: { type: 'string' }, threshold: { type: 'string' }, exclusive: { type: 'string', multiple: true }, step: { type: 'string' }, quick: { type: 'boolean' },
} as const;
type Values = ReturnType<typeof parsed>['values'];

const parsed = (words: string[]) => parseArgs({ args: words, options: OPTIONS, allowPositionals: true });

/** What stands in the way, in words for the person at the terminal. */
class Refused extends Error {}

/** `budget compute FILE` and `budget check FILE`. The answer is the exit code: 1 when the file is bad, 2 when the words are. */
export async function budgetCommand(words: string[]): Promise<number> {
  try {
    const { values, positionals } = parsed(words);
    const [command, file] = positionals;
    if ((command !== 'compute' && command !== 'check') || !file || positionals.length > 2) throw new Refused(`Which command, and which file?\n\n${HELP}`);
    const reading = await readPbFile(file).catch((error: NodeJS.ErrnoException) => {
      throw new Refused(`The file ${file} cannot be read: ${error.code === 'ENOENT' ? 'there is none of this name' : error.message}.`);
    });
    return command === 'check' ? check(reading) : compute(reading, values);
  } catch (error) {
    const isWords = error instanceof Refused || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    if (!isWords) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function check(reading: PbReading): number {
  if (!reading.election) return tellDefects(reading);
  const { election, warnings } = reading;
  for (const warning of warnings) process.stdout.write(`${line(warning)} (counted all the same)\n`);
  process.stdout.write(`Nothing is wrong: ${election.projects.length} projects, ${election.voters} votes, ${election.voteType}.\n`);
  return 0;
}

function compute(reading: PbReading, values: Values): number {
  if (!reading.election) return tellDefects(reading);
  const { election, official, warnings } = reading;
  const rule = ruleOf(values.rule ?? official.rule, values, election);
  tellExclusions(rule, reading.cells.meta);
  for (const warning of warnings) process.stderr.write(`${line(warning)} (counted all the same)\n`);
  const result = decide(election, rule);
  const explanations = explain(election, rule, result, { changes: !values.quick, onProject: tellProgress(election.projects.length) });
  process.stdout.write(values.json ? `${JSON.stringify(shownResult(election, result, explanations))}\n` : readableResult(election, result, explanations));
  return 0;
}

function tellDefects({ defects, count }: { defects: Defect[]; count: number }): number {
  for (const defect of defects) process.stderr.write(`${line(defect)}\n`);
  const more = count - defects.length;
  process.stderr.write(`${more > 0 ? `and ${more} more\n` : ''}${count === 1 ? 'One thing is' : `${count} things are`} wrong, so nothing was read.\n`);
  return 1;
}

const line = ({ line: number, kind, values }: Defect): string => `line ${number}: ${speakEnglish(`defect.${kind}`, values)}`;

/** Which projects exclude each other no `.pb` file says but in the words of its comment: a person has to read them. */
function tellExclusions(rule: Rule, meta: readonly [string, string][]): void {
  if (rule.name !== 'greedy-exclusive' || rule.method !== 'greedy' || rule.exclusions.length > 0) return;
  const comment = meta.find(([key]) => key === 'comment')?.[1];
  process.stderr.write(`The file cannot say which projects exclude each other, so none does here: name them with --exclusive ID,ID.\n${comment ? `Its comment: ${comment}\n` : ''}`);
}

function ruleOf(name: string | null, values: Values, election: Election): Rule {
  if (name === null) throw new Refused(`The file names no rule. Which one? ${RULE_NAMES.join(', ')}`);
  const rule = ruleNamed(name, wishesOf(values), election.threshold);
  if (!rule) throw new Refused(`There is no rule "${name}" here. Name one with --rule: ${RULE_NAMES.join(', ')}`);
  const unknown = values.exclusive?.flatMap(idsOf).find((id) => !election.projects.some((project) => project.id === id));
  if (unknown !== undefined) throw new Refused(`--exclusive names a project "${unknown}" that is not in the file`);
  if (rule.method !== 'greedy' && values.exclusive) throw new Refused(`--exclusive is for greedy rules, not for ${rule.name}`);
  return rule;
}

const idsOf = (text: string): string[] => text.split(',').map((id) => id.trim());

function wishesOf({ utility, completion, stop, comparison, ties, threshold, exclusive, step }: Values): RuleWishes {
  return {
    ...wish('utility', utility, ['cost', 'cardinality'] as const),
    ...wish('completion', completion, ['none', 'add1', 'add1u', 'utilitarian'] as const),
    ...wish('stop', stop, ['exhaustive', 'overspend'] as const),
    ...wish('comparison', comparison, ['none', 'satisfaction'] as const),
    ...(ties === undefined ? {} : { ties: tiesOf(ties) ?? refuse(`--ties "${ties}" is neither a list of lower-cost, more-votes, id nor order:ID,ID,…`) }),
    ...(threshold === undefined ? {} : { threshold: whole('threshold', threshold) }),
    ...(exclusive === undefined ? {} : { exclusions: exclusive.map(idsOf) }),
    ...(step === undefined ? {} : { step: whole('step', step) || refuse('--step is at least 1') }),
  };
}

function wish<Name extends string, Word extends string>(name: Name, word: string | undefined, known: readonly Word[]): { [K in Name]?: Word } {
  if (word === undefined) return {};
  const found = known.find((one) => one === word) ?? refuse(`--${name} is one of ${known.join(', ')}, not "${word}"`);
  return { [name]: found } as { [K in Name]?: Word };
}

const whole = (name: string, text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : refuse(`--${name} is a whole number, not "${text}"`));

function refuse(why: string): never {
  throw new Refused(why);
}

/** Says now and then how far the search for what would have changed is. */
function tellProgress(total: number): (done: number) => void {
  let saidAt = Date.now();
  return (done) => {
    if (Date.now() - saidAt < 5_000) return;
    saidAt = Date.now();
    process.stderr.write(`why: ${done} of ${total} projects\n`);
  };
}
