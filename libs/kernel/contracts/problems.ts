import type * as z from 'zod/v4/core';
import { safeParse } from 'zod/v4/core';

/** One thing wrong with one field. The code names the sentence that the page shows; the limit fills it. */
export interface FieldProblem {
  field: string;
  code: 'required' | 'too_long' | 'too_short' | 'too_big' | 'too_small' | 'invalid';
  limit: number | null;
}

/** What is wrong with a form by its schema, at most one problem a field, in the order of the fields. Empty when all is right. */
export function problemsOf(schema: z.$ZodType, input: unknown): FieldProblem[] {
  const parsed = safeParse(schema, input);
  if (parsed.success) return [];
  const byField = new Map<string, FieldProblem>();
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.');
    if (!byField.has(field)) byField.set(field, { field, ...codeOf(issue) });
  }
  return [...byField.values()];
}

function codeOf(issue: z.$ZodIssue): Pick<FieldProblem, 'code' | 'limit'> {
  if (issue.code === 'too_small') {
    const size = issue.origin === 'string' || issue.origin === 'array';
    if (size && Number(issue.minimum) === 1) return { code: 'required', limit: null };
    return { code: size ? 'too_short' : 'too_small', limit: Number(issue.minimum) };
  }
  if (issue.code === 'too_big') {
    const size = issue.origin === 'string' || issue.origin === 'array';
    return { code: size ? 'too_long' : 'too_big', limit: Number(issue.maximum) };
  }
  // What is not there is asked for, and so is what is not even of its kind: a number that cannot be read (NaN) is none.
  return { code: issue.code === 'invalid_type' ? 'required' : 'invalid', limit: null };
}
