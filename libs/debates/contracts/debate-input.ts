import { maybe, shortId, written } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';

/** The measures of a debate, the same on the page, in the rules and in the store. */
export const debateLimits = { titleMin: 10, title: 140, textMin: 40, text: 4000, daysMin: 7, days: 90, usualDays: 30, conclusionMin: 40, conclusion: 6000, heardOfSide: 4, answerMin: 30, answer: 6000 };
const limits = debateLimits;

export const debateId = z.string().check(z.regex(/^[0-9a-z-]{8,40}$/));

export const debateInput = z.object({
  title: written(limits.title, limits.titleMin),
  text: written(limits.text, limits.textMin),
  categoryId: z.string().check(z.minLength(1), z.maxLength(60)),
  districtId: maybe(shortId()),
  days: z.number().check(z.int(), z.gte(limits.daysMin), z.lte(limits.days)),
  asDepartment: z.boolean(),
});

/** Four of each of the three sides are the most. */
export const conclusionInput = z.object({ text: written(limits.conclusion, limits.conclusionMin), heard: z.array(shortId()).check(z.maxLength(limits.heardOfSide * 3)) });

export const debateAnswerInput = z.object({ text: written(limits.answer, limits.answerMin) });
