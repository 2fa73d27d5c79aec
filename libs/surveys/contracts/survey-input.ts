import type { FieldProblem, Localized } from '@isegoria/kernel/contracts';
import { bilingual, chosenId, maybe, nonceText, problemsOf, shortId, written } from '@isegoria/kernel/contracts';
import { dateProblems } from '@isegoria/processes/contracts';
import * as z from 'zod/mini';
import { leastDays } from './survey-status';

/** The measures of a survey and of what is answered, the same on the page, in the rules and in the store. `marks`: what one paper may carry, below what a vote may. */
export const surveyLimits = {
  title: 160, titleMin: 10, purpose: 2000, purposeMin: 40, use: 1000, useMin: 20, districts: 100,
  sections: 12, sectionTitle: 120, note: 600, questions: 40, text: 300, hint: 400, options: 20, optionText: 160, leastOptions: 2,
  words: 1000, other: 200, handIn: 500, handInMin: 10, marks: 180, reasonMin: 10, learned: 6000, does: 4000, reportMin: 20, promise: 500, oldest: 120,
};
const limits = surveyLimits;

/** The option of who has no opinion. Nobody else may be called so. */
export const noOpinion = 'none';
/** The steps of a scale. */
export const steps = ['1', '2', '3', '4', '5'] as const;

/** The ways besides this site on which a survey may be answered. */
export const offlineChannels = ['paper', 'phone', 'desk'] as const;

export const surveyForms = ['single', 'several', 'scale', 'ranking', 'words'] as const;

/** The Greek is asked for, the English may be left out. */
const both = (longest: number, shortest = 0) => bilingual(longest, { shortest, english: 'optional' });
const id = shortId();
const nonce = nonceText();

/** An id that a page may choose for a survey that it is about to save. */
export const surveyId = chosenId();

/** The id of a section, a question or an option, as `newKey` makes it. */
const key = z.string().check(z.regex(/^[a-z0-9]{1,12}$/), z.refine((one) => one !== noOpinion && one !== 'taken'));

const option = (shortest: number) => z.object({ id: key, text: both(limits.optionText, shortest), isOther: z.boolean() });
const condition = z.object({ questionId: key, optionIds: z.array(z.string().check(z.regex(/^[a-z0-9]{1,12}$/))).check(z.maxLength(limits.options + 1)) });

const question = (shortest: 0 | 1) => z.object({
  id: key,
  form: z.enum(surveyForms),
  text: both(limits.text, shortest),
  hint: both(limits.hint),
  isRequired: z.boolean(),
  hasNoOpinion: z.boolean(),
  options: z.array(option(shortest)).check(z.maxLength(limits.options)),
  most: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(limits.options)))),
  showIf: z.optional(z.nullable(condition)),
});

const section = (shortest: 0 | 1) => z.object({ id: key, title: both(limits.sectionTitle), note: both(limits.note), questions: z.array(question(shortest)).check(z.maxLength(limits.questions)) });

const common = {
  departmentId: maybe(id),
  districtIds: z.array(id).check(z.maxLength(limits.districts)),
  verified: z.boolean(),
  minimumAge: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(limits.oldest)))),
  opensAt: maybe(z.date()),
  closesAt: maybe(z.date()),
  isLive: z.boolean(),
  publishesWords: z.boolean(),
  channels: z.optional(z.nullable(z.array(z.enum(offlineChannels)).check(z.maxLength(offlineChannels.length)))),
};

/** What a draft may hold: anything may be missing but a Greek title, nothing may be too long. */
export const surveyDraft = z.object({ ...common, title: both(limits.title, 1), purpose: both(limits.purpose), use: both(limits.use), handIn: z.optional(z.nullable(both(limits.handIn))), sections: z.array(section(0)).check(z.maxLength(limits.sections)) });

/** What must stand before everyone may read it. */
const surveyPublic = z.object({
  ...common,
  title: both(limits.title, limits.titleMin), purpose: both(limits.purpose, limits.purposeMin), use: both(limits.use, limits.useMin),
  departmentId: id, closesAt: z.date(),
  sections: z.array(section(1)).check(z.minLength(1), z.maxLength(limits.sections)),
});

export type SurveyDraft = z.infer<typeof surveyDraft>;

/** A section and a question as the rules read them, whoever hands them: the form, the store or the city's answer. */
export interface Asked {
  id: string;
  form: (typeof surveyForms)[number];
  text: Localized;
  isRequired: boolean;
  hasNoOpinion: boolean;
  options: readonly { id: string; text: Localized; isOther: boolean }[];
  most?: number | null;
  showIf?: { questionId: string; optionIds: readonly string[] } | null;
}
export interface AskedSection {
  title: Localized;
  questions: readonly Asked[];
}

const handIn = z.object({ handIn: both(limits.handIn, limits.handInMin) });
const noWords: Localized = { el: '', en: '' };

/** What a draft lacks before it can be made public now: one problem a field. */
export function publicProblems(survey: SurveyDraft, now: Date): FieldProblem[] {
  const unsaid = survey.channels?.length ? problemsOf(handIn, { handIn: survey.handIn ?? noWords }) : [];
  const problems = [...problemsOf(surveyPublic, survey), ...unsaid, ...formProblems(survey.sections), ...dateProblems(survey, now, leastDays)];
  return problems.filter(({ field }, at) => problems.findIndex((other) => other.field === field) === at);
}

