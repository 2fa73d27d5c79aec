import * as z from 'zod/mini';

/** A statement is one thought: short enough to be answered at a glance. */
export const opinionLimits = { shortest: 5, longest: 160 } as const;

/** A new statement, as its form sends it. The same rules for the page and the door. */
export const newOpinionSchema = z.object({
  text: z.string().check(z.trim(), z.minLength(opinionLimits.shortest), z.maxLength(opinionLimits.longest)),
  nonce: z.string().check(z.minLength(8), z.maxLength(64)),
});
