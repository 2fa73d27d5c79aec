import { bilingual, chosenId, type FieldProblem, maybe, problemsOf, shortId, written } from '@isegoria/kernel/contracts';
import { publicReason } from '@isegoria/processes/contracts';
import { dimensions } from '@isegoria/statistics/contracts';
import * as z from 'zod/mini';

/** The measures of a panel, the same on the page, in the rules and in the store. */
export const panelLimits = { title: 160, titleMin: 10, text: 6000, textMin: 40, source: 300, sourceMin: 20, seats: 500, leastSeats: 5, answerDays: 30, leastAnswerDays: 2, leastDays: 7, oldest: 120, districts: 100, numbers: 200 };
const limits = panelLimits;

/** An id that a page may choose for a panel that it is about to save. */
export const panelId = chosenId();

const optionalEnglish = (longest: number, shortest: number) => bilingual(longest, { shortest, english: 'optional' });
const common = {
  departmentId: maybe(shortId()),
  districtIds: z.array(shortId()).check(z.maxLength(limits.districts)),
  minimumAge: maybe(z.int().check(z.gte(1), z.lte(limits.oldest))),
  seats: z.int().check(z.gte(limits.leastSeats), z.lte(limits.seats)),
  balance: z.array(z.enum(dimensions)).check(z.maxLength(dimensions.length)),
  answerDays: z.int().check(z.gte(limits.leastAnswerDays), z.lte(limits.answerDays)),
};

/** What a draft may hold: words may still be missing. */
export const panelDraft = z.object({ ...common, title: optionalEnglish(limits.title, 1), text: optionalEnglish(limits.text, 0), source: optionalEnglish(limits.source, 0), closesAt: maybe(z.date()), drawsAt: maybe(z.date()) });

const panelPublic = z.object({
  ...common, departmentId: shortId(), title: optionalEnglish(limits.title, limits.titleMin), text: optionalEnglish(limits.text, limits.textMin), source: optionalEnglish(limits.source, limits.sourceMin), closesAt: z.date(), drawsAt: z.date(),
});

export type PanelForm = z.infer<typeof panelDraft>;

const dayMs = 86_400_000;

/** What a draft lacks before its call can be made public now. The numbers come after the list is closed, so that nobody who knows them can still join it. */
export function publicProblems(panel: PanelForm, now: Date): FieldProblem[] {
  const problems = problemsOf(panelPublic, panel);
  const told = (field: string): boolean => problems.some((one) => one.field === field);
  const { closesAt, drawsAt } = panel;
  if (closesAt && !told('closesAt') && closesAt.getTime() < now.getTime() + limits.leastDays * dayMs) problems.push({ field: 'closesAt', code: 'too_short', limit: limits.leastDays });
  if (closesAt && drawsAt && !told('drawsAt') && drawsAt <= closesAt) problems.push({ field: 'drawsAt', code: 'too_small', limit: null });
  return problems;
}

export const numbersForm = z.object({ numbers: written(limits.numbers, 1) });
export { publicReason as withdrawalForm };
