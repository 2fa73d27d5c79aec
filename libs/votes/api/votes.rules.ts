import { type Citizen, isVerified, verifiedBirthYear } from '@isegoria/identity/contracts';
import { cityYear } from '@isegoria/kernel/contracts';
import { type Answer, type BallotClosed, type BoxNotReady, type CastVoteResult, type NotEntitled, type NotInElectorate, type NotOpenYet, sealedLength, type Unconfirmed, wrongAnswer } from '@isegoria/votes/contracts';
import type { Ballot } from './ballots/ballot.schema';
import type { Box } from './sealed/box.schema';
import { secrecyOf } from './ballots/secrecy';

type Invalid = Extract<CastVoteResult, { __typename: 'Invalid' }>;

/** What a ballot's rules must know of a citizen. */
export type Voter = Pick<Citizen, 'confirmed' | 'districtId' | 'personId' | 'birthYear' | 'birthYearBy'> & {
  /** Whether they are on the list of the ballot's electorate; not asked where there is none. */
  isListed?: boolean;
};

/** What a citizen sends: answers, or what their browser sealed. */
export interface Sent {
  answers: readonly Answer[];
  sealed?: string | null;
}

export type Refusal = NotOpenYet | BallotClosed | Unconfirmed | NotInElectorate | NotEntitled | BoxNotReady | Invalid;

/** Why this citizen may not vote so, now; or null. The first reason found is the one shown. The box is that of a sealed ballot. */
export function refusal(ballot: Ballot, citizen: Voter, sent: Sent, now: Date, box: Pick<Box, 'publicKey' | 'isFrozen' | 'size'> | null = null): Refusal | null {
  const { opensAt, closesAt } = ballot;
  if (opensAt && now < opensAt) return { __typename: 'NotOpenYet', opensAt };
  if (hasClosed(closesAt, now)) return { __typename: 'BallotClosed', closedAt: closesAt };
  const refused = notAsked(ballot, citizen, now);
  if (refused) return refused;
  return secrecyOf(ballot) === 'sealed' ? unsealable(ballot, sent, box, now) : misunderstood(ballot, sent);
}

/** Why this citizen is none of those whom the ballot asks, whenever they come; or null. */
export function notAsked(ballot: Ballot, citizen: Voter, now: Date): Unconfirmed | NotInElectorate | NotEntitled | null {
  const { districts } = ballot;
  if (!citizen.confirmed) return { __typename: 'Unconfirmed', ballotId: ballot._id };
  const isAsked = districts.length === 0 || (citizen.districtId !== null && districts.includes(citizen.districtId));
  if (!isAsked) return { __typename: 'NotInElectorate', districts };
  const reason = notEntitled(ballot, citizen, now);
  return reason && { __typename: 'NotEntitled', reason };
}

type Reason = 'verified' | 'age' | 'birth_year' | 'birth_year_unverified' | 'list';

/** Which rule of the electorate the citizen does not meet; null where they meet all. */
function notEntitled({ electorate, opensAt }: Ballot, citizen: Voter, now: Date): Reason | null {
  if (!electorate) return null;
  if (electorate.list && !citizen.isListed) return 'list';
  if (electorate.verified && !isVerified(citizen)) return 'verified';
  return tooYoung(bornUntil(electorate.minimumAge, opensAt ?? now), citizen, electorate.verified);
}

/** Where papers are asked for, the year must be one that somebody saw on papers; elsewhere a citizen's own word is taken, as it is for the district. */
function tooYoung(latest: number | null, citizen: Voter, isVerifiedOnly: boolean): Reason | null {
  if (latest === null) return null;
  if (!citizen.birthYear) return 'birth_year';
  const born = isVerifiedOnly ? verifiedBirthYear(citizen) : citizen.birthYear;
  if (born === null) return 'birth_year_unverified';
  return born <= latest ? null : 'age';
}

/** The last year of birth that is old enough. A register tells the year alone, so everybody born in it is taken to be of age, as in Greek elections. */
export function bornUntil(minimumAge: number | null | undefined, opening: Date): number | null {
  return typeof minimumAge === 'number' ? cityYear(opening) - minimumAge : null;
}

/** A ballot that closes at noon takes no vote at noon. */
export function hasClosed(closesAt: Date | null, now: Date): closesAt is Date {
  return closesAt !== null && now >= closesAt;
}

/** What is wrong with the answers themselves. No answers withdraw the vote. */
export function misunderstood({ questions }: Pick<Ballot, 'questions'>, { answers, sealed }: Sent): Invalid | null {
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
