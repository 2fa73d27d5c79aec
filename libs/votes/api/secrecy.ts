import type { BallotSecrecy } from '@isegoria/votes/contracts';
import type { Ballot } from './ballot.schema';

/** Who can know a choice. Ballots from before there was a choice say nothing. */
export function secrecyOf({ secrecy, kind }: Pick<Ballot, 'secrecy' | 'kind'>): BallotSecrecy {
  return secrecy ?? (kind === 'support' ? 'open' : 'secret');
}
