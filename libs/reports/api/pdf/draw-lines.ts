/** Figures over time, a line a column. */
import type { Locale } from '@isegoria/kernel/contracts';
import { cellText, numberText } from '../formats';
import type { PlainColumn, PlainTable } from '../plain-report';
import { INK, LINES, PAGE, WIDTH } from './look';
import type { Element } from './pdfkit-inner';
import type { Sheet } from './sheet';

const PLOT = { head: 8, height: 130, left: 34, right: 14, foot: 18 };
const LABEL_ROOM = 78;
const TICKS = 4;

interface Lines {
  table: PlainTable;
  time: PlainColumn;
  series: PlainColumn[];
  locale: Locale;
  alt: string;
}

const keyHeight = (series: number): number => (series > 1 ? series * 12 + 4 : 0);
export const linesHeight = (series: number): number => keyHeight(series) + PLOT.head + PLOT.height + PLOT.foot + 6;

export function drawLines(sheet: Sheet, parent: Element, { table: { rows }, time, series, locale, alt }: Lines): void {
  const height = linesHeight(series.length);
  const key = keyHeight(series.length);
  sheet.need(height);
  const { doc } = sheet;
  const [top, left, right] = [doc.y, PAGE.left + PLOT.left, PAGE.left + WIDTH - PLOT.right];
  const step = niceStep(Math.max(1, ...rows.flatMap((row) => series.map((one) => Number(row[one.key] ?? 0)))));
  const highest = step * TICKS;
  const x = (at: number) => left + ((right - left) * at) / Math.max(1, rows.length - 1);
  const y = (value: number) => top + key + PLOT.head + PLOT.height - (PLOT.height * value) / highest;
  const everyNth = Math.max(1, Math.ceil(rows.length / Math.floor((right - left) / LABEL_ROOM)));
  const draw = () => {
    for (const [at, { label }] of key > 0 ? series.entries() : []) {
      doc.rect(PAGE.left, top + at * 12 + 3.5, 12, 2.5).fillColor(LINES[at] ?? INK.aegean).fill();
      sheet.at(label, PAGE.left + 18, top + at * 12, { size: 8, color: INK.quiet, width: WIDTH - 20 });
    }
    for (let tick = 0; tick <= TICKS; tick++) {
      doc.moveTo(left, y(tick * step)).lineTo(right, y(tick * step)).lineWidth(0.5).strokeColor(tick === 0 ? INK.quiet : INK.line).stroke();
      sheet.at(numberText(tick * step, locale), PAGE.left, y(tick * step) - 5, { size: 7.5, color: INK.quiet, width: PLOT.left - 6, align: 'right' });
    }
    for (const [at, row] of rows.entries()) {
      if (at % everyNth !== 0 || x(at) > right - LABEL_ROOM / 3) continue;
      sheet.at(cellText(time.type, row[time.key] ?? null, locale), x(at) - (at === 0 ? 0 : LABEL_ROOM / 2), top + key + PLOT.head + PLOT.height + 5, { size: 7.5, color: INK.quiet, width: LABEL_ROOM, align: at === 0 ? 'left' : 'center' });
    }
    for (const [at, one] of series.entries()) {
      for (const [place, row] of rows.entries()) {
        const point = [x(place), y(Number(row[one.key] ?? 0))] as const;
        if (place === 0) doc.moveTo(...point);
        else doc.lineTo(...point);
      }
      doc.lineWidth(1.6).lineJoin('round').strokeColor(LINES[at] ?? INK.aegean).stroke();
    }
  };
  sheet.put(parent, 'Figure', draw, { alt, placement: 'Block', bbox: [PAGE.left, top, PAGE.left + WIDTH, top + height] });
  doc.y = top + height;
}

/** The step of an axis of four steps that reaches a value: 1, 2 or 5 times a power of ten. */
export function niceStep(highest: number): number {
  const raw = highest / TICKS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= raw * 0.999999) ?? raw;
  return Math.max(1, step);
}
