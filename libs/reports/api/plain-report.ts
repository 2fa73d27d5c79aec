/** A page's document in one language, as whoever draws it needs it: texts instead of pairs, empty parts left out, opinions known as such. Pure. */
import type { Cell, DocumentLine, DocumentPart, DocumentTable, FigureColumn, Locale, Localized, PageDocument } from '@isegoria/kernel/contracts';

export interface PlainColumn {
  key: string;
  label: string;
  type: FigureColumn['type'];
}

export interface PlainTable {
  id: string;
  title: string;
  note: string | null;
  /** `opinions`: the columns `1` to `5` are a distribution over five steps, worst to best. */
  chart: DocumentTable['chart'] | 'opinions';
  columns: PlainColumn[];
  rows: Record<string, Cell>[];
}

export interface PlainLine {
  text: string;
  note: string | null;
  path: string | null;
  tone: DocumentLine['tone'];
}

export interface PlainPart {
  id: string;
  title: string;
  lead: string | null;
  measures: { label: string; value: number }[];
  tables: PlainTable[];
  lines: PlainLine[];
}

export interface PlainSection {
  id: string;
  title: string;
  lead: string | null;
  parts: PlainPart[];
}

export interface PlainReport {
  locale: Locale;
  title: string;
  lead: string | null;
  at: Date;
  path: string;
  sections: PlainSection[];
}

export const STEPS = ['1', '2', '3', '4', '5'] as const;

export function plainReport({ title, lead, at, path, sections }: PageDocument, locale: Locale): PlainReport {
  const text = (both: Localized): string => clean(both[locale] || both.el || both.en);
  const maybe = (both: Localized | null): string | null => (both ? text(both) || null : null);
  return {
    locale,
    title: text(title),
    lead: maybe(lead),
    at,
    path,
    sections: sections.map((section) => ({ id: section.id, title: text(section.title), lead: maybe(section.lead), parts: section.parts.map((part) => plainPart(part, text, maybe)).filter(saysSomething) })),
  };
}

function plainPart({ id, title, lead, measures, tables, lines }: DocumentPart, text: (both: Localized) => string, maybe: (both: Localized | null) => string | null): PlainPart {
  return {
    id,
    title: text(title),
    lead: maybe(lead),
    measures: measures.map(({ label, value }) => ({ label: text(label), value })),
    tables: tables.filter(({ rows }) => rows.length > 0).map((table) => plainTable(table, text, maybe)),
    lines: lines.map((line) => ({ text: text(line.text), note: maybe(line.note), path: line.path, tone: line.tone })),
  };
}

function plainTable({ id, title, note, chart, columns, rows }: DocumentTable, text: (both: Localized) => string, maybe: (both: Localized | null) => string | null): PlainTable {
  const cell = (value: Cell | Localized | undefined): Cell => {
    if (value === undefined || value === null || value === '') return null;
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (value instanceof Date) return value;
    return typeof value === 'string' ? clean(value) : text(value);
  };
  const shown = columns.filter(({ key }) => key !== 'path');
  const isOpinion = STEPS.every((step) => shown.some(({ key }) => key === step));
  return {
    id,
    title: text(title),
    note: maybe(note),
    chart: isOpinion ? 'opinions' : chart,
    columns: shown.map(({ key, label, type }) => ({ key, label: text(label), type })),
    rows: rows.map((row) => Object.fromEntries(shown.map(({ key }) => [key, cell(row[key])]))),
  };
}

const saysSomething = ({ lead, measures, tables, lines }: PlainPart): boolean => lead !== null || measures.length + tables.length + lines.length > 0;

/** Composed letters, and none of the signs that no file of ours may hold: controls, lone halves of a pair. Line ends stay. */
function clean(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu, (sign) => (sign === '\n' || sign === '\t' ? ' ' : ''));
}
