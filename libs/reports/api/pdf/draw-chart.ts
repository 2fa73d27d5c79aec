/** The charts of the document as vectors: the same figures as the table that follows, each with a text that says them. */
import type { Cell, Locale } from '@isegoria/kernel/contracts';
import { percents } from '@isegoria/statistics/contracts';
import { cellText, cut, isFigure, numberText } from '../formats';
import { type PlainColumn, type PlainTable, STEPS } from '../plain-report';
import type { Say } from '../words';
import { drawLines, linesHeight } from './draw-lines';
import { INK, ON_SCALE, PAGE, SCALE, stepsFor, WIDTH } from './look';
import type { Element } from './pdfkit-inner';
import type { Sheet } from './sheet';

const MOST_BARS = 16;
const BAR = { height: 13, step: 20 };
const NAME = 170;
const AFTER = 92;
const KEY = 18;
const SAID = 6;
const MOST_LINES = 4;
const MOST_SIGNS = 120;

interface Drawing {
  kind: 'lines' | 'bars';
  name: PlainColumn;
  /** The columns that are drawn: of bars one, of a stack several, of opinions the five steps. */
  parts: PlainColumn[];
  height: number;
}

/** How a table is drawn; null where it has no chart, or where it tells what waits, which is read and not seen. */
function drawingOf({ chart, columns, rows }: PlainTable): Drawing | null {
  const [name, ...others] = columns;
  const figures = others.filter(({ type }) => isFigure(type));
  if (!name || figures.length === 0 || chart === 'none' || columns.some(({ key }) => key === 'overdue')) return null;
  if (chart === 'line') {
    const series = figures.slice(0, MOST_LINES);
    return rows.length > 1 ? { kind: 'lines', name, parts: series, height: linesHeight(series.length) } : null;
  }
  const parts = chart === 'bars' ? figures.slice(0, 1) : chart === 'opinions' ? figures.filter(({ key }) => STEPS.some((step) => step === key)) : figures;
  return { kind: 'bars', name, parts, height: (parts.length > 1 ? KEY : 0) + Math.min(rows.length, MOST_BARS) * BAR.step + 4 };
}

/** The room that a table's chart takes. */
export const chartHeight = (table: PlainTable): number => drawingOf(table)?.height ?? 0;

export function drawChart(sheet: Sheet, parent: Element, table: PlainTable, { locale, say }: { locale: Locale; say: Say }): void {
  const drawing = drawingOf(table);
  if (!drawing) return;
  const alt = altOf(table, drawing, { locale, say });
  if (drawing.kind === 'lines') drawLines(sheet, parent, { table, time: drawing.name, series: drawing.parts, locale, alt });
  else drawBars(sheet, parent, { table, drawing, locale, say, alt });
}

interface Bars {
  table: PlainTable;
  drawing: Drawing;
  locale: Locale;
  say: Say;
  alt: string;
}

