import type { Locale } from '@isegoria/kernel/contracts';
import { el, en } from '@isegoria/reports/contracts';
import { sentence } from '@isegoria/ui/contracts';

/** Says a sentence of the slice's words in one language. */
export type Say = (key: string, blanks?: Record<string, string>, count?: number) => string;

export const sayIn = (locale: Locale): Say => (key, blanks, count) => sentence(locale === 'el' ? el : en, locale, key, blanks, count) ?? key;
