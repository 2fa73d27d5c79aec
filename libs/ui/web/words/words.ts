import type { Locale } from '@isegoria/kernel/contracts';
import type { Words } from '@isegoria/ui/contracts';
import { keepLocale } from './locale';

/** The words of several slices in one language, by slice. */
export type Catalogue = Record<string, Words>;

/** Gives all words of a language, for where some are missed that did not come with their script. */
export type WordSource = (locale: Locale) => Promise<Catalogue>;

declare global {
  /** Where each script of the build leaves the words that it says (`apps/web/build/words-plugin.mjs`). */
  var cityWords: Record<Locale, Catalogue>[] | undefined;
}

const known: Record<Locale, Catalogue> = { el: {}, en: {} };
const listeners = new Set<() => void>();
const coming = new Map<Locale, Promise<void>>();
const hasAll = new Set<Locale>();
let source: WordSource | null = null;
let locale: Locale = 'el';
let turn = 0;

/** Speaks a language, with what scripts bring of it; `all` gives the rest where it is missed. */
export function startWords(to: Locale, all: WordSource | null): void {
  source = all;
  Object.assign(known, { el: {}, en: {} });
  coming.clear();
  hasAll.clear();
  settle(to);
}

/** Makes some words known, beside those that are. */
export function giveWords(of: Locale, words: Catalogue): void {
  for (const [slice, more] of Object.entries(words)) known[of][slice] = { ...known[of][slice], ...more };
}

/** All words of the language that is spoken, at once: under development, where scripts bring none. */
export async function allWords(): Promise<void> {
  await allIn(locale);
}

/** Goes on in the other language, on the same page, with everything that was typed. */
export async function speak(to: Locale): Promise<void> {
  if (coming.has(locale)) await allIn(to);
  keepLocale(to);
  settle(to);
}

/** A slice's words, as far as they have come. */
export function wordsOfSlice(slice: string, of: Locale = locale): Words {
  for (const { el, en } of globalThis.cityWords?.splice(0) ?? []) {
    giveWords('el', el);
    giveWords('en', en);
  }
  return known[of][slice] ?? {};
}

/** A word was asked for that is not here: all are sent for, once, and the page is drawn again when they come. Answers whether it may still come. */
export function missWord(): boolean {
  if (!source || hasAll.has(locale)) return false;
  if (!coming.has(locale)) void allIn(locale).catch(() => undefined);
  return true;
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
  if (here || !source) return here ?? Promise.resolve();
  const arrival = source(of).then(
    (all) => {
      giveWords(of, all);
      hasAll.add(of);
      tell();
    },
    (lost: unknown) => {
      // Who misses a word next asks again.
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
