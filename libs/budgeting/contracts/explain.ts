import { type Election, supportersOf } from './election';
import type { Result } from './result';
import type { Rule } from './rule';
import { turningPoint, whatIf, type WhatIf } from './what-if';

/** Why a project has the fate it has. The sentence of each kind stands in the slice's words under `explained`. */
export type Reason =
  | { kind: 'bought'; round: number; payers: number; price: string }
  | { kind: 'ranked' | 'completed' | 'compared'; votes: number; round: number }
  | { kind: 'free' }
  | { kind: 'noVotes' }
  | { kind: 'few'; votes: number; threshold: number }
  | { kind: 'unaffordable'; left: number; cost: number }
  | { kind: 'stopped'; votes: number }
  | { kind: 'poor'; votes: number; cost: number; has: string };

/** What would have turned it. Each number was tried: at it the fate turns, at the number before it does not. */
export interface Change {
  /** More voters for this project alone. */
  votes: number | null;
  /** Per cent of the cost. */
  lessCost: number | null;
  /** Per cent more cost, at which a funded project is no longer funded. */
  moreCost: number | null;
}

export interface Explanation {
  project: string;
  funded: boolean;
  reason: Reason;
  /** Null when nobody asked for it. */
  change: Change | null;
}

const MOST_DEARER = 400;

/** Why each project was funded or not; with `changes`, also what would have turned it, which runs the rule some ten to thirty times a project. */
export function explain(election: Election, rule: Rule, result: Result, { changes = true, onProject }: { changes?: boolean; onProject?: (done: number) => void } = {}): Explanation[] {
  const asked = changes ? whatIf(election, rule) : null;
  const supporters = supportersOf(election);
  const rounds = new Map(result.rounds.map((round, index) => [round.project, { ...round, number: index + 1 }]));
  const winners = new Set(result.winners);
  return election.projects.map(({ id }, place) => {
    const funded = winners.has(id);
    const reason = reasonOf({ election, result, place, funded, votes: supporters[place] ?? 0, round: rounds.get(id) });
    const change = asked && changeOf(election, asked, place, funded);
    onProject?.(place + 1);
    return { project: id, funded, reason, change };
  });
}

interface Case {
  election: Election;
  result: Result;
  place: number;
  funded: boolean;
  votes: number;
  round: (Result['rounds'][number] & { number: number }) | undefined;
}

function reasonOf({ election, result, place, funded, votes, round }: Case): Reason {
  const { id, cost } = election.projects[place] ?? { id: '', cost: 0 };
  if (round?.by === 'shares') return { kind: 'bought', round: round.number, payers: round.full.voters + round.rest.voters, price: round.price };
  if (round?.by === 'free') return { kind: 'free' };
  if (funded) return { kind: result.compared?.kept === 'greedy' ? 'compared' : result.shares ? 'completed' : 'ranked', votes: round?.by === 'votes' ? round.votes : votes, round: round?.number ?? 0 };
  if (votes === 0) return { kind: 'noVotes' };
  if (round?.by !== 'votes') return { kind: 'poor', votes, cost, has: result.shares?.leftWith[id] ?? '0' };
  const { threshold } = result.declared;
  if (threshold !== null && round.votes < threshold) return { kind: 'few', votes: round.votes, threshold };
  return cost > round.left ? { kind: 'unaffordable', cost, left: round.left } : { kind: 'stopped', votes: round.votes };
}

function changeOf(election: Election, asked: WhatIf, place: number, funded: boolean): Change {
  const cost = election.projects[place]?.cost ?? 0;
  const atPercent = (percent: number) => Math.floor((cost * percent) / 100);
  if (funded) {
    const moreCost = cost > 0 ? turningPoint((percent) => !asked.atCost(place, cost + Math.ceil((cost * percent) / 100)), MOST_DEARER, 8) : null;
    return { votes: null, lessCost: null, moreCost };
  }
  const lessCost = cost > 0 ? turningPoint((percent) => asked.atCost(place, atPercent(100 - percent)), 99, 16) : null;
  const votes = turningPoint((more) => asked.withVoters(place, more), Math.max(100, election.voters), Math.ceil(election.voters / 100));
  return { votes, lessCost, moreCost: null };
}
