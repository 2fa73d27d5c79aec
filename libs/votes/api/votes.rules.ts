import type { Citizen } from '@isegoria/identity/contracts';
import { type Answer, type BallotClosed, type BoxNotReady, type CastVoteResult, type NotInElectorate, type NotOpenYet, sealedLength, type Unconfirmed, wrongAnswer } from '@isegoria/votes/contracts';
import type { Ballot } from './ballot.schema';
import type { Box } from './box.schema';
import { secrecyOf } from './secrecy';

type Invalid = Extract<CastVoteResult, { __typename: 'Invalid' }>;

/** What a ballot's rules must know of a citizen. */
export type Voter = Pick<Citizen, 'confirmed' | 'districtId'>;

/** What a citizen sends: answers, or what their browser sealed. */
export interface Sent {
  answers: readonly Answer[];
  sealed?: string | null;
}

type Refusal = NotOpenYet | BallotClosed | Unconfirmed | NotInElectorate | BoxNotReady | Invalid;

/** Why this citizen may not vote so, now; or null. The first reason found is the one shown. The box is that of a sealed ballot. */
export function refusal(ballot: Ballot, citizen: Voter, sent: Sent, now: Date, box: Pick<Box, 'publicKey' | 'isFrozen' | 'size'> | null = null): Refusal | null {
  const { opensAt, closesAt, districts } = ballot;
  if (opensAt && now < opensAt) return { __typename: 'NotOpenYet', opensAt };
  if (hasClosed(closesAt, now)) return { __typename: 'BallotClosed', closedAt: closesAt };
  if (!citizen.confirmed) return { __typename: 'Unconfirmed', ballotId: ballot._id };
  const isAsked = districts.length === 0 || (citizen.districtId !== null && districts.includes(citizen.districtId));
  if (!isAsked) return { __typename: 'NotInElectorate', districts };
  return secrecyOf(ballot) === 'sealed' ? unsealable(ballot, sent, box, now) : misunderstood(ballot, sent);
}

/** A ballot that closes at noon takes no vote at noon. */
export function hasClosed(closesAt: Date | null, now: Date): closesAt is Date {
  return closesAt !== null && now >= closesAt;
}

/** What is wrong with the answers themselves. No answers withdraw the vote. */
function misunderstood({ questions }: Ballot, { answers, sealed }: Sent): Invalid | null {
  const problem = sealed ? { field: 'sealed', code: 'invalid', limit: null } : wrongAnswer(questions, answers);
  return problem && { __typename: 'Invalid', problems: [problem] };
}

/** A sealed ballot has the one size of its box, and no answer beside it that anybody could read. More nobody can see. */
function unsealable({ _id, closesAt }: Ballot, { answers, sealed }: Sent, box: Pick<Box, 'publicKey' | 'isFrozen' | 'size'> | null, now: Date): BoxNotReady | BallotClosed | Invalid | null {
  if (!box?.publicKey) return { __typename: 'BoxNotReady', ballotId: _id };
  if (box.isFrozen) return { __typename: 'BallotClosed', closedAt: closesAt ?? now };
  const isRight = answers.length === 0 && sealed?.length === sealedLength(box.size);
  return isRight ? null : { __typename: 'Invalid', problems: [{ field: answers.length > 0 ? 'answers' : 'sealed', code: 'invalid', limit: null }] };
}
