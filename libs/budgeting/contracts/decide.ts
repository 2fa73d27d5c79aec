import { comparedWith } from './compare';
import { type Election, hasPoints } from './election';
import { decimalOf } from './fractions';
import { type GreedyStep, greedySteps } from './greedy';
import type { Declared, GreedyRound, Result, Round, Shares } from './result';
import type { EqualSharesRule, GreedyRule, Rule } from './rule';
import { Course } from './shares/course';
import { prepare, type Prepared } from './shares/prepared';
import { type Raised, raisedShares } from './shares/raises';
import { roundsOf } from './shares/rounds';

/** The result of an election under a rule. Pure: the same ballots in any order give the same result, on the server and in a browser. */
export function decide(election: Election, rule: Rule): Result {
  return rule.method === 'greedy' ? greedyResult(election, rule) : equalSharesResult(election, rule);
}

/** The winners alone, as places in `election.projects`. */
export function winnersOf(election: Election, rule: Rule): ReadonlySet<number> {
  if (rule.method === 'greedy') return new Set(fundedOf(greedySteps(election, rule)));
  return outcomeOf(prepare(election, rule), rule).winners;
}

function greedyResult(election: Election, rule: GreedyRule): Result {
  const steps = greedySteps(election, rule);
  return { ...resultOf(election, rule, fundedOf(steps)), rounds: greedyRounds(election, steps), shares: null, compared: null };
}

function equalSharesResult(election: Election, rule: EqualSharesRule): Result {
  const { prepared, raised, extra, compared, winners } = outcomeOf(prepare(election, rule), rule);
  const told = roundsOf(prepared, raised.raises, raised.order);
  const rounds: Round[] = compared?.kept === 'greedy' ? [] : told.rounds;
  const shares = { ...sharesOf(prepared, rule, raised), leftWith: told.leftWith };
  return { ...resultOf(election, rule, [...winners]), rounds: [...rounds, ...greedyRounds(election, extra)], shares, compared };
}

/** Equal Shares with its completion and comparison, on an election that is laid out already. */
export function outcomeOf(prepared: Prepared, rule: EqualSharesRule, raise: (prepared: Prepared) => Raised = (one) => raisedShares(one, rule)) {
  const { election, scores } = prepared;
  const isRaised = rule.completion === 'add1' || rule.completion === 'add1u';
  const raised: Raised = isRaised ? raise(prepared) : { raises: 0, order: new Course(prepared).run(0).order, runs: 1 };
  const completed = completion(prepared, rule, raised.order);
  const equal = new Set([...raised.order, ...fundedOf(completed)]);
  if (rule.comparison === 'none') return { prepared, raised, extra: completed, compared: null, winners: equal };
  const greedy = greedySteps(election, { per: 'project', unaffordable: 'skip', threshold: null, exclusions: [], ties: rule.ties }, new Set(), scores);
  const compared = comparedWith(election, rule.utility, equal, new Set(fundedOf(greedy)));
  return compared.kept === 'greedy' ? { prepared, raised, extra: greedy, compared, winners: new Set(fundedOf(greedy)) } : { prepared, raised, extra: completed, compared, winners: equal };
}

/** What the utilitarian completion adds: greedy, by the same worth, on what is left. */
function completion({ election, scores }: Prepared, { completion: by, utility, ties }: EqualSharesRule, order: readonly number[]): GreedyStep[] {
  if (by === 'none' || by === 'add1') return [];
  return greedySteps(election, { per: utility === 'cost' && !hasPoints(election) ? 'project' : 'cost', unaffordable: 'skip', threshold: null, exclusions: [], ties }, new Set(order), scores);
}

export const fundedOf = (steps: readonly GreedyStep[]): number[] => steps.filter(({ fate }) => fate === 'funded').map(({ project }) => project);

function greedyRounds(election: Election, steps: readonly GreedyStep[]): GreedyRound[] {
  return steps.map(({ project, score, fate, left, by }) => {
    const { id, cost } = election.projects[project] ?? { id: '', cost: 0 };
    const excludedBy = by === undefined ? {} : { excludedBy: election.projects[by]?.id ?? '' };
    return { by: 'votes', project: id, votes: score, fate, left: fate === 'funded' ? left - cost : left, ...excludedBy };
  });
}

function sharesOf({ election, raise }: Prepared, { step }: EqualSharesRule, { raises, runs }: Raised): Omit<Shares, 'leftWith'> {
  const share = (money: bigint) => decimalOf({ top: money, bottom: BigInt(Math.max(1, election.voters)) }, 6);
  const budget = BigInt(election.budget);
  return { first: share(budget), last: share(budget + BigInt(raises) * BigInt(raise)), raises, step: step * 10 ** election.decimals, runs };
}

function resultOf(election: Election, rule: Rule, winners: readonly number[]) {
  const funded = winners.flatMap((place) => election.projects[place] ?? []);
  const spent = funded.reduce((sum, { cost }) => sum + cost, 0);
  const { budget, decimals, voters } = election;
  return { rule: rule.name, declared: declared(election, rule), winners: funded.map(({ id }) => id), spent, budget, decimals, voters };
}

function declared(election: Election, rule: Rule): Declared {
  const { ties } = rule;
  if (rule.method === 'greedy') {
    const { threshold, exclusions } = rule;
    return { utility: null, completion: null, stop: null, comparison: null, ties, threshold, ...(exclusions.length > 0 ? { exclusions } : {}) };
  }
  const { utility, completion: by, stop, comparison } = rule;
  return { utility: hasPoints(election) ? 'points' : utility, completion: by, stop: by === 'add1' || by === 'add1u' ? stop : null, comparison, ties, threshold: null };
}
