import { subjectKey } from '@isegoria/kernel/contracts';
import { type NewBallot, supportQuestions } from '@isegoria/votes/api';
import type { Initiative } from '../initiative.schema';

export const subjectOf = (id: string) => ({ kind: 'initiative', id });
export const ballotIdOf = (id: string): string => subjectKey(subjectOf(id));

/** What a signature answers; nothing takes it back. */
export const signed = [{ questionId: 'support', optionId: 'yes' }];

/** The ballot that takes the signatures: of persons whom a register vouches for, by its own terms. */
export function ballotOf({ _id, asks: { minimumAge, scope }, districtId, opensAt, closesAt }: Pick<Initiative, '_id' | 'asks' | 'districtId' | 'opensAt' | 'closesAt'>): NewBallot {
  const districts = scope === 'district' && districtId ? [districtId] : [];
  return { id: ballotIdOf(_id), subject: subjectOf(_id), kind: 'initiative', questions: supportQuestions, opensAt, closesAt, districts, electorate: { verified: true, minimumAge } };
}
