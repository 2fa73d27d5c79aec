import * as z from 'zod/mini';

/** The longest id that a ballot, a question, an option or a nonce may have, and how many answers one cast may carry. */
export const castLimits = { id: 120, nonce: 64, answers: 200, sealed: 24_000 };

const id = z.string().check(z.minLength(1), z.maxLength(castLimits.id));

/** What a cast looks like, before it is known whether there is such a ballot. One schema rules both sides. */
export const castInput = z.object({
  ballotId: id,
  answers: z.array(z.object({ questionId: id, optionId: id, points: z.optional(z.nullable(z.int().check(z.minimum(1)))) })).check(z.maxLength(castLimits.answers)),
  nonce: z.string().check(z.minLength(8), z.maxLength(castLimits.nonce), z.regex(/^[\w-]+$/)),
  sealed: z.optional(z.nullable(z.string().check(z.maxLength(castLimits.sealed), z.regex(/^[\w-]+$/)))),
});
