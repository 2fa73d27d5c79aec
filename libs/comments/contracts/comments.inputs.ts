import * as z from 'zod/mini';

/** How long a comment may be, and for how long its author may change it. They rule the form and the door alike. */
export const commentLimits = { text: 2000, editMinutes: 15 } as const;

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(commentLimits.text));

/** A new comment, as its form sends it. */
export const newCommentSchema = z.object({
  alignment: z.enum(['FOR', 'AGAINST', 'NEUTRAL']),
  text,
  nonce: z.string().check(z.minLength(8), z.maxLength(64)),
});

/** A corrected text. */
export const editSchema = z.object({ text });
