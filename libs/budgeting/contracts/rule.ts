/**
 * The rules by which money is given out, and what of them changes winners: completion, stop, comparison and the order of ties. A result names all.
 * Names are those of Pabulib's `rule` field; what each means is in the slice's README.
 */

/** What a funded project is worth to a voter who chose it: what it costs, or one. Where ballots carry points, Equal Shares takes the points. */
export type Utility = 'cost' | 'cardinality';
/** What is done with money that Equal Shares leaves. */
export type Completion = 'none' | 'add1' | 'add1u' | 'utilitarian';
/** When raising the shares ends: as soon as nothing more fits, or only when the next step would overspend. */
export type Stop = 'exhaustive' | 'overspend';
/** Whether the result of the greedy rule is taken when more voters get more from it. */
export type Comparison = 'none' | 'satisfaction';

/** One thing that tells tied projects apart; a list of ids stands for itself, first wins. */
export type TieKey = 'lower-cost' | 'more-votes' | 'id' | readonly string[];
export const DEFAULT_TIES: readonly TieKey[] = ['lower-cost', 'more-votes', 'id'];

/** Ids of projects of which at most one may be funded, such as two for the same square; a rule may know several such lists. */
export type Exclusions = readonly (readonly string[])[];

/** Projects by falling votes (`per: 'project'`) or votes per cost (`per: 'cost'`); what no longer fits is skipped, or ends the count. */
export interface GreedyRule {
  method: 'greedy';
  name: string;
  per: 'project' | 'cost';
  unaffordable: 'skip' | 'stop';
  threshold: number | null;
  exclusions: Exclusions;
  ties: readonly TieKey[];
}

/** The Method of Equal Shares (Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021). */
export interface EqualSharesRule {
  method: 'equalshares';
  name: string;
  utility: Utility;
  completion: Completion;
  stop: Stop;
  comparison: Comparison;
  /** By how much a voter's share is raised at each step, in whole units of the currency. */
  step: number;
  ties: readonly TieKey[];
}

export type Rule = GreedyRule | EqualSharesRule;

/** What may be asked for beside a rule's name. */
export interface RuleWishes {
  utility?: Utility;
  completion?: Completion;
  stop?: Stop;
  comparison?: Comparison;
  ties?: readonly TieKey[];
  threshold?: number;
  exclusions?: Exclusions;
  step?: number;
}

const greedy = { per: 'project', unaffordable: 'skip', usesThreshold: false } as const;
const GREEDY = new Map<string, { per: 'project' | 'cost'; unaffordable: 'skip' | 'stop'; usesThreshold: boolean }>([
  ['greedy', greedy],
  ['greedy-no-skip', { ...greedy, unaffordable: 'stop', usesThreshold: true }],
  ['greedy-threshold', { ...greedy, usesThreshold: true }],
  ['greedy-exclusive', { ...greedy, usesThreshold: true }],
  ['greedy-per-cost', { ...greedy, per: 'cost' }],
]);

const shares = { completion: 'none', stop: 'exhaustive', comparison: 'none' } as const;
const SHARES = new Map<string, { completion: Completion; stop: Stop; comparison: Comparison }>([
  ['equalshares', shares],
  ['equalshares-comparison', { ...shares, comparison: 'satisfaction' }],
  ['equalshares/add1', { ...shares, completion: 'add1' }],
  ['equalshares/add1u', { ...shares, completion: 'add1u' }],
  ['equalshares/utilitarian', { ...shares, completion: 'utilitarian' }],
  ['equalshares/add1-comparison', { completion: 'add1', stop: 'overspend', comparison: 'satisfaction' }],
]);

export const RULE_NAMES: readonly string[] = [...GREEDY.keys(), ...SHARES.keys()];

/** Rules that a city here may declare: its projects know of no exclusions. */
export const DECLARABLE_RULES: readonly string[] = RULE_NAMES.filter((name) => name !== 'greedy-exclusive');

/**
 * The rule of a name with what else is wished, or null when no rule has that name. `threshold` is the election's own, used by the rules that ask for one.
 * Greedy with the utility `cardinality` is greedy per cost: a project's worth divided by its cost is its votes when worth is cost, and its votes per cost when worth is one.
 */
export function ruleNamed(name: string, wishes: RuleWishes = {}, threshold: number | null = null): Rule | null {
  const ties = wishes.ties ?? DEFAULT_TIES;
  const simple = GREEDY.get(name);
  if (simple) {
    const { per, unaffordable, usesThreshold } = simple;
    const isPerCost = wishes.utility ? wishes.utility === 'cardinality' : per === 'cost';
    return { method: 'greedy', name, per: isPerCost ? 'cost' : 'project', unaffordable, threshold: wishes.threshold ?? (usesThreshold ? threshold : null), exclusions: wishes.exclusions ?? [], ties };
  }
  const equal = SHARES.get(name);
  if (!equal) return null;
  const { completion = equal.completion, stop = equal.stop, comparison = equal.comparison, utility = 'cost', step = 1 } = wishes;
  return { method: 'equalshares', name, utility, completion, stop, comparison, step, ties };
}

const TIE_WORDS = new Map<string, TieKey>([['lower-cost', 'lower-cost'], ['more-votes', 'more-votes'], ['id', 'id']]);

/** Reads "lower-cost,more-votes,id" or "order:17,4,9"; null when a word is unknown. */
export function tiesOf(text: string): TieKey[] | null {
  if (text.startsWith('order:')) return [text.slice('order:'.length).split(',').map((id) => id.trim()), 'id'];
  const keys = text.split(',').map((word) => TIE_WORDS.get(word.trim()));
  return keys.every((key) => key !== undefined) ? keys : null;
}
