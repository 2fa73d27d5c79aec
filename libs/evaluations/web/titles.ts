import type { WordsOfSlice } from '@isegoria/ui/web';

interface Named {
  subject: string;
  plainWords: { title: { el: string; en: string } } | null;
}

/** A decision's name as people say it; the register's words where nobody wrote better ones. */
export const titleOf = ({ plainWords, subject }: Named, { lt }: Pick<WordsOfSlice, 'lt'>): string => (plainWords ? lt(plainWords.title) : subject);

/** The language of that name where it is not the page's own: the register speaks Greek. */
export const titleLang = ({ plainWords }: Pick<Named, 'plainWords'>): 'el' | undefined => (plainWords ? undefined : 'el');
