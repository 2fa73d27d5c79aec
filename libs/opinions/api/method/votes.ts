/**
 * Who said what about which statement, row by row: row `p` has the entries `starts[p]` to `starts[p + 1]`, each the number of a
 * statement and 1 (agree), -1 (disagree) or 0 (pass). Three bytes an answer, so that a city of 100,000 fits; never a dense matrix.
 */
export interface Votes {
  statements: number;
  starts: Uint32Array;
  columns: Uint16Array;
  values: Int8Array;
}

/** One answer, by the numbers of the participant and the statement. */
export interface Answer {
  participant: number;
  statement: number;
  value: -1 | 0 | 1;
}

/** What a row number of a chosen part was in the whole. */
export interface Part {
  votes: Votes;
  rows: Uint32Array;
  columns: Uint16Array;
}

export const rowsOf = ({ starts }: Votes): number => starts.length - 1;

/** Rows of answers that come in any order; of several about the same statement the last one counts. */
export function votesOf(answers: Iterable<Answer>, participants: number, statements: number): Votes {
  if (statements > 65_535) throw new RangeError('more than 65,535 statements');
  const rows = Array.from({ length: participants }, () => new Map<number, number>());
  for (const { participant, statement, value } of answers) rows[participant]?.set(statement, value);
  const starts = new Uint32Array(participants + 1);
  for (const [row, latest] of rows.entries()) starts[row + 1] = (starts[row] ?? 0) + latest.size;
  const columns = new Uint16Array(starts[participants] ?? 0);
  const values = new Int8Array(columns.length);
  let entry = 0;
  for (const latest of rows) {
    for (const [statement, value] of latest) {
      columns[entry] = statement;
      values[entry] = value;
      entry += 1;
    }
  }
  return { statements, starts, columns, values };
}

/** The rows and statements that are wanted, numbered anew and in order. */
export function partOf(votes: Votes, isRow: (row: number) => boolean, isColumn: (statement: number) => boolean): Part {
  const rows = Uint32Array.from(range(rowsOf(votes)).filter(isRow));
  const columns = Uint16Array.from(range(votes.statements).filter(isColumn));
  const newNumber = new Int32Array(votes.statements).fill(-1);
  columns.forEach((old, number) => (newNumber[old] = number));
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, number) => (starts[number + 1] = (starts[number] ?? 0) + countIn(votes, row, newNumber)));
  const part: Votes = { statements: columns.length, starts, columns: new Uint16Array(starts[rows.length] ?? 0), values: new Int8Array(starts[rows.length] ?? 0) };
  let to = 0;
  for (const row of rows) to = copyRow(votes, row, { part, newNumber, to });
  return { votes: part, rows, columns };
}

function copyRow({ starts, columns, values }: Votes, row: number, { part, newNumber, to }: { part: Votes; newNumber: Int32Array; to: number }): number {
  let next = to;
  for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
    const column = newNumber[columns[entry] ?? 0] ?? -1;
    if (column < 0) continue;
    part.columns[next] = column;
    part.values[next] = values[entry] ?? 0;
    next += 1;
  }
  return next;
}

function countIn({ starts, columns }: Votes, row: number, newNumber: Int32Array): number {
  let count = 0;
  for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) if ((newNumber[columns[entry] ?? 0] ?? -1) >= 0) count += 1;
  return count;
}

/** Each statement's mean over those who answered it: agree 1, pass 0, disagree -1. */
export function meansOf({ statements, columns, values }: Votes): Float64Array {
  const sums = new Float64Array(statements);
  const counts = new Uint32Array(statements);
  for (let entry = 0; entry < columns.length; entry++) {
    const column = columns[entry] ?? 0;
    sums[column] = (sums[column] ?? 0) + (values[entry] ?? 0);
    counts[column] = (counts[column] ?? 0) + 1;
  }
  return sums.map((sum, column) => (counts[column] ? sum / (counts[column] ?? 1) : 0));
}

export const range = (length: number): number[] => Array.from({ length }, (_, number) => number);
