/** A table of the document, with its heading cells; it goes on over pages, its headings with it. */
import type { Locale } from '@isegoria/kernel/contracts';
import { cut } from '../formats';
import type { PlainTable } from '../plain-report';
import type { Say } from '../words';
import { BOTTOM, INK, PAGE, WIDTH } from './look';
import type { Element } from './pdfkit-inner';
import type { Sheet, TextStyle } from './sheet';
import { columnWidths, type PaperColumn, paperColumns } from './table-columns';

/** More rows are for a spreadsheet. */
const MOST_ROWS = 200;
const MOST_SIGNS = 400;
const PAD = { x: 3.5, y: 3.2 };
const SIZES = [9, 8.25, 7.5, 6.75, 6] as const;
const WIDEST = 190;

interface Grid {
  columns: PaperColumn[];
  widths: number[];
  size: number;
}

export function drawTable(sheet: Sheet, parent: Element, table: PlainTable, { locale, say, caption }: { locale: Locale; say: Say; caption: string | null }): void {
  const { columns, once } = paperColumns(table, locale);
  const rows = table.rows.slice(0, MOST_ROWS).map((row) => columns.map(({ text }) => cut(text(row), MOST_SIGNS)));
  const grid = gridOf(sheet, columns, rows);
  const header = columns.map(({ label }) => label);
  const heading: TextStyle = { font: 'bold', color: INK.quiet };
  const headHeight = rowHeight(sheet, grid, header, heading);
  const heights = rows.map((row) => rowHeight(sheet, grid, row, {}));
  sheet.need((caption ? 18 : 0) + headHeight + (heights[0] ?? 0));
  const element = sheet.open(parent, 'Table');
  if (caption) {
    sheet.text(element, 'Caption', caption, { font: 'bold', size: 9.5 });
    sheet.space(3);
  }
  const head = sheet.open(element, 'THead');
  drawRow(sheet, sheet.open(head, 'TR'), { grid, texts: header, style: heading, height: headHeight }, () => ({ type: 'TH', scope: 'Column' }));
  sheet.rule(INK.quiet, 0.75);
  const body = sheet.open(element, 'TBody');
  for (const [at, row] of rows.entries()) {
    const height = heights[at] ?? 0;
    if (sheet.doc.y + height > BOTTOM) {
      sheet.doc.addPage();
      sheet.artifact(() => eachCell(sheet, { grid, texts: header, style: heading, height: headHeight }, (_, draw) => draw()), 'Pagination');
      sheet.rule(INK.quiet, 0.75);
    }
    drawRow(sheet, sheet.open(body, 'TR'), { grid, texts: row, style: {}, height }, (place) => (place === 0 ? { type: 'TH', scope: 'Row' } : { type: 'TD' }));
    sheet.rule();
  }
  element.end();
  sheet.space(4);
  const more = table.rows.length - rows.length;
  if (more > 0) sheet.text(parent, 'P', say('file.moreRows', { count: String(more) }, more), { size: 8.5, color: INK.quiet });
  for (const line of once) sheet.text(parent, 'P', line, { size: 8, color: INK.quiet, gap: 1 });
  if (table.note) sheet.text(parent, 'P', say('file.note', { note: table.note }), { size: 8, color: INK.quiet, gap: 1 });
}

/** The largest type in which every word has room. */
function gridOf(sheet: Sheet, columns: PaperColumn[], rows: readonly string[][]): Grid {
  for (const size of SIZES) {
    const needs = columns.map(({ label }, at) => {
      const texts = rows.map((row) => row[at] ?? '');
      const widest = (words: readonly string[], font: 'sans' | 'bold') => Math.max(0, ...words.map((word) => sheet.widthOf(word, { size, font })));
      // A space that does not break keeps a value and its interval in one piece.
      const broken = (text: string) => text.split(/[ \n]+/);
      const word = Math.max(widest(texts.flatMap(broken), 'sans'), widest(broken(label), 'bold')) + 2 * PAD.x + 1;
      return { word: Math.min(word, WIDEST), whole: Math.min(WIDEST, Math.max(widest(texts, 'sans'), Math.min(90, widest([label], 'bold'))) + 2 * PAD.x + 1) };
    });
    const widths = columnWidths(needs, WIDTH);
    if (widths) return { columns, widths, size };
  }
  return { columns, widths: columns.map(() => WIDTH / columns.length), size: SIZES.at(-1) ?? 6 };
}

interface PaperRow {
  grid: Grid;
  texts: readonly string[];
  style: TextStyle;
  height: number;
}

function drawRow(sheet: Sheet, row: Element, paper: PaperRow, cell: (at: number) => { type: string; scope?: 'Row' | 'Column' }): void {
  eachCell(sheet, paper, (at, draw) => {
    const { type, ...options } = cell(at);
    sheet.put(row, type, draw, options);
  });
  row.end();
}

function eachCell(sheet: Sheet, { grid: { columns, widths, size }, texts, style, height }: PaperRow, each: (at: number, draw: () => void) => void): void {
  const top = sheet.doc.y;
  let x: number = PAGE.left;
  for (const [at, { align }] of columns.entries()) {
    const width = widths[at] ?? 0;
    const left = x;
    each(at, () => sheet.at(texts[at] ?? '', left + PAD.x, top + PAD.y, { ...style, size, align, width: width - 2 * PAD.x }));
    x += width;
  }
  sheet.doc.y = top + height;
}

const rowHeight = (sheet: Sheet, { columns, widths, size }: Grid, texts: readonly string[], style: TextStyle): number =>
  Math.max(...columns.map((_, at) => cellHeight(sheet, texts[at] ?? '', { ...style, size, width: (widths[at] ?? 0) - 2 * PAD.x }))) + 2 * PAD.y;

/** Most cells are one line, which need not be broken to be measured. */
const cellHeight = (sheet: Sheet, text: string, style: TextStyle & { width: number }): number => sheet.height(sheet.widthOf(text, style) < style.width ? '0' : text, style);
