import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { cityDay, daysUntil, type FieldProblem } from '@isegoria/kernel/contracts';
import { type AnswerFields, answersAfter, isReadable, type ProposalAnswerStatus } from '@isegoria/proposals/contracts';
import type { Proposal } from './proposal.schema';

/** For how long after publication an author may still put a word right, and how many may have lent it their name by then. */
export const correction = { hours: 24, supports: 5 };

type Standing = Pick<Proposal, 'publication' | 'visibility' | 'answered'>;
type Owned = Standing & Pick<Proposal, 'authorId'>;
type Viewer = Pick<Citizen, 'id' | 'roles' | 'departmentId'> | null;

/** Public ones everybody reads; the others their author, and moderators once they were handed in. A draft is its author's alone. */
export function mayRead(proposal: Owned, viewer: Viewer): boolean {
  if (isReadable(proposal)) return true;
  if (viewer?.id === proposal.authorId) return true;
  return proposal.publication !== 'draft' && hasRole(viewer, 'moderator', 'administrator');
}

/** Why the author may not change it now, or null. Once people stand behind the words, the city has answered, or another proposal was joined with them, the words stay. */
export function editRefusal(proposal: Standing & Pick<Proposal, 'publishedAt' | 'supports' | 'joinings'>, now: Date): string | null {
  if (proposal.visibility === 'hidden') return 'hidden';
  if (proposal.publication === 'withdrawn' || proposal.publication === 'merged') return proposal.publication;
  if ((proposal.joinings ?? []).length > 0) return 'joined';
  if (proposal.answered !== 'NONE') return 'answered';
  if (proposal.visibility === 'returned' || proposal.publication === 'waiting') return null;
  if (proposal.supports >= correction.supports) return 'supported';
  if (proposal.publishedAt && now.getTime() - proposal.publishedAt.getTime() > correction.hours * 3_600_000) return 'too_late';
  return null;
}

/** Why the author may not take it back, or null. What the city has taken on is no longer the author's alone. */
export function withdrawRefusal({ publication, visibility, answered }: Standing): string | null {
  if (publication === 'draft' || publication === 'merged') return publication;
  if (visibility === 'hidden') return 'hidden';
  if (answered === 'ACCEPTED' || answered === 'IMPLEMENTED') return 'accepted';
  return null;
}

/** Whether this official speaks for the department that answers, or is the administrator. */
export function answersFor(viewer: Viewer, departmentId: string | null): boolean {
  if (hasRole(viewer, 'administrator')) return true;
  return hasRole(viewer, 'official') && viewer?.departmentId !== null && viewer?.departmentId === departmentId;
}

/** Why this answer may not follow the one before, or null. */
export function answerRefusal({ publication, visibility, answered }: Standing, next: ProposalAnswerStatus): string | null {
  if (publication !== 'public' || visibility !== 'visible') return 'not_public';
  return answersAfter[answered].includes(next) ? null : 'answer_backwards';
}

/** What an answer lacks for its kind: who accepts says what happens next and when. */
export function answerProblems({ status, nextStep, nextStepAt }: AnswerFields, now: Date): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (status === 'ACCEPTED' && !nextStep) problems.push({ field: 'nextStep', code: 'required', limit: null });
  if (status === 'ACCEPTED' && !nextStepAt) problems.push({ field: 'nextStepAt', code: 'required', limit: null });
  if (nextStepAt && status !== 'IMPLEMENTED' && daysUntil(nextStepAt, now) < 0) problems.push({ field: 'nextStepAt', code: 'too_small', limit: null });
  return problems;
}

/** The day that an answer names for what happens next. Only an accepted proposal is followed by it: what is still looked at has a day for its answer. */
export function stepDayOf(last: Pick<AnswerFields, 'status' | 'nextStepAt'> | undefined): string | null {
  return last?.status === 'ACCEPTED' && last.nextStepAt ? cityDay(last.nextStepAt) : null;
}

/** Until when the department has promised to answer. */
export function dueAt(from: Date, days: number): Date {
  return new Date(from.getTime() + days * 86_400_000);
}

/** How many drafts one person keeps at a time. */
export const draftsKept = 20;

/** How many proposals one person hands in within a day. */
export const submittedPerDay = 20;
