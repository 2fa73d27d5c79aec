import { stringify } from 'csv-stringify/sync';
import type { Cell } from '@isegoria/kernel/contracts';

/**
 * A CSV file (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read Greek). A text that a spreadsheet would run as
 * a formula is led by an apostrophe; numbers stay numbers.
 */
export function csv(header: string[], rows: Cell[][]): string {
  return csvText([header, ...rows], { bom: true });
}

/** Rows of a CSV file, or a part of one, in the same way. */
export function csvText(rows: readonly (readonly (Cell | boolean)[])[], { bom = false } = {}): string {
  // Of its own it quotes only the whole delimiter: a lone line feed in a text would end the row.
  return stringify(rows.map((row) => row.map(cell)), { bom, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

function cell(value: Cell | boolean): string | number {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return value;
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
