import { subjectKey } from '@isegoria/kernel/contracts';
import type { NewBallot } from '@isegoria/votes/api';

/** The ballot that takes the supports of a proposal. Its id is the proposal's key, so that nobody has to look it up. */
export function ballotOf(id: string, closesAt: Date | null = null): NewBallot {
  const subject = { kind: 'proposal', id };
  return { id: subjectKey(subject), subject, kind: 'support', questions: [{ id: 'support', options: ['yes'] }], closesAt };
}
