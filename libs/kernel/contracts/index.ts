export { afterDays, cityClock, cityDay, cityYear, daysFrom, daysUntil, mondayOf } from './city-day';
export { dateFormat, intlLocale, moneyText, numberFormat } from './city-formats';
export type { DataCell, DataRow, DatasetField, FieldType, RowOf } from './dataset';
export { fold, words } from './fold';
export { bilingual, chosenId, maybe, nonceText, pageUrl, shortId, written } from './form-fields';
export { type FigureChapter, figureChapters } from './figure-chapters';
export type { DocumentLine, DocumentMeasure, DocumentPart, DocumentSection, DocumentTable, FigureColumn, PageDocument } from './page-document';
export { portions } from './portions';
export { problemsOf, type FieldProblem } from './problems';
export { readCell, saidOnce, withIntervals } from './read-columns';
export { seeded } from './seeded';
export { drawnId } from './drawn-id';
export { isHttps } from './is-https';
export { isWebAddress } from './is-web-address';
export { parseSubject, subjectKey, type Subject } from './subject';
export { escaped } from './xml';

/** The two languages of the platform. Greek is the default. */
export type Locale = 'el' | 'en';

/** The language that an address, a cookie or a program asks for: Greek for whatever is not English. */
export const localeOf = (asked: unknown): Locale => (asked === 'en' ? 'en' : 'el');

/** A text that the municipality keeps in both languages. */
export interface Localized {
  el: string;
  en: string;
}

/** One page of a list, in a fixed order. `next` is the cursor of the following page, or null on the last. */
export interface Page<T> {
  items: T[];
  next: string | null;
  total: number;
}

/** A cell of a council figure or of a CSV file. */
export type Cell = string | number | Date | null;

/** Every event by name, with what it carries. A slice adds its own in `contracts/<slice>.events.ts` by declaration merging. */
export interface EventMap {
  /** The process listens and its indexes stand. */
  'city.started': { at: Date };
}
