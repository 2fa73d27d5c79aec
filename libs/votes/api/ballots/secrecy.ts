import type { BallotKind, BallotSecrecy } from '@isegoria/votes/contracts';
import type { Ballot } from './ballot.schema';

/** Whether the city keeps who gave such a vote: supporters are told what became of it, signatures are held against the roll. */
export function isByName(kind: BallotKind): boolean {
  return kind === 'support' || kind === 'initiative';
}

/** Ballots whose slice casts and keeps the rest beside the vote: `evaluate`, `answerSurvey` and `enterSurvey`, `signInitiative`. */
export const castElsewhere: ReadonlySet<BallotKind> = new Set(['evaluation', 'survey', 'initiative']);

/** Who can know a choice. Ballots from before there was a choice say nothing. */
export function secrecyOf({ secrecy, kind }: Pick<Ballot, 'secrecy' | 'kind'>): BallotSecrecy {
  return secrecy ?? (isByName(kind) ? 'open' : 'secret');
}
