import { createHash } from 'node:crypto';
import { type DeclaredRule, type Election, fairnessOf, type Result, ruleNamed, ruleOf, scoresOf, supportersOf } from '@isegoria/budgeting/contracts';
import { decideOffLoop } from '../decide-off-loop';
import type { AreaOutcome } from './area-result.schema';
import { GREEDY_BESIDE } from './budgets.rules';

/** What the count of an area makes; who it belongs to is added by whoever keeps it. */
export type Counted = Pick<AreaOutcome, 'result' | 'explanations' | 'fairness' | 'greedy'> & { votes: number[]; points: number[] };

/** Counts an election by its declared rule, explains each fate, and lays the greedy result beside it; in a thread of its own. */
export async function countOf(election: Election, rule: DeclaredRule): Promise<Counted> {
  const greedy = ruleNamed(GREEDY_BESIDE);
  if (!greedy) throw new Error('there is no greedy rule');
  if (election.voters === 0) return nobodyVoted(election, rule);
  const { result, explanations } = await decideOffLoop({ election, rule: ruleOf(rule), changes: true });
  const beside = await decideOffLoop({ election, rule: greedy, changes: false });
  const winners = [...beside.result.winners];
  return {
    result, explanations, fairness: fairnessOf(election, result.winners), greedy: { winners, fairness: fairnessOf(election, winners) },
    votes: supportersOf(election), points: scoresOf(election),
  };
}

/** A ballot that nobody filled in funds nothing; there is nobody among whom a rule could share the money. */
function nobodyVoted(election: Election, { name, utility, completion, stop, comparison, ties, threshold }: DeclaredRule): Counted {
  const declared = { utility: utility ?? null, completion: completion ?? null, stop: stop ?? null, comparison: comparison ?? null, ties, threshold };
  const result: Result = { rule: name, declared, winners: [], spent: 0, budget: election.budget, decimals: election.decimals, voters: 0, rounds: [], shares: null, compared: null };
  const fairness = fairnessOf(election, []);
  const none = election.projects.map(() => 0);
  const explanations = election.projects.map(({ id }) => ({ project: id, funded: false, reason: { kind: 'noVotes' } as const, change: null }));
  return { result, explanations, fairness, greedy: { winners: [], fairness }, votes: none, points: none };
}

/** What stands in the public ledger of a file: base64url SHA-256. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
