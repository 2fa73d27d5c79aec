import * as z from 'zod/mini';

/** The measures of an invitation to merge, the same on the page, in the rules and in the store. */
export const mergeLimits = { messageMin: 5, message: 1000, addition: 2000, replyMin: 5, reply: 600, openDays: 30, separableDays: 7, refusals: 2, perDay: 10 };

const id = z.string().check(z.regex(/^[\w-]{1,60}$/));
const text = (max: number) => z.string().check(z.trim(), z.maxLength(max));
const message = text(mergeLimits.message).check(z.minLength(1), z.minLength(mergeLimits.messageMin));
const ownId = z.string().check(z.regex(/^[0-9A-Za-z-]{20,40}$/));
const optional = <T extends z.core.SomeType>(schema: T) => z.optional(z.nullable(schema));

/** What an author writes who invites another. */
export const inviteToMergeInput = z.strictObject({ id: ownId, mine: id, other: id, side: z.enum(['PART', 'WHOLE']), message, addition: optional(text(mergeLimits.addition)) });

/** What the city writes to two authors. */
export const suggestMergeInput = z.strictObject({ id: ownId, part: id, whole: id, message });

/** What an author answers. Whoever says no says why. */
export const answerMergeInput = z
  .strictObject({ id: ownId, revision: z.int(), accept: z.boolean(), addition: optional(text(mergeLimits.addition)), reply: optional(text(mergeLimits.reply)) })
  .check(z.refine(({ accept, reply }) => accept || (reply ?? '').length >= mergeLimits.replyMin, { path: ['reply'], error: 'required' }));
