import type { Ballot as ShownBallot } from '@isegoria/votes/contracts';
import type { Ballot } from './ballot.schema';
import { hasClosed } from './votes.rules';

/** A ballot as the public sees it. */
export function shownBallot(ballot: Ballot | null, now: Date): ShownBallot | null {
  if (!ballot) return null;
  const { _id, opensAt, closesAt, ...rest } = ballot;
  return { ...rest, id: _id, opensAt, closesAt, isOpen: !(opensAt && now < opensAt) && !hasClosed(closesAt, now) };
}
