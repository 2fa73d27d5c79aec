import type { Citizen } from '@isegoria/identity/contracts';
import { type Answer, type BallotClosed, type CastVoteResult, type NotInElectorate, type NotOpenYet, type Unconfirmed, wrongAnswer } from '@isegoria/votes/contracts';
import type { Ballot } from './ballot.schema';

type Invalid = Extract<CastVoteResult, { __typename: 'Invalid' }>;

/** What a ballot's rules must know of a citizen. */
export type Voter = Pick<Citizen, 'confirmed' | 'districtId'>;

/** Why this citizen may not vote so, now; or null. The first reason found is the one shown. */
export function refusal(
  ballot: Ballot,
  citizen: Voter,
  answers: readonly Answer[],
  now: Date,
): NotOpenYet | BallotClosed | Unconfirmed | NotInElectorate | Invalid | null {
  const { opensAt, closesAt, districts } = ballot;
  if (opensAt && now < opensAt) return { __typename: 'NotOpenYet', opensAt };
  if (hasClosed(closesAt, now)) return { __typename: 'BallotClosed', closedAt: closesAt };
  if (!citizen.confirmed) return { __typename: 'Unconfirmed', ballotId: ballot._id };
  const isAsked = districts.length === 0 || (citizen.districtId !== null && districts.includes(citizen.districtId));
  if (!isAsked) return { __typename: 'NotInElectorate', districts };
  return misunderstood(ballot, answers);
}

/** A ballot that closes at noon takes no vote at noon. */
export function hasClosed(closesAt: Date | null, now: Date): closesAt is Date {
  return closesAt !== null && now >= closesAt;
}

/** What is wrong with the answers themselves. No answers withdraw the vote. */
function misunderstood({ questions }: Ballot, answers: readonly Answer[]): Invalid | null {
  const problem = wrongAnswer(questions, answers);
  return problem && { __typename: 'Invalid', problems: [problem] };
}
