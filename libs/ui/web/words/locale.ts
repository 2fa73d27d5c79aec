import type { Locale } from '@isegoria/kernel/contracts';

const A_YEAR = 365 * 24 * 3600;

/** The language that this browser asked for; Greek when it asked for none. */
export function chosenLocale(): Locale {
  return /(?:^|;\s*)locale=en(?:;|$)/.test(document.cookie) ? 'en' : 'el';
}

/** Keeps the choice for the next visit, where the server sees it too. */
export function keepLocale(locale: Locale): void {
  document.cookie = `locale=${locale}; path=/; max-age=${A_YEAR}; samesite=lax`;
}
