import type { TableRow, WordsOfSlice } from '@isegoria/ui/web';
import type { Figure } from './documents';

/** A figure's rows in the reader's language, by column. */
export function rowsOf({ columns, rows }: Pick<Figure, 'columns' | 'rows'>, { lt }: Pick<WordsOfSlice, 'lt'>): TableRow[] {
  return rows.map((cells) =>
    Object.fromEntries(
      columns.map(({ key }, at) => {
        const cell = cells[at];
        return [key, cell?.text ? lt(cell.text) : (cell?.number ?? cell?.date ?? null)];
      }),
    ),
  );
}

/** Where the same figure is as a file. */
export const csvOf = (id: string, locale: string): string => `/insights/figures/${id}.csv?lang=${locale}`;

export const textOf = (row: TableRow, key: string): string => String(row[key] ?? '');
export const numberOf = (row: TableRow, key: string): number => (typeof row[key] === 'number' ? row[key] : 0);
