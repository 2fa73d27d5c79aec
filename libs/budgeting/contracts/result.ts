import type { Comparison, Completion, Exclusions, Stop, TieKey, Utility } from './rule';

/** One project that was looked at by votes, by the greedy rule or by the utilitarian completion. */
export interface GreedyRound {
  by: 'votes';
  project: string;
  votes: number;
  /** `stopped`: an earlier project, for which the money was not enough, ended the count. `few`: under the threshold. `excluded`: by one that is funded. */
  fate: 'funded' | 'unaffordable' | 'stopped' | 'few' | 'excluded';
  /** Of an excluded one: the project that is funded in its place. */
  excludedBy?: string;
  /** Money left after this round. */
  left: number;
}

/** One project that Equal Shares bought. Decimals are cut, not rounded; whoever needs them exact runs the rule again. */
export interface SharesRound {
  by: 'shares';
  project: string;
  /** The project's cost divided by the most that a supporter pays for it (for one point): votes that count in full. */
  effectiveVotes: string;
  /** What a supporter who can pays, for one point, in units of money. */
  price: string;
  /** Supporters who pay that in full. */
  full: { voters: number; paid: string };
  /** Supporters who give the rest of what they have. Supporters with nothing left are in neither. */
  rest: { voters: number; paid: string };
  /** Money left of the budget after this round. Below zero never. */
  left: number;
}

/** A project that costs nothing and that somebody chose. */
export interface FreeRound {
  by: 'free';
  project: string;
  left: number;
}

export type Round = GreedyRound | SharesRound | FreeRound;

/** How Equal Shares began and where its shares came to rest. */
export interface Shares {
  /** A voter's first share, cut after six decimals, in units of money. */
  first: string;
  /** The share of the run that counts. */
  last: string;
  /** How often all shares were raised, and by how much each time, in units of money. */
  raises: number;
  step: number;
  /** Runs that were needed to find it. */
  runs: number;
  /** What the supporters of each project that Equal Shares did not buy had left together in the end, in units of money. */
  leftWith: Readonly<Record<string, string>>;
}

/** How many voters get more from which result. */
export interface Compared {
  equalShares: number;
  greedy: number;
  alike: number;
  kept: 'equalshares' | 'greedy';
}

/** What a published result declares beside the rule's name: each of these changes winners. */
export interface Declared {
  utility: Utility | 'points' | null;
  completion: Completion | null;
  stop: Stop | null;
  comparison: Comparison | null;
  ties: readonly TieKey[];
  threshold: number | null;
  /** Only where the rule knows some. */
  exclusions?: Exclusions;
}

export interface Result {
  rule: string;
  declared: Declared;
  /** Ids, in the order in which they won. */
  winners: readonly string[];
  /** In units of `10 ** -decimals` of the currency, as all amounts here. */
  spent: number;
  budget: number;
  decimals: number;
  voters: number;
  rounds: readonly Round[];
  /** Of Equal Shares only. */
  shares: Shares | null;
  /** Of the comparison step only. */
  compared: Compared | null;
}
