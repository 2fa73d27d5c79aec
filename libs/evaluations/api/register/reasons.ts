import { en } from '@isegoria/evaluations/contracts';
import { sentence, type Words } from '@isegoria/ui/contracts';

/** Why a record was refused. The code has its sentence in the slice's words under `register.why`. */
export interface Reason {
  code: string;
  field: string | null;
  value: string | null;
}

const mostShown = 80;

/** A reason as a schema's message, which can only be a text. */
export function reason(code: string, field?: string, value?: string): string {
  return JSON.stringify({ code, field: field ?? null, value: value?.slice(0, mostShown) ?? null });
}

/** The reason behind an issue of a schema; one that we did not foresee names its field. */
export function reasonOf({ message, path }: { message: string; path: PropertyKey[] }): Reason {
  return message.startsWith('{') ? (JSON.parse(message) as Reason) : { code: 'invalid', field: path.join('.'), value: null };
}

/** The reason in English, for the command line. */
export function sentenceOf({ code, field, value }: Reason): string {
  const words: Words = en;
  return sentence(words, 'en', `register.why.${code}`, { field: field ?? '', value: value ?? '' }) ?? code;
}
