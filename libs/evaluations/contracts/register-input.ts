import { cityDay, type FieldProblem, isHttps, problemsOf } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';
import { decisionTypes } from './decision-types';

/** How long the texts of a decision may be that is entered by hand. */
export const DECISION_LIMITS = { number: 60, subject: 2000, unit: 160, protocol: 80, document: 500 } as const;

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const maybe = (max: number) => z.nullish(z.string().check(z.trim(), z.maxLength(max)));
const day = z.string().check(z.trim(), z.minLength(1), z.refine(isDay));

/** A decision as an official types it, or as a line of a file holds it. */
export const decisionInput = z.object({
  number: text(DECISION_LIMITS.number).check(z.regex(/[\p{L}\p{N}]/u)),
  subject: text(DECISION_LIMITS.subject),
  type: z.string().check(z.trim(), z.minLength(1), z.refine((code) => decisionTypes.includes(code))),
  issued: day,
  unit: maybe(DECISION_LIMITS.unit),
  protocol: maybe(DECISION_LIMITS.protocol),
  amount: z.nullish(z.string().check(z.refine((typed) => typed.trim() === '' || amountTyped(typed) !== null))),
  document: z.nullish(z.string().check(z.trim(), z.maxLength(DECISION_LIMITS.document), z.refine(isHttpsLink))),
  departmentId: maybe(60),
  districtId: maybe(60),
  status: z.enum(['PUBLISHED', 'REVOKED']),
});

/** One thing wrong with a decision. `in_future`: its day has not come in the city. */
export type DecisionProblem = Omit<FieldProblem, 'code'> & { code: FieldProblem['code'] | 'in_future' };

/** What is wrong with a decision as it was typed: one rule for the form, the file and the server. An act may be issued today, not tomorrow. */
export function decisionProblems(typed: { issued: string }, now: Date): DecisionProblem[] {
  const problems: DecisionProblem[] = problemsOf(decisionInput, typed);
  const isWrong = problems.some(({ field }) => field === 'issued');
  return isWrong || typed.issued.trim() <= cityDay(now) ? problems : [...problems, { field: 'issued', code: 'in_future', limit: null }];
}

/** Whose acts of the register come in, and how often it is asked. */
export const registerImportInput = z.object({
  organisationId: z.string().check(z.trim(), z.minLength(1), z.regex(/^\d{1,12}$/)),
  unitIds: z.array(z.string().check(z.regex(/^\d{1,12}$/))).check(z.maxLength(20)),
  since: day,
  everyMinutes: z.int().check(z.gte(5), z.lte(10_080)),
  isOn: z.boolean(),
});

/**
 * Euros as people write them: a comma or a point before one or two digits at the end parts the cents, any other is for the
 * thousands. Null where it is no amount.
 */
export function amountTyped(typed: string): number | null {
  const bare = typed.replace(/[\s€]/g, '');
  const [, whole = '', cents = ''] = /^(\d{1,3}(?:[.,]\d{3})+|\d{1,12})(?:[.,](\d{1,2}))?$/.exec(bare) ?? [];
  return whole === '' ? null : Number(`${whole.replace(/[.,]/g, '')}.${cents || '0'}`);
}

/** A day that the calendar has, YYYY-MM-DD. */
function isDay(text: string): boolean {
  const at = /^(19|20)\d\d-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function isHttpsLink(text: string): boolean {
  return text === '' || isHttps(text);
}
