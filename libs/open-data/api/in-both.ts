import type { Localized } from '@isegoria/kernel/contracts';

/** A name that is the same in both languages, as files and formats have. */
export const inBoth = (text: string): Localized => ({ el: text, en: text });
