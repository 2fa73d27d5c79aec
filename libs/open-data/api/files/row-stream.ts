import { Readable } from 'node:stream';
import type { Dataset, RowPlace } from '@isegoria/kernel/api';
import type { DataRow } from '@isegoria/kernel/contracts';
import type { Format } from './formats';

/** Rows that become one piece of text: enough to be quick, few enough to be nothing in memory. */
const rowsInPiece = 200;

/** What is read: from where, and how many rows at most. */
export interface Reading {
  after: RowPlace | null;
  limit: number;
}

/** The text of a dataset, piece by piece. The reader reads on only when the last piece was taken, and ends when its taker leaves. */
export async function* pieces(dataset: Dataset, format: Format, { after, limit }: Reading, onRows: (rows: number) => void = () => undefined): AsyncGenerator<string> {
  yield format.head(dataset);
  let [gathered, written] = [[] as DataRow[], 0];
  const flush = () => {
    const text = format.rows(dataset, gathered, written === 0);
    written += gathered.length;
    onRows(gathered.length);
    gathered = [];
    return text;
  };
  for await (const { row } of dataset.rows?.(after) ?? []) {
    gathered.push(row);
    if (gathered.length === rowsInPiece) yield flush();
    if (written + gathered.length >= limit) break;
  }
  if (gathered.length > 0) yield flush();
  yield format.tail(dataset);
}

/** The same as a stream of bytes with back-pressure; destroying it, as when a client hangs up, stops the reader of the store. */
export function rowStream(dataset: Dataset, format: Format, reading: Reading, { bom = false } = {}): Readable {
  const text = pieces(dataset, format, reading);
  return Readable.from(bom ? withMark(text) : text, { objectMode: false, highWaterMark: 64 * 1024 });
}

async function* withMark(text: AsyncGenerator<string>): AsyncGenerator<string> {
  yield '\uFEFF';
  yield* text;
}

/** One page: its rows, and the place to go on after, or null on the last. */
export async function pageRows(dataset: Dataset, { after, limit }: Reading): Promise<{ rows: DataRow[]; next: RowPlace | null }> {
  const rows: DataRow[] = [];
  let last: RowPlace | null = null;
  for await (const { row, place } of dataset.rows?.(after) ?? []) {
    if (rows.length === limit) return { rows, next: last };
    rows.push(row);
    last = place;
  }
  return { rows, next: null };
}
