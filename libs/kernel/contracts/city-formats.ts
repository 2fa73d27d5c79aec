import type { Locale } from './index';

/** The clock of the city: what is shown and what is due goes by it, wherever the server stands and whatever zone the reader's own clock is in. */
export const CITY_ZONE = 'Europe/Athens';

/** A language as Intl names it, with the habits of its country: the day before the month, and midnight at 00:00. */
export const intlLocale = (locale: Locale): string => (locale === 'el' ? 'el-GR' : 'en-GB');

/** How moments are written in a language, by the city's clock. */
export function dateFormat(locale: Locale, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, locale, style, () => new Intl.DateTimeFormat(intlLocale(locale), { ...style, timeZone: CITY_ZONE }));
}

/** How numbers are written in a language: 1.208 in Greek, 1,208 in English. */
export function numberFormat(locale: Locale, style: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(numbers, locale, style, () => new Intl.NumberFormat(intlLocale(locale), style));
}

/** Cents as people write money: 12.500 € in Greek, €12,500 in English, and cents only where there are any. */
export function moneyText(locale: Locale, cents: number, currency: string): string {
  const digits = Math.round(cents) % 100 === 0 ? 0 : 2;
  return numberFormat(locale, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(cents / 100);
}

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** Each is made once: to make one takes many times as long as to write with it. The styles stand in the code, so they are few. */
function kept<Format>(known: Map<string, Format>, locale: Locale, style: object, make: () => Format): Format {
  const key = `${locale} ${JSON.stringify(style)}`;
  const format = known.get(key) ?? make();
  known.set(key, format);
  return format;
}
