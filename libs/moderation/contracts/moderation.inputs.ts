import { written } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';
import { codeOfConduct } from './code-of-conduct';

/** Limits that rule the forms and the doors alike. */
export const moderationLimits = { note: 500, reason: 1000, objection: 3000, claimMinutes: 10, objectDays: 14, lot: 50 } as const;

const rule = z.int().check(z.minimum(1), z.maximum(codeOfConduct.length));

/** A report: which rule, and in one's own words what is wrong. */
export const reportSchema = z.object({ rule, note: z.string().check(z.maxLength(moderationLimits.note)) });

/** A decision against a contribution: never without the rule and a reason that its author can understand. */
export const againstSchema = z.object({ rule, reason: written(moderationLimits.reason, 1) });

/** Cases that are decided together: each was looked at. */
export const lotSchema = z.object({ cases: z.array(z.unknown()).check(z.minLength(1), z.maxLength(moderationLimits.lot)) });

/** A word for the next moderator. */
export const passSchema = z.object({ note: z.string().check(z.maxLength(moderationLimits.note)) });

/** Why a decision is looked at again. */
export const reopenSchema = z.object({ reason: written(moderationLimits.note, 1) });

/** An author's objection. */
export const objectionSchema = z.object({ text: written(moderationLimits.objection, 1) });

/** What is answered to an objection. */
export const objectionDecisionSchema = z.object({ outcome: z.enum(['upheld', 'reversed']), reason: written(moderationLimits.reason, 1) });
