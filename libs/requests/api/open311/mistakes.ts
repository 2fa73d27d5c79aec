import type { Locale } from '@isegoria/kernel/contracts';
import { said } from './said';
import type { Answer } from './spark';

/** One thing that is wrong with what a program asked: the key of its sentence, and what fills it. */
export interface Mistake {
  key: string;
  blanks?: Record<string, string>;
  status?: 403 | 404 | 405 | 429 | 500;
}

/** Everything that is wrong, said at once (GeoReport v2, «Errors»): 403 for the key, 404 for what is not there, 400 for all else that a program can put right. */
export class Mistaken extends Error {
  constructor(
    readonly mistakes: readonly Mistake[],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(mistakes.map(({ key }) => key).join(', '));
  }

  /** Of several the first decides: they are looked for in the order of the standard. */
  get status(): number {
    return this.mistakes[0]?.status ?? 400;
  }
}

export function mistaken(key: string, blanks: Record<string, string> = {}, status?: Mistake['status']): Mistaken {
  return new Mistaken([{ key, blanks, ...(status ? { status } : {}) }]);
}

export function mistakesAnswer({ mistakes }: Mistaken, locale: Locale): Answer {
  return { root: 'errors', content: { item: 'error', values: mistakes.map(({ key, blanks, status = 400 }) => ({ code: status, description: said(`open311.${key}`, locale, blanks) })) } };
}
