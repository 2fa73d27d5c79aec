import type { Words } from '@isegoria/ui/contracts';
import { describe, expect, it } from 'vitest';

const EL = import.meta.glob<Words>('/libs/*/contracts/words.el.json', { eager: true, import: 'default' });
const EN = import.meta.glob<Words>('/libs/*/contracts/words.en.json', { eager: true, import: 'default' });
const SOURCES = import.meta.glob<string>(['/libs/*/web/**/*.tsx', '/apps/web/**/*.tsx', '!**/*.test.tsx'], { eager: true, query: '?raw', import: 'default' });

const sliceOf = (path: string): string => /([^/]+)\/contracts\//.exec(path)?.[1] ?? path;

/** Every sentence by its whole key. */
function flat(words: Words, before = ''): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') sentences.set(before + key, value);
    else for (const [inner, sentence] of flat(value, `${before}${key}.`)) sentences.set(inner, sentence);
  }
  return sentences;
}

const blanks = (sentence: string): string[] => [...new Set(sentence.match(/\{\{\s*[\w.]+|<\/?[a-z]+>/g) ?? [])].sort();

const catalogue = (files: Record<string, Words>) => new Map(Object.entries(files).map(([path, words]) => [sliceOf(path), flat(words)]));
const greek = catalogue(EL);
const english = catalogue(EN);

describe.each([...greek.keys()])('the words of %s', (slice) => {
  const el = greek.get(slice) ?? new Map<string, string>();
  const en = english.get(slice) ?? new Map<string, string>();

  it('are there in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...el.keys()].sort());
  });

  it('leave the same blanks in both languages, and say something', () => {
    for (const [key, sentence] of el) {
      expect(sentence.trim(), key).not.toBe('');
      expect(blanks(en.get(key) ?? ''), key).toEqual(blanks(sentence));
    }
  });

  it('have one and many for whatever is counted', () => {
    for (const key of el.keys()) if (key.endsWith('_one')) expect(el.has(key.replace(/_one$/, '_other')), key).toBe(true);
  });
});

/** Pages that speak one slice's words by plain keys: `const { t } = useWords('votes')` and `t('cast')`. */
const spoken = Object.entries(SOURCES).flatMap(([path, source]) => {
  const slices = new Set([...source.matchAll(/useWords\('([\w-]+)'\)/g)].map((match) => match[1] ?? ''));
  const [slice] = slices;
  if (slices.size !== 1 || !slice) return [];
  return [...source.matchAll(/\bt\('([^'$]+)'/g)].map((match) => ({ path, slice, key: match[1] ?? '' }));
});

describe('the pages', () => {
  it('speak only words that there are', () => {
    const missing = spoken.filter(({ slice, key }) => !exists(slice, key)).map(({ path, slice, key }) => `${path}: ${slice}:${key}`);
    expect(missing).toEqual([]);
  });
});

function exists(slice: string, key: string): boolean {
  const [other, inner] = key.includes(':') ? key.split(':') : [slice, key];
  const words = greek.get(other ?? slice);
  return Boolean(words?.has(inner ?? key) || words?.has(`${inner ?? key}_other`));
}
