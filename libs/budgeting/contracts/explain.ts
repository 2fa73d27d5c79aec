import { type Election, supportersOf } from './election';
import type { Result } from './result';
import type { Rule } from './rule';
import { turningPoint } from './turning-point';
import { whatIf, type WhatIf } from './what-if';

/** Why a project has the fate it has. The sentence of each kind stands in the slice's words under `explained`. */
export type Reason =
  | { kind: 'bought'; round: number; payers: number; price: string }
  | { kind: 'ranked' | 'completed' | 'compared'; votes: number; round: number }
  | { kind: 'free' }
  | { kind: 'noVotes' }
  | { kind: 'few'; votes: number; threshold: number }
  | { kind: 'unaffordable'; left: number; cost: number }
  | { kind: 'stopped'; votes: number }
  | { kind: 'excluded'; votes: number; by: string }
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
    const change = asked && changeOf({ election, asked, result, place, funded });
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
  if (round.fate === 'few') return { kind: 'few', votes: round.votes, threshold: result.declared.threshold ?? 0 };
  if (round.fate === 'excluded') return { kind: 'excluded', votes: round.votes, by: round.excludedBy ?? '' };
  return round.fate === 'stopped' ? { kind: 'stopped', votes: round.votes } : { kind: 'unaffordable', cost, left: round.left };
}

/** Where to begin to ask: at what the project's supporters lacked in the end. */
function lackOf(result: Result, { id, cost }: { id: string; cost: number }): { part: number; voters: number } {
  const last = Number(result.shares?.last ?? 0);
  const lack = Math.max(0, cost - Number(result.shares?.leftWith[id] ?? 0));
  return { part: cost > 0 ? lack / cost : 0, voters: last > 0 ? lack / last : 0 };
}

function changeOf({ election, asked, result, place, funded }: { election: Election; asked: WhatIf; result: Result; place: number; funded: boolean }): Change {
  const project = election.projects[place] ?? { id: '', cost: 0 };
  const { cost } = project;
  const lack = lackOf(result, project);
  const turns = (answer: (by: Pick<WhatIf, 'withVoters' | 'atCost'>, number: number) => boolean, limit: number, guess: number) => {
    const { likely } = asked;
    const near = likely ? turningPoint((number) => answer(likely, number), limit, guess) : guess;
    return turningPoint((number) => answer(asked, number), limit, near ?? limit);
  };
  if (funded) return { votes: null, lessCost: null, moreCost: cost > 0 ? turns((by, percent) => !by.atCost(place, cost + Math.ceil((cost * percent) / 100)), MOST_DEARER, 16) : null };
  const lessCost = cost > 0 ? turns((by, percent) => by.atCost(place, Math.ceil((cost * (100 - percent)) / 100)), 99, Math.ceil(lack.part * 100)) : null;
  const votes = turns((by, more) => by.withVoters(place, more), Math.max(100, election.voters), Math.ceil(lack.voters) || Math.ceil(election.voters / 100));
  return { votes, lessCost, moreCost: null };
}
