/** How a table is set on paper: which columns stand together, and how wide each is. Pure. */
import { type Cell, type Locale, readCell, saidOnce, withIntervals } from '@isegoria/kernel/contracts';
import { cellText, isFigure } from '../formats';
import type { PlainTable } from '../plain-report';

export interface PaperColumn {
  label: string;
  align: 'left' | 'right';
  text(row: Record<string, Cell>): string;
}

/** As people read them; what all rows say stands under the table, a line each. */
export function paperColumns({ columns, rows }: PlainTable, locale: Locale): { columns: PaperColumn[]; once: string[] } {
  const { once, others } = saidOnce(columns, rows);
  const paper = withIntervals(others).map((read): PaperColumn => {
    const { label, type } = read.column;
    return { label, align: isFigure(type) ? 'right' : 'left', text: (row) => readCell(read, row, (key) => cellText(type, row[key] ?? null, locale)) };
  });
  return { columns: paper, once: once.map(({ column, text }) => `${column.label}: ${text}`) };
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
