import { cityYear, dateFormat, type Locale, type Localized, numberFormat } from '@isegoria/kernel/contracts';

/** How much of a moment is told. */
export type DateStyle = 'day' | 'short' | 'month' | 'weekday' | 'time' | 'moment';

const STYLES: Record<DateStyle | 'shortOfYear', Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  shortOfYear: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  moment: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

/** A moment by the city's clock. */
export function formatDate(locale: Locale, at: string | Date, style: DateStyle = 'day'): string {
  const moment = typeof at === 'string' ? new Date(at) : at;
  // Of another year, a day without its year would be a day of this one.
  const shown = style === 'short' && cityYear(moment) !== cityYear(new Date()) ? 'shortOfYear' : style;
  // A day stays beside its month: a line never ends with «26».
  return dateFormat(locale, STYLES[shown]).format(moment).replace(/(\d) (?=\p{L})/u, '$1\u00a0');
}

/** A number as people write it: 1.208 in Greek, 1,208 in English. */
export function formatNumber(locale: Locale, value: number, options?: Intl.NumberFormatOptions): string {
  return numberFormat(locale, options).format(value);
}

/**
 * The language of a text as it is shown, where that is not the reader's: what a citizen wrote stands the same in both languages, and a voice that reads
 * it out must know (WCAG 3.1.2).
 */
export function langOf(locale: Locale, text: Localized): Locale | undefined {
  return locale === 'en' && text.el === text.en && /\p{Script=Greek}/u.test(text.el) ? 'el' : undefined;
}

/** The reader's language of a text that the municipality keeps in both; the other one rather than nothing. */
export function inLocale(locale: Locale, text: Localized): string {
  return text[locale] || text.el || text.en;
}
