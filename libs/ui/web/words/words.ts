import type { Locale } from '@isegoria/kernel/contracts';
import type { Words } from '@isegoria/ui/contracts';
import { keepLocale } from './locale';

/** The words of several slices in one language, by slice. */
export type Catalogue = Record<string, Words>;

/** Where the words come from, for each language in two parts: what the first page says, and all the rest. */
export interface WordSource {
  first(locale: Locale): Promise<Catalogue>;
  rest?(locale: Locale): Promise<Catalogue>;
}

const known: Record<Locale, Catalogue> = { el: {}, en: {} };
const listeners = new Set<() => void>();
const coming = new Map<Locale, Promise<void>>();
let source: WordSource = { first: () => Promise.resolve({}) };
let locale: Locale = 'el';
let turn = 0;

/** Makes the first page's words ready before it is drawn. Each language comes only when somebody reads it. */
export async function startWords(to: Locale, from: WordSource): Promise<void> {
  source = from;
  coming.clear();
  known[to] = await from.first(to);
  settle(to);
}

/** All words of the language that is spoken: every page but the first waits for them, together with its code. */
export async function allWords(): Promise<void> {
  await allIn(locale);
}

/** Goes on in the other language, on the same page, with everything that was typed. */
export async function speak(to: Locale): Promise<void> {
  const whole = coming.has(locale);
  known[to] = { ...(await source.first(to)), ...known[to] };
  if (whole) await allIn(to);
  keepLocale(to);
  settle(to);
}

/** A slice's words, as far as they have come. */
export function wordsOfSlice(slice: string, of: Locale = locale): Words {
  return known[of][slice] ?? {};
}

/** A word was asked for that is not here: perhaps it is among the rest, which is sent for; the page is drawn again when it comes. */
export function missWord(): void {
  if (source.rest && !coming.has(locale)) void allIn(locale).catch(() => undefined);
}

/** The language that is spoken now. */
export const currentLocale = (): Locale => locale;

/** Changes whenever a page must be drawn again: another language, or more words. */
export const wordTurn = (): number => turn;

/** Calls back whenever the language changes or words arrive; answers how to stop. */
export function onWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls back when the language changes; answers how to stop. */
export function onLocaleChange(listener: () => void): () => void {
  let before = locale;
  return onWords(() => {
    if (before === locale) return;
    before = locale;
    listener();
  });
}

function allIn(of: Locale): Promise<void> {
  const here = coming.get(of);
  if (here || !source.rest) return here ?? Promise.resolve();
  const arrival = source.rest(of).then(
    (rest) => {
      known[of] = { ...known[of], ...rest };
      tell();
    },
    (lost: unknown) => {
      // The next page asks again.
      coming.delete(of);
      throw lost;
    },
  );
  coming.set(of, arrival);
  return arrival;
}

function settle(to: Locale): void {
  locale = to;
  document.documentElement.lang = to;
  tell();
}

function tell(): void {
  turn += 1;
  for (const listener of [...listeners]) listener();
}
