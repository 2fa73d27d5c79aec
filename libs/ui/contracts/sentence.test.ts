import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasSentence, sentence, type Words } from './sentence';

const FILES = import.meta.glob<Words>('/libs/*/contracts/words.*.json', { eager: true, import: 'default' });
const CATALOGUES = Object.entries(FILES).map(([path, words]) => ({ path, words, blanks: blanksOf(words), locale: path.includes('.el.') ? ('el' as const) : ('en' as const) }));

/** The written catalogues are i18next's, and i18next is the judge of how they are read. */
describe.each(CATALOGUES)('a sentence of $path', ({ path, words, blanks, locale }) => {
  beforeAll(async () => {
    await i18next.init({ lng: locale, fallbackLng: false, ns: [], defaultNS: path, interpolation: { escapeValue: false }, ignoreJSONStructure: true });
    i18next.addResourceBundle(locale, path, words);
  });

  it.each([undefined, 0, 1, 2, 5, 21, 1000])('reads as i18next reads it, with %s counted', (count) => {
    const replace = Object.fromEntries(blanks.map((name) => [name, `<script>${name}</script> Ελένη`]));
    for (const key of keysOf(words)) {
      const base = key.replace(/_(one|other)$/, '');
      if (base !== key && count === undefined) continue;
      const theirs = i18next.t(base, { ns: path, lng: locale, nsSeparator: false, replace, ...(count === undefined ? {} : { count }) });
      expect(sentence(words, locale, base, replace, count), base).toBe(theirs);
    }
  });
});

describe('the first day of a month, in Greek', () => {
  const said = (text: string, date: string) => sentence({ text }, 'el', 'text', { date });

  it.each([
    ['Απαντά έως {{date}}.', 'Απαντά έως την 1η Δεκεμβρίου 2026.'],
    ['Έχεις χρόνο ως τις {{date}}', 'Έχεις χρόνο ως την 1η Δεκεμβρίου 2026'],
    ['Παραδόθηκε στις {{date}}', 'Παραδόθηκε την 1η Δεκεμβρίου 2026'],
    ['Έως {{date}}', 'Έως την 1η Δεκεμβρίου 2026'],
    ['{{date}}', '1 Δεκεμβρίου 2026'],
  ])('is said as people say it: %s', (text, expected) => {
    expect(said(text, '1 Δεκεμβρίου 2026')).toBe(expected);
  });

  it('is not seen in other days, in hours, or in what citizens wrote', () => {
    expect(said('ως {{date}}', '11 Δεκεμβρίου')).toBe('ως 11 Δεκεμβρίου');
    expect(said('στις {{date}}', '1:30')).toBe('στις 1:30');
    expect(said('«{{date}}»', 'Λεωφορεία ως 1 Μαΐου')).toBe('«Λεωφορεία ως 1 Μαΐου»');
  });
});

describe('a key without words', () => {
  it('has no sentence, also where it is the name of a part of an object', () => {
    expect(sentence({ a: { b: 'β' } }, 'el', 'a')).toBeNull();
    expect(sentence({}, 'el', 'constructor')).toBeNull();
    expect(sentence({}, 'el', 'toString.name')).toBeNull();
  });

  it('is found by its counted form', () => {
    expect(hasSentence({ people_one: 'ένας', people_other: 'πολλοί' }, 'people')).toBe(true);
  });
});

function keysOf(words: Words, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`)));
}

function blanksOf(words: Words): string[] {
  return [...new Set([...JSON.stringify(words).matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? ''))];
}
