/** A page as plain parts: headings, tables, lines. The page on the screen, its files and its print are all made from it. */
import type { Cell, Localized } from './index';

/** A column of a table of figures. */
export interface FigureColumn {
  key: string;
  label: Localized;
  type: 'text' | 'number' | 'percent' | 'date' | 'days';
}

/** Something counted at this moment that may be compared with the same at another moment. */
export interface DocumentMeasure {
  id: string;
  label: Localized;
  value: number;
}

/** A table that can also be drawn. */
export interface DocumentTable {
  /** Of letters, digits, dots and hyphens; the same part gives the same table the same id. It is the name of its file. */
  id: string;
  title: Localized;
  /** How it was counted, in a sentence. */
  note: Localized | null;
  chart: 'bars' | 'stacked' | 'line' | 'none';
  columns: FigureColumn[];
  /** Rows by column key. A column `path` is never shown: it says where the row leads. */
  rows: Record<string, Cell | Localized>[];
}

/** Words that somebody wrote, or a sentence of ours, and the way to where they stand. */
export interface DocumentLine {
  text: Localized;
  /** A quiet line under it. */
  note: Localized | null;
  path: string | null;
  tone: 'for' | 'against' | 'quote' | 'plain';
}

/** What one slice has to say on one matter. */
export interface DocumentPart {
  /** `<slice>.<what>`. */
  id: string;
  title: Localized;
  lead: Localized | null;
  measures: DocumentMeasure[];
  tables: DocumentTable[];
  lines: DocumentLine[];
}

export interface DocumentSection {
  id: string;
  title: Localized;
  lead: Localized | null;
  parts: DocumentPart[];
}

export interface PageDocument {
  id: string;
  title: Localized;
  lead: Localized | null;
  /** The moment that the figures are of. */
  at: Date;
  /** The page's path on the platform. */
  path: string;
  sections: DocumentSection[];
}
