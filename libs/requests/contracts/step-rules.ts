import { cityDay, daysFrom, type FieldProblem } from '@isegoria/kernel/contracts';
import { requestLimits as limits, type StepFields } from './request-input';
import type { RequestStep } from './requests.gen';

/** A day further off than this was mistyped. */
const farthestDays = 730;

/** What the step lacks: a day to come, a reason, the other request, words that tell people what became of their problem. */
export function stepProblems({ step, text, expectedAt, reason, duplicateOf }: StepFields, now: Date): FieldProblem[] {
  const problem = (field: string, code: FieldProblem['code'], limit: number | null = null): FieldProblem => ({ field, code, limit });
  const problems: FieldProblem[] = [];
  if (saysWords(step)) {
    if (text === '') problems.push(problem('text', 'required'));
    else if (text.length < limits.stepMin) problems.push(problem('text', 'too_short', limits.stepMin));
  }
  if (step === 'planned' && !expectedAt) problems.push(problem('expectedAt', 'required'));
  if (namesDay(step) && expectedAt) problems.push(...dayProblems(expectedAt, now));
  if (step === 'closed' && !reason) problems.push(problem('reason', 'required'));
  if (step === 'closed' && reason === 'duplicate' && !duplicateOf) problems.push(problem('duplicateOf', 'required'));
  return problems;
}

/** The steps that say something to people, and so need words. */
export const saysWords = (step: RequestStep): boolean => step === 'fixed' || step === 'closed' || step === 'update';

/** The steps that may name the day of the work. */
export const namesDay = (step: RequestStep): boolean => step === 'planned' || step === 'inProgress';

function dayProblems(expectedAt: Date, now: Date): FieldProblem[] {
  const [day, today] = [cityDay(expectedAt), cityDay(now)];
  const code = day < today ? 'too_small' : day > daysFrom(today, farthestDays) ? 'too_big' : null;
  return code ? [{ field: 'expectedAt', code, limit: code === 'too_big' ? farthestDays : null }] : [];
}

/** A template's words about one request. */
export function filledIn(text: string, { number, place }: { number: string; place: string }): string {
  return text.replaceAll('{{place}}', () => place).replaceAll('{{number}}', () => number);
}
