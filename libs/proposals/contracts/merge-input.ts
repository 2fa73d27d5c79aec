import { chosenId, maybe, shortId, written } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';

/** The measures of an invitation to merge, the same on the page, in the rules and in the store. */
export const mergeLimits = { messageMin: 5, message: 1000, addition: 2000, replyMin: 5, reply: 600, openDays: 30, separableDays: 7, refusals: 2, perDay: 10 };

const message = written(mergeLimits.message, mergeLimits.messageMin);

/** What an author writes who invites another. */
export const inviteToMergeInput = z.strictObject({ id: chosenId(), mine: shortId(), other: shortId(), side: z.enum(['PART', 'WHOLE']), message, addition: maybe(written(mergeLimits.addition)) });

/** What the city writes to two authors. */
export const suggestMergeInput = z.strictObject({ id: chosenId(), part: shortId(), whole: shortId(), message });

/** What an author answers. Whoever says no says why. */
export const answerMergeInput = z
  .strictObject({ id: chosenId(), revision: z.int(), accept: z.boolean(), addition: maybe(written(mergeLimits.addition)), reply: maybe(written(mergeLimits.reply)) })
  .check(z.refine(({ accept, reply }) => accept || (reply ?? '').length >= mergeLimits.replyMin, { path: ['reply'], error: 'required' }));
