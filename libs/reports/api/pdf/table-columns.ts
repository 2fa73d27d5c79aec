/** How a table is set on paper: which columns stand together, and how wide each is. Pure. */
import type { Cell, Locale } from '@isegoria/kernel/contracts';
import { cellText, isFigure } from '../formats';
import type { PlainTable } from '../plain-report';

export interface PaperColumn {
  label: string;
  align: 'left' | 'right';
  text(row: Record<string, Cell>): string;
}

/** A value and its interval are one column: «63 % (51–74 %)». The screen has room for three, paper has not. */
export function paperColumns({ columns }: PlainTable, locale: Locale): PaperColumn[] {
  const keys = new Set(columns.map(({ key }) => key));
  const hasInterval = (key: string) => keys.has(`${key}Low`) && keys.has(`${key}High`);
  const isPart = (key: string) => /(Low|High)$/.test(key) && hasInterval(key.replace(/(Low|High)$/, ''));
  return columns
    .filter(({ key }) => !isPart(key))
    .map(({ key, label, type }) => {
      const one = (row: Record<string, Cell>, of: string) => cellText(type, row[of] ?? null, locale);
      const text = hasInterval(key) ? (row: Record<string, Cell>) => ((row[key] ?? null) === null ? '–' : `${one(row, key)}\u00a0(${one(row, `${key}Low`)}–${one(row, `${key}High`)})`) : (row: Record<string, Cell>) => one(row, key);
      return { label, align: isFigure(type) ? 'right' : 'left', text };
    });
}

/**
 * The widths of columns in the room there is. Each gets what its longest word needs; what is left goes to those whose text is longer than that, by how much longer it is.
 * Null where not even the words have room: a smaller type is needed.
 */
export function columnWidths(needs: readonly { word: number; whole: number }[], room: number): number[] | null {
  const words = needs.reduce((sum, { word }) => sum + word, 0);
  if (words > room) return null;
  const wishes = needs.map(({ word, whole }) => Math.max(0, whole - word));
  const wished = wishes.reduce((sum, wish) => sum + wish, 0);
  const left = room - words;
  const share = wished === 0 ? 0 : Math.min(1, left / wished);
  const spare = wished === 0 ? left : Math.max(0, left - wished);
  // What nobody needs widens the first column, so that the table ends where the page does.
  return needs.map(({ word }, at) => word + (wishes[at] ?? 0) * share + (at === 0 ? spare : 0));
}