/** Lying bars, one a row. Of opinions each is the whole of those who answered; of others the longest is as long as there is room. */
function drawBars(sheet: Sheet, parent: Element, { table, drawing: { name, parts, height }, locale, say, alt }: Bars): void {
  const rows = table.rows.slice(0, MOST_BARS);
  const key = parts.length > 1 ? KEY : 0;
  sheet.need(height);
  const [top, room, left] = [sheet.doc.y, WIDTH - NAME - AFTER, PAGE.left + NAME];
  const isOpinion = table.chart === 'opinions';
  const totals = rows.map((row) => parts.reduce((sum, part) => sum + amount(row, part), 0));
  const longest = Math.max(1e-9, ...totals);
  const colours = stepsFor(parts.length);
  const draw = () => {
    if (key > 0) drawKey(sheet, parts, colours, top);
    for (const [at, row] of rows.entries()) {
      const y = top + key + at * BAR.step;
      sheet.at(fitted(sheet, cellText(name.type, row[name.key] ?? null, locale), NAME - 10), PAGE.left, y + 0.5, { size: 8.5, width: NAME - 6 });
      const total = totals[at] ?? 0;
      const shares = percents(parts.map((part) => amount(row, part)));
      let x = left;
      for (const [place, part] of parts.entries()) {
        const width = isOpinion ? (room * amount(row, part)) / Math.max(1e-9, total) : (room * amount(row, part)) / longest;
        if (width <= 0) continue;
        const step = colours[place % colours.length] ?? 4;
        sheet.doc.rect(x, y, width, BAR.height).fillColor(SCALE[step] ?? INK.aegean).fill();
        const text = isOpinion ? String(shares[place] ?? '') : cellText(part.type, row[part.key] ?? null, locale);
        if (parts.length > 1 && width > 16) sheet.at(text, x, y + 1.8, { size: 7.5, width, align: 'center', color: ON_SCALE[step] ?? INK.ink });
        x += width;
      }
      const after = isOpinion ? medianOf(row, locale, say) : parts.length === 1 && parts[0] ? cellText(parts[0].type, row[parts[0].key] ?? null, locale) : '';
      if (after) sheet.at(after, (isOpinion ? left + room : x) + 6, y + 0.5, { size: 8.5, width: AFTER, color: INK.quiet });
    }
  };
  sheet.put(parent, 'Figure', draw, { alt, placement: 'Block', bbox: [PAGE.left, top, PAGE.left + WIDTH, top + height] });
  sheet.doc.y = top + height;
}

function drawKey(sheet: Sheet, parts: readonly PlainColumn[], colours: readonly number[], top: number): void {
  let x: number = PAGE.left;
  for (const [at, { label }] of parts.entries()) {
    sheet.doc.rect(x, top + 1, 8, 8).fillColor(SCALE[colours[at % colours.length] ?? 4] ?? INK.aegean).fill();
    const width = sheet.widthOf(label, { size: 8 });
    sheet.at(label, x + 12, top, { size: 8, color: INK.quiet, width: width + 4 });
    x += width + 28;
  }
}

function medianOf(row: Record<string, Cell>, locale: Locale, say: Say): string {
  const [median, low, high] = ['median', 'medianLow', 'medianHigh'].map((key) => row[key]);
  if (typeof median !== 'number') return '';
  const interval = typeof low === 'number' && typeof high === 'number' ? ` (${numberText(low, locale)}–${numberText(high, locale)})` : '';
  return say('file.median', { value: `${numberText(median, locale)}${interval}` });
}

/** What the chart shows, for who does not see it: the first rows in words; of a line its last ones. */
function altOf({ title, chart, rows }: PlainTable, { name, parts }: Drawing, { locale, say }: { locale: Locale; say: Say }): string {
  const told = chart === 'line' ? rows.slice(-SAID) : rows.slice(0, SAID);
  const sentences = told.map((row) => `${cut(cellText(name.type, row[name.key] ?? null, locale), MOST_SIGNS)}: ${parts.map(({ key, label, type }) => `${parts.length > 1 ? `${label} ` : ''}${cellText(type, row[key] ?? null, locale)}`).join(', ')}`);
  const more = rows.length - told.length;
  return [say('file.chart', { title }), ...sentences, ...(more > 0 ? [say('file.chartRest', { count: String(more) }, more)] : [])].join(' · ');
}

/** A name in one line, cut where the room ends. */
function fitted(sheet: Sheet, whole: string, width: number): string {
  const text = cut(whole, MOST_SIGNS);
  if (sheet.widthOf(text, { size: 8.5 }) <= width) return text;
  const signs = [...text];
  while (signs.length > 1 && sheet.widthOf(`${signs.join('')}…`, { size: 8.5 }) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

function amount(row: Record<string, Cell>, { key }: PlainColumn): number {
  const cell = row[key];
  return typeof cell === 'number' ? Math.max(0, cell) : 0;
}
