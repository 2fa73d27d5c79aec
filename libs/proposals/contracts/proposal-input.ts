import * as z from 'zod/mini';

/** The measures of a proposal, the same on the page, in the rules and in the store. */
export const limits = { titleMin: 10, title: 120, textMin: 40, text: 6000, pictures: 4, place: 160, reason: 600, answer: 6000, answerMin: 30, nextStep: 240, cost: 100_000_000, requests: 30 };

const text = (max: number) => z.string().check(z.trim(), z.maxLength(max));
const id = z.string().check(z.regex(/^[\w-]{1,60}$/));
const optional = <T extends z.core.SomeType>(schema: T) => z.optional(z.nullable(schema));

const draftPlace = z.strictObject({
  label: text(limits.place),
  lat: optional(z.number().check(z.minimum(-90), z.maximum(90))),
  lng: optional(z.number().check(z.minimum(-180), z.maximum(180))),
});

/** Always in words; the pin is an addition. */
const place = z.extend(draftPlace, { label: text(limits.place).check(z.minLength(1)) });

/** An id that a page may choose for a draft that it is about to save. */
export const draftId = z.string().check(z.regex(/^[0-9A-Za-z-]{20,40}$/));

/** Which version of a draft is saved: its name, and the name of the one that it follows. */
export const draftVersion = z.strictObject({ name: id, after: optional(id) });

/** What a draft may hold: anything may be missing, nothing may be too long. */
export const draftInput = z.strictObject({
  title: optional(text(limits.title)),
  text: optional(text(limits.text)),
  category: optional(id),
  district: optional(id),
  place: optional(draftPlace),
  pictures: optional(z.array(id).check(z.maxLength(limits.pictures))),
  processId: optional(id),
  requestIds: optional(z.array(id).check(z.maxLength(limits.requests))),
});

/** What must stand before a proposal is handed in. */
export const proposalInput = z.strictObject({
  title: text(limits.title).check(z.minLength(1), z.minLength(limits.titleMin)),
  text: text(limits.text).check(z.minLength(1), z.minLength(limits.textMin)),
  category: id,
  district: id,
  place: optional(place),
  pictures: optional(z.array(id).check(z.maxLength(limits.pictures))),
  processId: optional(id),
  requestIds: optional(z.array(id).check(z.maxLength(limits.requests))),
});

/** Why a proposal is taken back. */
export const withdrawalInput = z.strictObject({ reason: text(limits.reason).check(z.minLength(1), z.minLength(5)) });

/** A department's answer. What an answer of each kind must say besides stands in the rules. */
export const answerInput = z.strictObject({
  status: z.enum(['UNDER_EVALUATION', 'ACCEPTED', 'REJECTED', 'IMPLEMENTED']),
  text: text(limits.answer).check(z.minLength(1), z.minLength(limits.answerMin)),
  nextStep: optional(text(limits.nextStep)),
  nextStepAt: optional(z.date()),
  cost: optional(z.int().check(z.minimum(0), z.maximum(limits.cost))),
});

export type ProposalFields = z.infer<typeof proposalInput>;
export type AnswerFields = z.infer<typeof answerInput>;
