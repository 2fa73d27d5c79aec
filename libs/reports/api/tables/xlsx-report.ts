/** A page as a workbook: a sheet that says what it is, and a sheet a table. Numbers are numbers, shares percents, days days; texts are texts, whatever they begin with. */
import { type Cell, cityDay, type FigureColumn } from '@isegoria/kernel/contracts';
import writeXlsxFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node';
import { cellText, isFigure, momentText } from '../formats';
import type { PlainReport, PlainTable } from '../plain-report';
import { sayIn } from '../words';
import { sheetNames } from './sheet-names';

/** Excel's limit for a cell's text. */
const LONGEST_TEXT = 32_767;
const WIDTHS = { least: 10, most: 60 };
const FORMATS: Partial<Record<FigureColumn['type'], string>> = { number: '#,##0.##', percent: '0%', days: '0', date: 'dd/mm/yyyy' };

/** `url` is the platform's address. */
export function xlsxReport(report: PlainReport, url: string): Promise<Buffer> {
  const say = sayIn(report.locale);
  const tables = report.sections.flatMap((section) => section.parts.flatMap((part) => part.tables.map((table) => ({ section, part, table }))));
  const names = sheetNames([say('file.overview'), say('file.words'), ...tables.map(({ table }) => table.title)]);
  const [overview = '', words = '', ...ofTables] = names;
  const sheets: Sheet<never>[] = [overviewSheet(report, url, overview, tables.map(({ section, part }, at) => [ofTables[at] ?? '', section.title, part.title]))];
  const lines = report.sections.flatMap((section) => section.parts.flatMap((part) => part.lines.map((line) => ({ section, part, line }))));
  if (lines.length > 0) {
    const header = ['section', 'part', 'text', 'source'].map((key) => say(`file.${key}`));
    sheets.push(sheetOf(words, header, lines.map(({ section, part, line }) => [text(section.title), text(part.title), text(line.text), text(line.path ? `${url}${line.path}` : '')]), [30, 30, 60, 40]));
  }
  for (const [at, { table }] of tables.entries()) sheets.push(tableSheet(table, ofTables[at] ?? '', report.locale));
  return writeXlsxFile(sheets).toBuffer();
}

function overviewSheet({ title, lead, at, path, sections, locale }: PlainReport, url: string, name: string, tables: readonly (readonly string[])[]): Sheet<never> {
  const say = sayIn(locale);
  const measures = sections.flatMap((section) => section.parts.flatMap((part) => part.measures.map(({ label, value }): Row => [text(section.title), text(part.title), text(label), { value, type: Number, format: '#,##0.##' }])));
  const data: Row[] = [
    [{ ...text(title), fontWeight: 'bold', fontSize: 14 }],
    [text(lead ?? '')],
    [text(say('file.asOf', { moment: momentText(at, locale) }))],
    [text(`${url}${path}`)],
    [],
    header(['section', 'part', 'figure', 'value'].map((key) => say(`file.${key}`))),
    ...measures,
    [],
    header(['sheets', 'section', 'part'].map((key) => say(`file.${key}`))),
    ...tables.map((row): Row => row.map(text)),
  ];
  return { sheet: name, data, columns: [{ width: 44 }, { width: 44 }, { width: 36 }, { width: 14 }] };
}

function tableSheet({ columns, rows }: PlainTable, name: string, locale: PlainReport['locale']): Sheet<never> {
  const widths = columns.map(({ key, label, type }) => Math.max(label.length, ...rows.map((row) => cellText(type, row[key] ?? null, locale).length)) + 2);
  return sheetOf(name, columns.map(({ label }) => label), rows.map((row) => columns.map(({ key, type }) => cellOf(row[key] ?? null, type))), widths, columns.map(({ type }) => isFigure(type)));
}

function sheetOf(name: string, labels: readonly string[], rows: readonly Row[], widths: readonly number[], isRight: readonly boolean[] = []): Sheet<never> {
  return {
    sheet: name,
    data: [header(labels, isRight), ...rows],
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width: Math.min(WIDTHS.most, Math.max(WIDTHS.least, width)) })),
  };
}

const header = (labels: readonly string[], isRight: readonly boolean[] = []): Row => labels.map((label, at): CellObject => ({ ...text(label), fontWeight: 'bold', backgroundColor: '#F3F0E8', align: isRight[at] ? 'right' : 'left' }));

/** The type is said, so that nothing is taken for a formula. */
const text = (value: string): CellObject => ({ value: value.slice(0, LONGEST_TEXT), type: String });

function cellOf(cell: Cell, type: FigureColumn['type']): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return text(cell);
  const format = FORMATS[type] ?? '#,##0.##';
  // A day of the city's, without the hour that another zone would make of it.
  if (cell instanceof Date) return { value: new Date(`${cityDay(cell)}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  return { value: cell, type: Number, format };
}
