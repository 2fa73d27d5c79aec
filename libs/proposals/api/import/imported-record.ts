import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.string().regex(/^[\w.-]{1,60}$/);
const moment = z.iso.datetime({ offset: true }).transform((at) => new Date(at));

/** A comment as it comes in with its proposal. */
const comment = z.object({
  id,
  text: text(20_000),
  alignment: z.enum(['FOR', 'AGAINST', 'NEUTRAL']).default('NEUTRAL'),
  parentId: id.nullish(),
  at: moment.nullish(),
});

/** One line of our own format: a whole proposal with its comments. */
export const proposalLine = z.strictObject({
  id,
  title: text(200),
  text: text(20_000),
  category: id.nullish(),
  district: id.nullish(),
  place: z.object({ label: text(160), lat: z.number().min(-90).max(90).nullish(), lng: z.number().min(-180).max(180).nullish() }).nullish(),
  lang: z.string().regex(/^[a-z]{2}$/).default('el'),
  publishedAt: moment.nullish(),
  comments: z.array(comment).max(20_000).default([]),
});

/** A line of Decide Madrid's 2019 release: a part of a proposal, or a comment on the proposal before it. */
export const madridPart = z.object({ proposal_id: id, info: z.enum(['title', 'summary', 'text']), text: z.string() });
export const madridComment = z.object({ comment_id: id, text: z.string() });

/** A proposal ready to come in, whichever format it came from. */
export interface ImportedProposal extends Omit<z.infer<typeof proposalLine>, 'comments'> {
  /** The source and its id there: what makes a second run change nothing. */
  source: string;
  comments: z.infer<typeof comment>[];
}
