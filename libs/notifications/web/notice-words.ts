import type { Localized } from '@isegoria/kernel/contracts';
import { fromParams, wordsKey } from '@isegoria/notifications/contracts';
import type { WordsOfSlice } from '@isegoria/ui/web';

/** A piece of a sentence as it comes from the server. */
export interface SentPiece {
  name: string;
  text: string | null;
  number: number | null;
  localized: Localized | null;
}

/** The sentence of a notice or of the stream, in the words of the slice that sent it; null where it has none. */
export function sentenceOf({ t, has, lt }: WordsOfSlice, sort: 'notice' | 'activity', name: string, pieces: readonly SentPiece[]): string | null {
  const { slice, key } = wordsKey(name, sort);
  const params = Object.entries(fromParams(pieces)).map(([piece, value]) => [piece, typeof value === 'object' && value !== null ? lt(value) : value]);
  const known = has(`${slice}:${key}`) || has(`${slice}:${key}_other`);
  return known ? t(`${slice}:${key}`, Object.fromEntries(params)) : null;
}
