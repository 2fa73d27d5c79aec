import type { AgeBand, Gender } from '@isegoria/identity/contracts';
import * as z from 'zod/mini';
import { OPTIONS } from './criteria';

export const CHANGE_LENGTH = 500;

/** Before the work and after it. The second is a ballot of its own. */
export type EvaluationRound = 1 | 2;

/** How a decision concerns somebody. Nothing here tells of health, faith or opinions. */
export const CONCERNS = ['lives', 'works', 'passes', 'business', 'uses', 'cares'] as const;

/** Whether a decision concerns who evaluates it, and how. */
export interface Concern {
  concerns: 'yes' | 'no' | 'unsaid';
  /** Of `CONCERNS`; empty unless `yes`. */
  how: string[];
}

/** How far what should change has come on its way to the page. */
export type ChangeState = 'waiting' | 'public' | 'hidden' | 'returned';

/** Who answered, as coarsely as a city needs it; null where it is not known. */
export interface EvaluationGroup {
  ageBand: AgeBand | null;
  districtId: string | null;
  gender: Gender | null;
}

/** What a citizen sends: an answer for each of the decision's criteria, which may be «I can't say», and nothing else. */
export function evaluationSchema(criterionIds: readonly string[]) {
  const answer = z.string().check(z.minLength(1), z.refine((option) => OPTIONS.includes(option)));
  return z.object(Object.fromEntries(criterionIds.map((id) => [id, answer])));
}

/** What may stand beside the answers. */
export const besidesSchema = z.object({
  concern: z.object({ concerns: z.enum(['yes', 'no', 'unsaid']), how: z.array(z.enum(CONCERNS)).check(z.maxLength(CONCERNS.length)) }),
  change: z.string().check(z.trim(), z.maxLength(CHANGE_LENGTH)),
});

export interface Answer {
  criterionId: string;
  optionId: string;
}

/** The answers by criterion, for the schema; one given twice counts as the last. */
export const byCriterion = (answers: readonly Answer[]): Record<string, string> =>
  Object.fromEntries(answers.map(({ criterionId, optionId }) => [criterionId, optionId]));
