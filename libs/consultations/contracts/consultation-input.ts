import type { FieldProblem } from '@isegoria/kernel/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';
import { isLongEnough, leastDays } from './consultation-status';

/** The measures of a consultation and of what is said to it, the same on the page, in the rules and in the store. */
export const consultationLimits = {
  title: 160, titleMin: 10, summary: 4000, summaryMin: 40, links: 20, linkTitle: 160, url: 500, districts: 100,
  articles: 200, label: 40, articleTitle: 160, body: 20_000,
  /** The signs of all articles together. */
  wholeText: 400_000,
  amendment: 20_000, reason: 2000, reasonMin: 10, publicReason: 1000,
  heard: 4000, answerReason: 4000, answerText: 6000, added: 20, addedText: 30_000, amendmentsAtOnce: 200, actTitle: 300, note: 2000,
};
const limits = consultationLimits;

const words = (longest: number, shortest = 0) => z.string().check(z.trim(), z.minLength(Math.min(shortest, 1)), z.minLength(shortest), z.maxLength(longest));
const id = z.string().check(z.regex(/^[\w-]{1,60}$/));
const maybeId = z.optional(z.nullable(id));
const maybeDate = z.optional(z.nullable(z.date()));
const https = z.string().check(z.trim(), z.maxLength(limits.url), z.refine((url) => URL.canParse(url) && new URL(url).protocol === 'https:'));
const nonce = z.string().check(z.minLength(8), z.maxLength(64), z.regex(/^[\w-]+$/));
const outcome = z.enum(['adopted', 'partly', 'notAdopted']);

/** That a field is asked for which other fields could make needless. */
const needs = <T>(field: string, isThere: (form: T) => boolean) => z.check<T>(({ value, issues }) => {
  if (!isThere(value)) issues.push({ code: 'too_small', origin: 'string', minimum: 1, inclusive: true, input: value, path: [field] });
});

/** An id that a page may choose for a consultation that it is about to save. */
export const consultationId = z.string().check(z.regex(/^[0-9A-Za-z-]{20,40}$/));

/** The id of an article, stable over the versions. `articleId` makes new ones. */
const articleKey = z.string().check(z.regex(/^[a-z][a-z0-9]{0,11}$/));

const article = z.object({
  id: articleKey,
  label: words(limits.label),
  title: words(limits.articleTitle),
  /** Null: as it is kept. */
  body: z.optional(z.nullable(words(limits.body))),
  isPreamble: z.boolean(),
});

/** What a draft may hold: anything may be missing but a Greek title, nothing may be too long. */
export const consultationDraft = z.object({
  title: z.object({ el: words(limits.title, 1), en: words(limits.title) }),
  summary: z.object({ el: words(limits.summary), en: words(limits.summary) }),
  departmentId: maybeId,
  categoryId: maybeId,
  districtIds: z.array(id).check(z.maxLength(limits.districts)),
  links: z.array(z.object({ title: words(limits.linkTitle, 1), url: https })).check(z.maxLength(limits.links)),
  opensAt: maybeDate,
  closesAt: maybeDate,
  admission: z.enum(['wait', 'public']),
  articles: z.array(article).check(z.maxLength(limits.articles)),
});

/** What must stand before everyone may read it. Each article with a number needs words. */
const consultationPublic = z.object({
  title: z.object({ el: words(limits.title, limits.titleMin), en: words(limits.title) }),
  summary: z.object({ el: words(limits.summary, limits.summaryMin), en: words(limits.summary) }),
  departmentId: id,
  closesAt: z.date(),
  articles: z.array(z.object({ isPreamble: z.boolean(), label: words(limits.label), body: words(limits.body, 1) }))
    .check(z.minLength(1), z.refine((all) => all.some(({ isPreamble }) => !isPreamble)), z.refine((all) => all.every(({ isPreamble, label }) => isPreamble || label.trim() !== ''))),
});

export type ConsultationForm = z.infer<typeof consultationDraft>;
type Dates = Pick<ConsultationForm, 'opensAt' | 'closesAt'>;
type Complete = Omit<ConsultationForm, 'articles'> & { articles: readonly { isPreamble: boolean; label: string; body?: string | null }[] };

/** What a draft lacks before it can be made public now: one problem a field. */
export function publicProblems(consultation: Complete, now: Date): FieldProblem[] {
  const problems = problemsOf(consultationPublic, consultation);
  const dates = dateProblems(consultation, now).filter(({ field }) => problems.every((other) => other.field !== field));
  return [...problems, ...dates];
}

/** What is wrong with the dates of a consultation that is public or is to be. A day of opening that is over is «at once». */
export function dateProblems({ opensAt, closesAt }: Dates, now: Date): FieldProblem[] {
  if (!closesAt) return [];
  const from = opensAt && opensAt > now ? opensAt : now;
  return isLongEnough(from, closesAt) ? [] : [{ field: 'closesAt', code: 'too_short', limit: leastDays }];
}

/** Why a consultation is given more time, or taken back: everyone reads it. */
export const publicReason = z.object({ reason: words(limits.publicReason, limits.reasonMin) });

export const extensionInput = z.object({ closesAt: z.date(), reason: words(limits.publicReason, limits.reasonMin) });

/** Another wording of an article, or that it be left out. */
const amendment = z.object({ isRemoval: z.boolean(), text: words(limits.amendment), reason: words(limits.reason, limits.reasonMin), nonce });
export const amendmentInput = amendment.check(needs('text', ({ isRemoval, text }) => isRemoval || text.trim() !== ''));

/** What the service says to one article. What an answer needs before it can be published, the rules say. */
export const articleAnswerInput = z.object({
  heard: words(limits.heard),
  outcome: z.enum(['kept', 'changed', 'removed']),
  reason: words(limits.answerReason),
  label: words(limits.label),
  title: words(limits.articleTitle),
  body: words(limits.body),
});

const added = z.object({ id: articleKey, after: z.optional(z.nullable(articleKey)), label: words(limits.label, 1), title: words(limits.articleTitle), body: words(limits.body, 1), reason: words(limits.answerReason, 1) });

/** The words of an answer about the whole, and what it adds to the text. */
export const answerFrameInput = z.object({
  text: words(limits.answerText),
  added: z.array(added).check(z.maxLength(limits.added), z.refine((all) => all.reduce((sum, { body, reason }) => sum + body.length + reason.length, 0) <= limits.addedText)),
});

/** The same outcome and reason for several amendments. */
export const amendmentAnswersInput = z
  .object({ amendmentIds: z.array(id).check(z.minLength(1), z.maxLength(limits.amendmentsAtOnce)), outcome: z.optional(z.nullable(outcome)), reason: words(limits.answerReason) })
  .check(needs('reason', (answers) => !answers.outcome || answers.reason.trim() !== ''));

/** The act that adopted the text: its number in the register, or a link. */
export const adoptionInput = z
  .object({ ada: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(30)))), url: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(limits.url)))), title: words(limits.actTitle), note: words(limits.note) })
  .check(
    z.refine(({ url }) => !url || (URL.canParse(url) && new URL(url).protocol === 'https:'), { path: ['url'], error: 'a link is https' }),
    needs('ada', ({ ada, url }) => Boolean(ada) || Boolean(url)),
    needs('title', ({ ada, title }) => Boolean(ada) || title.trim() !== ''),
  );