/** What a form of questions lacks to be put to people: something to ask on each page, enough options, conditions that can come true. */
export function formProblems(sections: readonly AskedSection[]): FieldProblem[] {
  const problem = (field: string, code: FieldProblem['code'], limit: number | null = null): FieldProblem => ({ field, code, limit });
  const all = sections.flatMap(({ questions }) => questions);
  const before: Asked[] = [];
  const problems = sections.flatMap(({ title, questions }, at) => {
    const own = questions.flatMap((question, place) => {
      const found = questionProblems(question, before).map(({ field, ...rest }) => ({ ...rest, field: `sections.${at}.questions.${place}.${field}` }));
      before.push(question);
      return found;
    });
    const empty = questions.length === 0 ? [problem(`sections.${at}.questions`, 'required')] : [];
    const unnamed = sections.length > 1 && title.el.trim() === '' ? [problem(`sections.${at}.title.el`, 'required')] : [];
    return [...empty, ...unnamed, ...own];
  });
  const many = all.length > limits.questions ? [problem('sections', 'too_long', limits.questions)] : [];
  const marks = all.reduce((sum, one) => sum + mostMarks(one), 0) > limits.marks ? [problem('sections', 'too_big', limits.marks)] : [];
  return [...many, ...marks, ...problems];
}

/** How many options one answer to a question may name. */
export function mostMarks({ form, options, most }: Pick<Asked, 'form' | 'options' | 'most'>): number {
  if (form === 'words') return 0;
  return form === 'several' || form === 'ranking' ? (most ?? options.length) : 1;
}

function questionProblems({ form, options, most, showIf }: Asked, before: readonly Asked[]): FieldProblem[] {
  const problem = (field: string, code: FieldProblem['code'], limit: number | null = null): FieldProblem => ({ field, code, limit });
  const problems: FieldProblem[] = [];
  if (isChosen(form) && options.length < limits.leastOptions) problems.push(problem('options', 'too_short', limits.leastOptions));
  if (most && most > options.length) problems.push(problem('most', 'too_big', options.length));
  if (showIf && !canCome(showIf, before)) problems.push(problem('showIf', 'invalid'));
  return problems;
}

/** Whether people choose among options that the official writes. A scale has its steps, own words have none. */
export const isChosen = (form: Asked['form']): boolean => form === 'single' || form === 'several' || form === 'ranking';

/** The options that a condition may name: those of one choice, several or a scale, and «no opinion». */
export function conditionOptions({ form, options, hasNoOpinion }: Pick<Asked, 'form' | 'options' | 'hasNoOpinion'>): string[] {
  if (form === 'ranking' || form === 'words') return [];
  return [...(form === 'scale' ? steps : options.map((one) => one.id)), ...(hasNoOpinion ? [noOpinion] : [])];
}

function canCome({ questionId, optionIds }: NonNullable<Asked['showIf']>, before: readonly Asked[]): boolean {
  const earlier = before.find((one) => one.id === questionId);
  const known = earlier ? conditionOptions(earlier) : [];
  return optionIds.length > 0 && optionIds.every((one) => known.includes(one));
}

/** Whether each section, question and option has a name of its own. A page that this house made cannot get that wrong. */
export function hasOwnKeys(sections: readonly { id: string; questions: readonly { id: string; options: readonly { id: string }[] }[] }[]): boolean {
  const isUnique = (ids: readonly string[]) => new Set(ids).size === ids.length;
  const questions = sections.flatMap((one) => one.questions);
  return isUnique(sections.map((one) => one.id)) && isUnique(questions.map((one) => one.id)) && questions.every(({ options }) => isUnique(options.map((one) => one.id)));
}

/** A name for a new section, question or option that none of the others has: `q7`. */
export function newKey(stem: string, taken: Iterable<string>): string {
  const numbers = [...taken].map((one) => Number(one.slice(stem.length))).filter(Number.isInteger);
  return `${stem}${Math.max(0, ...numbers) + 1}`;
}

const given = {
  answers: z.array(z.object({ questionId: z.string().check(z.maxLength(12)), optionId: z.string().check(z.maxLength(12)) })).check(z.maxLength(limits.marks)),
  words: z.array(z.object({ questionId: z.string().check(z.maxLength(12)), text: written(limits.words) })).check(z.maxLength(limits.questions)),
};

/** What stands on a form that an official enters, before it is held against the questions. */
export const enteredInput = z.object(given);

/** What comes with a press on «send», before it is held against the questions. */
export const answerInput = z.object({ ...given, nonce });

const report = z.object({ learned: written(limits.learned, limits.reportMin), does: written(limits.does, limits.reportMin), promise: written(limits.promise), dueAt: maybe(z.date()) });

/** What is wrong with a report: a promise has a day to come, and a day a promise. */
export function reportProblems(input: z.infer<typeof report>, now: Date): FieldProblem[] {
  const problems = problemsOf(report, input);
  const isPromised = input.promise.trim() !== '';
  if (isPromised && !input.dueAt) problems.push({ field: 'dueAt', code: 'required', limit: null });
  if (input.dueAt && input.dueAt <= now) problems.push({ field: 'dueAt', code: 'too_small', limit: null });
  if (input.dueAt && !isPromised) problems.push({ field: 'promise', code: 'required', limit: null });
  return problems;
}
