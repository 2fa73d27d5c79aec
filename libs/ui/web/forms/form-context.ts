import { createContext, use } from 'react';
import { wordsOf, type WordsOfSlice } from '../words/use-words';

/** One thing wrong with one field: the kernel's shape, as it also comes from the server. */
export interface Problem {
  field: string;
  code: string;
  limit?: number | null;
}

/** What a form tells its fields. */
export interface FormScope {
  /** Makes the ids of this form's fields its own. */
  prefix: string;
  /** The slice whose words tell the problems. */
  words: string;
  problems: readonly Problem[];
  /** The labels that the fields have handed in, for the summary. */
  labels: Map<string, string>;
}

export const FormContext = createContext<FormScope>({ prefix: 'field', words: 'ui', problems: [], labels: new Map() });

/** The id of a field's control: what the summary links to. */
export const fieldId = (prefix: string, name: string): string => `${prefix}-${name.replaceAll('.', '-')}`;

/** The form around a field. */
export const useFormScope = (): FormScope => use(FormContext);

/**
 * The sentence of a problem, the same in the summary and at the field. A slice's own words come first:
 * `problem.<field>.<code>`, then `problem.<code>`; a general sentence of ours last.
 */
export function problemText({ field, code, limit }: Problem, slice: string, label?: string): string {
  const own = wordsOf(slice);
  const name = label ?? (own.has(`field.${field}`) ? own.t(`field.${field}`) : '');
  const fill = { label: name, limit: limit ?? '', count: limit ?? 0 };
  for (const key of [`problem.${field}.${code}`, `problem.${code}`]) if (own.has(key)) return own.t(key, fill);
  return general(code, name ? fill : { ...fill, label: wordsOf('ui').t('problem.this') });
}

function general(code: string, fill: { label: string; limit: number | string; count: number }): string {
  const ui: WordsOfSlice = wordsOf('ui');
  return ui.t(ui.has(`problem.${code}`) ? `problem.${code}` : 'problem.invalid', fill);
}
