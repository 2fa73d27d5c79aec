import type { Citizen } from '@isegoria/identity/contracts';
import type { BallotClosed, CastVoteResult, NotInElectorate, NotOpenYet, Unconfirmed, VoteAnswer } from '@isegoria/votes/contracts';
import type { Ballot } from './ballot.schema';

type Invalid = Extract<CastVoteResult, { __typename: 'Invalid' }>;

/** What a ballot's rules must know of a citizen. */
export type Voter = Pick<Citizen, 'confirmed' | 'districtId'>;

/** Why this citizen may not vote so, now; or null. The first reason found is the one shown. */
export function refusal(
  ballot: Ballot,
  citizen: Voter,
  answers: readonly VoteAnswer[],
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

/** Every answer must name an option of its question, and a question is answered once. No answers withdraw the vote. */
function misunderstood({ questions }: Ballot, answers: readonly VoteAnswer[]): Invalid | null {
  const answered = new Set<string>();
  for (const [at, { questionId, optionId }] of answers.entries()) {
    const question = questions.find(({ id }) => id === questionId);
    if (!question || answered.has(questionId)) return invalid(`answers.${at}.questionId`);
    if (!question.options.includes(optionId)) return invalid(`answers.${at}.optionId`);
    answered.add(questionId);
  }
  return null;
}

function invalid(field: string): Invalid {
  return { __typename: 'Invalid', problems: [{ field, code: 'invalid', limit: null }] };
}
