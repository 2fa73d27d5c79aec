/** A page as one CSV file, a line a figure: see decisions/002. Dates as ISO 8601, shares between 0 and 1; what a spreadsheet would run is defused by the kernel's `csv`. */
import { csv } from '@isegoria/kernel/api';
import { type Cell, cityDay } from '@isegoria/kernel/contracts';
import { cellText } from '../formats';
import type { PlainPart, PlainReport, PlainTable } from '../plain-report';
import { sayIn } from '../words';

type Line = [table: string, row: number | null, name: string | null, column: string, value: Cell];

export function csvReport({ locale, sections }: PlainReport): string {
  const say = sayIn(locale);
  const header = ['section', 'part', 'sheets', 'row', 'figure', 'column', 'value'].map((key) => say(`file.${key}`));
  const lines = sections.flatMap((section) => section.parts.flatMap((part) => linesOf(part, locale, say('file.text')).map((line): Cell[] => [section.title, part.title, ...line])));
  return csv(header, lines);
}

function linesOf({ title, measures, tables, lines }: PlainPart, locale: PlainReport['locale'], textWord: string): Line[] {
  return [
    ...measures.map(({ label, value }): Line => [title, null, null, label, value]),
    ...tables.flatMap((table) => cellsOf(table, locale)),
    ...lines.map(({ text }, at): Line => [title, at + 1, null, textWord, text]),
  ];
}

/** The first column names the rows. */
function cellsOf({ title, columns: [name, ...columns], rows }: PlainTable, locale: PlainReport['locale']): Line[] {
  if (!name) return [];
  return rows.flatMap((row, at) => columns.map(({ key, label }): Line => [title, at + 1, cellText(name.type, row[name.key] ?? null, locale), label, valueOf(row[key] ?? null)]));
}

const valueOf = (cell: Cell): Cell => (cell instanceof Date ? cityDay(cell) : cell);
