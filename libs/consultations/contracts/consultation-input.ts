import type { FieldProblem } from '@isegoria/kernel/contracts';
import { bilingual, chosenId, isHttps, maybe, nonceText, problemsOf, shortId, written } from '@isegoria/kernel/contracts';
import { dateProblems } from '@isegoria/processes/contracts';
import * as z from 'zod/mini';
import { leastDays } from './consultation-status';

/** The measures of a consultation and of what is said to it, the same on the page, in the rules and in the store. */
export const consultationLimits = {
  title: 160, titleMin: 10, summary: 4000, summaryMin: 40, links: 20, linkTitle: 160, url: 500, districts: 100,
  articles: 200, label: 40, articleTitle: 160, body: 20_000,
  /** The signs of all articles together. */
  wholeText: 400_000,
  amendment: 20_000, reason: 2000, reasonMin: 10,
  heard: 4000, answerReason: 4000, answerText: 6000, added: 20, addedText: 30_000, amendmentsAtOnce: 200, actTitle: 300, note: 2000,
};
const limits = consultationLimits;

const id = shortId();
const https = z.string().check(z.trim(), z.maxLength(limits.url), z.refine(isHttps));
const nonce = nonceText();
const outcome = z.enum(['adopted', 'partly', 'notAdopted']);

/** That a field is asked for which other fields could make needless. */
const needs = <T>(field: string, isThere: (form: T) => boolean) => z.check<T>(({ value, issues }) => {
  if (!isThere(value)) issues.push({ code: 'too_small', origin: 'string', minimum: 1, inclusive: true, input: value, path: [field] });
});

/** An id that a page may choose for a consultation that it is about to save. */
export const consultationId = chosenId();

/** The id of an article, stable over the versions. `articleId` makes new ones. */
const articleKey = z.string().check(z.regex(/^[a-z][a-z0-9]{0,11}$/));

const article = z.object({
  id: articleKey,
  label: written(limits.label),
  title: written(limits.articleTitle),
  /** Null: as it is kept. */
  body: maybe(written(limits.body)),
  isPreamble: z.boolean(),
});

/** What a draft may hold: anything may be missing but a Greek title, nothing may be too long. */
export const consultationDraft = z.object({
  title: bilingual(limits.title, { english: 'optional' }),
  summary: bilingual(limits.summary, { shortest: 0 }),
  departmentId: maybe(id),
  categoryId: maybe(id),
  districtIds: z.array(id).check(z.maxLength(limits.districts)),
  links: z.array(z.object({ title: written(limits.linkTitle, 1), url: https })).check(z.maxLength(limits.links)),
  opensAt: maybe(z.date()),
  closesAt: maybe(z.date()),
  admission: z.enum(['wait', 'public']),
  articles: z.array(article).check(z.maxLength(limits.articles)),
});

/** What must stand before everyone may read it. Each article with a number needs words. */
const consultationPublic = z.object({
  title: bilingual(limits.title, { shortest: limits.titleMin, english: 'optional' }),
  summary: bilingual(limits.summary, { shortest: limits.summaryMin, english: 'optional' }),
  departmentId: id,
  closesAt: z.date(),
  articles: z.array(z.object({ isPreamble: z.boolean(), label: written(limits.label), body: written(limits.body, 1) }))
    .check(z.minLength(1), z.refine((all) => all.some(({ isPreamble }) => !isPreamble)), z.refine((all) => all.every(({ isPreamble, label }) => isPreamble || label.trim() !== ''))),
});

export type ConsultationForm = z.infer<typeof consultationDraft>;
type Complete = Omit<ConsultationForm, 'articles'> & { articles: readonly { isPreamble: boolean; label: string; body?: string | null }[] };

/** What a draft lacks before it can be made public now: one problem a field. */
export function publicProblems(consultation: Complete, now: Date): FieldProblem[] {
  const problems = problemsOf(consultationPublic, consultation);
  const dates = dateProblems(consultation, now, leastDays).filter(({ field }) => problems.every((other) => other.field !== field));
  return [...problems, ...dates];
}

/** Another wording of an article, or that it be left out. */
const amendment = z.object({ isRemoval: z.boolean(), text: written(limits.amendment), reason: written(limits.reason, limits.reasonMin), nonce });
export const amendmentInput = amendment.check(needs('text', ({ isRemoval, text }) => isRemoval || text.trim() !== ''));

/** What the service says to one article. What an answer needs before it can be published, the rules say. */
export const articleAnswerInput = z.object({
  heard: written(limits.heard),
  outcome: z.enum(['kept', 'changed', 'removed']),
  reason: written(limits.answerReason),
  label: written(limits.label),
  title: written(limits.articleTitle),
  body: written(limits.body),
});

const added = z.object({ id: articleKey, after: maybe(articleKey), label: written(limits.label, 1), title: written(limits.articleTitle), body: written(limits.body, 1), reason: written(limits.answerReason, 1) });

/** The words of an answer about the whole, and what it adds to the text. */
export const answerFrameInput = z.object({
  text: written(limits.answerText),
  added: z.array(added).check(z.maxLength(limits.added), z.refine((all) => all.reduce((sum, { body, reason }) => sum + body.length + reason.length, 0) <= limits.addedText)),
});

/** The same outcome and reason for several amendments. */
export const amendmentAnswersInput = z
  .object({ amendmentIds: z.array(id).check(z.minLength(1), z.maxLength(limits.amendmentsAtOnce)), outcome: maybe(outcome), reason: written(limits.answerReason) })
  .check(needs('reason', (answers) => !answers.outcome || answers.reason.trim() !== ''));

/** The act that adopted the text: its number in the register, or a link. */
export const adoptionInput = z
  .object({ ada: maybe(written(30)), url: maybe(written(limits.url)), title: written(limits.actTitle), note: written(limits.note) })
  .check(
    z.refine(({ url }) => !url || isHttps(url), { path: ['url'], error: 'a link is https' }),
    needs('ada', ({ ada, url }) => Boolean(ada) || Boolean(url)),
    needs('title', ({ ada, title }) => Boolean(ada) || title.trim() !== ''),
  );
