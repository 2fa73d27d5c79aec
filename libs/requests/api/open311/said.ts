import type { Locale } from '@isegoria/kernel/contracts';
import { el, en } from '@isegoria/requests/contracts';
import { sentence } from '@isegoria/ui/contracts';

/** Our words for other programs, in the language that they ask in. */
export function said(key: string, locale: Locale, blanks: Record<string, string> = {}): string {
  return sentence(locale === 'el' ? el : en, locale, key, blanks) ?? key;
}
