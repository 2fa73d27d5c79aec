import type { Locale, Localized } from '@isegoria/kernel/contracts';
import { hasSentence, sentence, type Blanks } from '@isegoria/ui/contracts';
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { formatDate, formatNumber, inLocale, langOf, type DateStyle } from './formats';
import { rich, type Marks } from './rich';
import { currentLocale, missWord, onWords, wordsOfSlice, wordTurn } from './words';

/** What fills a sentence: `{{count}}` also chooses between one and many. */
export type Params = Record<string, string | number | null | undefined>;

/** One slice's words in the reader's language, and how numbers, dates and municipal texts are written in it. */
export interface WordsOfSlice {
  /** The sentence of a key; `slice:key` reaches another slice's words. */
  t(key: string, params?: Params): string;
  /** A sentence with marked parts, as in `Διάβασε τον <code>κώδικα</code>`: each mark is drawn by the function of its name. */
  rich(key: string, marks: Marks, params?: Params): ReactNode;
  /** Whether there are words for this key. Never sends for any: what is asked so must stand in the words of the file that asks. */
  has(key: string): boolean;
  n(value: number, options?: Intl.NumberFormatOptions): string;
  d(at: string | Date, style?: DateStyle): string;
  lt(text: Localized): string;
  /** The language in which `lt` shows a text, where that is not the reader's. */
  lang(text: Localized | null): Locale | undefined;
  locale: Locale;
}

/** The words of a slice, drawn again when the reader changes language. */
export function useWords(slice: string): WordsOfSlice {
  const turn = useSyncExternalStore(onWords, wordTurn);
  return useMemo(() => wordsAt(turn, slice), [slice, turn]);
}

/** The words as they are at a turn: the same turn, the same words. */
const wordsAt = (_turn: number, slice: string): WordsOfSlice => wordsOf(slice);

/** The same outside a component. */
export function wordsOf(slice: string, locale: Locale = currentLocale()): WordsOfSlice {
  const t = (key: string, params?: Params) => {
    const [owner, own] = ownerOf(slice, key);
    const found = sentence(wordsOfSlice(owner, locale), locale, own, written(params, locale), countOf(params));
    // A key is no sentence: while it may still come, nothing stands in its place.
    return found ?? (missWord() ? '' : own);
  };
  return {
    t,
    rich: (key, marks, params) => rich(t(key, params), marks),
    has: (key) => hasSentence(wordsOfSlice(ownerOf(slice, key)[0], locale), ownerOf(slice, key)[1]),
    n: (value, options) => formatNumber(locale, value, options),
    d: (at, style) => formatDate(locale, at, style),
    lt: (text) => inLocale(locale, text),
    lang: (text) => (text ? langOf(locale, text) : undefined),
    locale,
  };
}

function ownerOf(slice: string, key: string): [slice: string, key: string] {
  const colon = key.indexOf(':');
  return colon > 0 ? [key.slice(0, colon), key.slice(colon + 1)] : [slice, key];
}

const countOf = (params: Params | undefined): number | undefined => (typeof params?.['count'] === 'number' ? params['count'] : undefined);

/** Numbers in a sentence are written as the language writes them. */
function written(params: Params | undefined, locale: Locale): Blanks {
  const blanks = Object.entries(params ?? {}).map(([name, value]) => [name, typeof value === 'number' ? formatNumber(locale, value) : (value ?? '')]);
  return Object.fromEntries(blanks) as Blanks;
}
