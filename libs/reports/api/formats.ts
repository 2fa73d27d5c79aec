/** Numbers, dates and cells as people of each language write them; moments by the city's clock. Pure. */
import { type Cell, dateFormat, type FigureColumn, type Locale, numberFormat } from '@isegoria/kernel/contracts';

export const momentText = (at: Date, locale: Locale): string => dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
export const dayText = (at: Date, locale: Locale): string => dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
const shortDay = (at: Date, locale: Locale): string => dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(at);

export const numberText = (value: number, locale: Locale, options: Intl.NumberFormatOptions = { maximumFractionDigits: 1 }): string => numberFormat(locale, options).format(value);

/** A cell as people read it; shares are between 0 and 1, a month comes as 2026-06. */
export function cellText(type: FigureColumn['type'], value: Cell, locale: Locale): string {
  if (value === null) return '–';
  if (value instanceof Date) return shortDay(value, locale);
  if (typeof value === 'string') return /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? dateFormat(locale, { month: 'long', year: 'numeric' }).format(new Date(`${value}-15T12:00:00Z`)) : value;
  if (type === 'percent') return numberText(value, locale, { style: 'percent', maximumFractionDigits: 0 });
  return numberText(value, locale, { maximumFractionDigits: type === 'days' ? 0 : 1 });
}

/** At most so many signs, with a mark where some are left out; no sign is cut in two. */
export function cut(text: string, most: number): string {
  const signs = [...text.slice(0, most * 2)];
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : text;
}

export const isFigure = (type: FigureColumn['type']): boolean => type === 'number' || type === 'percent' || type === 'days';
