import type { WordSource } from '@isegoria/ui/web';

const ALL = { el: () => import('virtual:words/el'), en: () => import('virtual:words/en') };

/** All words of a language, of every slice. A page brings its own: these come where one is missed. */
export const cityWords: WordSource = async (locale) => (await ALL[locale]()).default;
