/**
 * Lets a figure speak: one line that is true of its rows and says what stands out, or nothing. Numbers are not rounded up to
 * a story: a first place must lead clearly, a trend must be larger than what weeks differ by chance.
 */
import type { Localized } from '@isegoria/kernel/contracts';
import { faceOf, KEYS, type FigureRow, type FigureShape } from './figure';

/** The line over a figure, in both languages. */
export function headlineOf(figure: FigureShape, rows: readonly FigureRow[]): Localized | null {
  if (rows.length === 0) return null;
  const face = faceOf(figure);
  if (face === 'opinions') return localized(rows[0]?.[KEYS.headline]);
  if (face === 'waiting') return late(figure, rows);
  if (figure.chart === 'line') return trend(figure, rows);
  return figure.chart === 'bars' ? first(figure, rows) : null;
}

const answersLate = {
  none: { el: 'Καμία απάντηση δεν άργησε', en: 'No answer is overdue' },
  one: { el: 'Μία απάντηση άργησε', en: 'One answer is overdue' },
  many: { el: '# απαντήσεις άργησαν', en: '# answers are overdue' },
};

/** «7 απαντήσεις άργησαν, 6: …» */
function late(figure: FigureShape, rows: readonly FigureRow[]): Localized | null {
  const name = figure.columns[0]?.key ?? '';
  const all = total(rows, KEYS.overdue);
  const { none, one, many } = figure.late ?? answersLate;
  if (all === 0) return none;
  const most = [...rows].sort((a, b) => amount(b, KEYS.overdue) - amount(a, KEYS.overdue))[0];
  const where = localized(most?.[name]);
  const count = most ? amount(most, KEYS.overdue) : 0;
  const el = all === 1 ? one.el : many.el.replace('#', String(all));
  const en = all === 1 ? one.en : many.en.replace('#', String(all));
  if (!where || count * 2 <= all) return { el, en };
  if (all === 1) return { el: `${el}, ${where.el}`, en: `${en}, ${where.en}` };
  return { el: `${el}, ${count}: ${where.el}`, en: `${en}, ${count}: ${where.en}` };
}

/** «Ξεχωρίζει: Κυκλοφορία και μετακινήσεις, 31%», where the first leads the second by a tenth at least. */
function first(figure: FigureShape, rows: readonly FigureRow[]): Localized | null {
  const name = figure.columns[0];
  const measure = figure.columns.find(({ type }) => type === 'number');
  if (!name || name.type !== 'text' || !measure) return null;
  const all = total(rows, measure.key);
  const [top, next] = [...rows].sort((a, b) => amount(b, measure.key) - amount(a, measure.key));
  const text = localized(top?.[name.key]);
  if (!top || !text || all === 0 || /^\d{4}-\d\d/.test(text.el)) return null;
  const leads = amount(top, measure.key) >= 1.1 * (next ? amount(next, measure.key) : 0);
  const percent = Math.round((amount(top, measure.key) * 100) / all);
  return leads ? { el: `Ξεχωρίζει: ${text.el}, ${percent}%`, en: `Stands out: ${text.en}, ${percent}%` } : null;
}

/** The last four points against the four before; a difference within twice its Poisson error is none. */
function trend(figure: FigureShape, rows: readonly FigureRow[]): Localized | null {
  const measure = figure.columns.find(({ type }) => type === 'number');
  if (!measure || rows.length < 8) return null;
  const now = total(rows.slice(-4), measure.key);
  const before = total(rows.slice(-8, -4), measure.key);
  const { el, en } = measure.label;
  if (Math.abs(now - before) <= 2 * Math.sqrt(now + before)) return { el: `${el}: περίπου όπως πριν`, en: `${en}: about as before` };
  return now > before ? { el: `${el}: πληθαίνουν`, en: `${en}: on the rise` } : { el: `${el}: λιγοστεύουν`, en: `${en}: on the wane` };
}

const total = (rows: readonly FigureRow[], key: string): number => rows.reduce((sum, row) => sum + amount(row, key), 0);

function amount(row: FigureRow, key: string): number {
  const cell = row[key];
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : 0;
}

export function localized(cell: FigureRow[string] | undefined): Localized | null {
  if (typeof cell === 'string') return cell === '' ? null : { el: cell, en: cell };
  return typeof cell === 'object' && cell !== null && !(cell instanceof Date) ? cell : null;
}
