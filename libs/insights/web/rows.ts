import type { TableRow, WordsOfSlice } from '@isegoria/ui/web';
import type { Figure } from './documents';

/** A figure's rows in the reader's language, by column. */
export function rowsOf({ columns, rows }: Pick<Figure, 'columns' | 'rows'>, { lt, d }: Pick<WordsOfSlice, 'lt' | 'd'>): TableRow[] {
  // A month comes as its file has it, 2026-06, and is read by its name.
  const spoken = (text: string) => (/^\d{4}-\d{2}$/.test(text) ? d(`${text}-15T12:00:00Z`, 'month') : text);
  return rows.map((cells) =>
    Object.fromEntries(
      columns.map(({ key }, at) => {
        const cell = cells[at];
        return [key, cell?.text ? spoken(lt(cell.text)) : (cell?.number ?? cell?.date ?? null)];
      }),
    ),
  );
}

/** Where the same figure is as a file. */
export const csvOf = (id: string, locale: string): string => `/insights/figures/${id}.csv?lang=${locale}`;

export const textOf = (row: TableRow, key: string): string => String(row[key] ?? '');
export const numberOf = (row: TableRow, key: string): number => (typeof row[key] === 'number' ? row[key] : 0);
