import { chosenId, maybe, shortId, written } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';

/** The measures of a proposal, the same on the page, in the rules and in the store. */
export const limits = { titleMin: 10, title: 120, textMin: 40, text: 6000, pictures: 4, place: 160, reason: 600, answer: 6000, answerMin: 30, nextStep: 240, cost: 100_000_000, requests: 30 };

const draftPlace = z.strictObject({
  label: written(limits.place),
  lat: maybe(z.number().check(z.minimum(-90), z.maximum(90))),
  lng: maybe(z.number().check(z.minimum(-180), z.maximum(180))),
});

/** Always in words; the pin is an addition. */
const place = z.extend(draftPlace, { label: written(limits.place, 1) });

/** An id that a page may choose for a draft that it is about to save. */
export const draftId = chosenId();

/** Which version of a draft is saved: its name, and the name of the one that it follows. */
export const draftVersion = z.strictObject({ name: shortId(), after: maybe(shortId()) });

/** What a draft may hold: anything may be missing, nothing may be too long. */
export const draftInput = z.strictObject({
  title: maybe(written(limits.title)),
  text: maybe(written(limits.text)),
  category: maybe(shortId()),
  district: maybe(shortId()),
  place: maybe(draftPlace),
  pictures: maybe(z.array(shortId()).check(z.maxLength(limits.pictures))),
  processId: maybe(shortId()),
  requestIds: maybe(z.array(shortId()).check(z.maxLength(limits.requests))),
  debateId: maybe(shortId()),
});

/** What must stand before a proposal is handed in. */
export const proposalInput = z.strictObject({
  title: written(limits.title, limits.titleMin),
  text: written(limits.text, limits.textMin),
  category: shortId(),
  district: shortId(),
  place: maybe(place),
  pictures: maybe(z.array(shortId()).check(z.maxLength(limits.pictures))),
  processId: maybe(shortId()),
  requestIds: maybe(z.array(shortId()).check(z.maxLength(limits.requests))),
  debateId: maybe(shortId()),
});

/** Why a proposal is taken back. */
export const withdrawalInput = z.strictObject({ reason: written(limits.reason, 5) });

/** A department's answer. What an answer of each kind must say besides stands in the rules. */
export const answerInput = z.strictObject({
  status: z.enum(['UNDER_EVALUATION', 'ACCEPTED', 'REJECTED', 'IMPLEMENTED']),
  text: written(limits.answer, limits.answerMin),
  nextStep: maybe(written(limits.nextStep)),
  nextStepAt: maybe(z.date()),
  cost: maybe(z.int().check(z.minimum(0), z.maximum(limits.cost))),
});

export type ProposalFields = z.infer<typeof proposalInput>;
export type AnswerFields = z.infer<typeof answerInput>;
