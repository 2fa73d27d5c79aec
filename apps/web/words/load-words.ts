import type { WordSource } from '@isegoria/ui/web';

const PARTS = {
  first: { el: () => import('virtual:words/el/first'), en: () => import('virtual:words/en/first') },
  rest: { el: () => import('virtual:words/el/rest'), en: () => import('virtual:words/en/rest') },
};

/** The words of every slice: what the first page says in one file, everything else in another, each language by itself. */
export const cityWords: WordSource = {
  first: async (locale) => (await PARTS.first[locale]()).default,
  rest: async (locale) => (await PARTS.rest[locale]()).default,
};

/** The name of the slice in which a file stands. */
export const sliceOf = (path: string): string => /libs\/([^/]+)\//.exec(path)?.[1] ?? path;
