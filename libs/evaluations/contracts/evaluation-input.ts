import * as z from 'zod/mini';
import { OPTIONS } from './criteria';

/** How long a comment beside an evaluation may be. */
export const COMMENT_LENGTH = 2000;

/** What a citizen sends: an answer for each of the decision's criteria, which may be «I can't say», and nothing else. */
export function evaluationSchema(criterionIds: readonly string[]) {
  const answer = z.string().check(z.minLength(1), z.refine((option) => OPTIONS.includes(option)));
  return z.object(Object.fromEntries(criterionIds.map((id) => [id, answer])));
}

export interface Answer {
  criterionId: string;
  optionId: string;
}

/** The answers by criterion, for the schema; one given twice counts as the last. */
export const byCriterion = (answers: readonly Answer[]): Record<string, string> =>
  Object.fromEntries(answers.map(({ criterionId, optionId }) => [criterionId, optionId]));
