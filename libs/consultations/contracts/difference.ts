/**
 * What changed from one wording to another, word by word: the shortest list of additions and removals by Myers (An O(ND) Difference Algorithm and Its
 * Variations, Algorithmica 1, 1986), on words, signs and the room between them. Bounded: texts that have little in common are shown as the one and the other, whole.
 */

/** A piece of both texts, or of the second alone (`added`), or of the first alone (`removed`). */
export interface DifferencePart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond so many changed words nobody reads a difference, and computing it would cost more than showing both. */
const mostChanges = 1200;

/** A number with its decimals, a time and a date are each one piece: 1,8 is not 1,5 with another last sign. */
/** Words, signs and the room between them; a number keeps its decimals. */
const pieces = (text: string): string[] => text.normalize('NFC').match(/\s+|\p{N}+(?:[.,:/]\p{N}+)+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];

/** The parts, in reading order; where something is replaced, what goes comes first. Joined without `added` they are the first text, without `removed` the second. */
export function differenceOf(before: string, after: string): DifferencePart[] {
  const a = pieces(before);
  const b = pieces(after);
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const same = (text: string[]): DifferencePart[] => text.map((one) => ({ kind: 'same', text: one }));
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([...same(a.slice(0, start)), ...middle, ...same(a.slice(a.length - end))]);
}

function between(a: string[], b: string[]): DifferencePart[] {
  const removed = a.map((text) => ({ kind: 'removed' as const, text }));
  const added = b.map((text) => ({ kind: 'added' as const, text }));
  const rows = a.length === 0 || b.length === 0 ? null : rowsTo(a, b);
  return rows ? back(a, b, rows) : [...removed, ...added];
}

/** How far into the first text each diagonal was followed with so many changes: the middle of the row is diagonal 0. */
type Row = Int32Array;

const reach = (row: Row | undefined, k: number): number => row?.[k + (row.length - 1) / 2] ?? -1;

/** A row for 0, 1, 2, … changes, until the ends of both are met; null where that takes too many. */
function rowsTo(a: string[], b: string[]): Row[] | null {
  const rows: Row[] = [];
  for (let changes = 0; changes <= Math.min(a.length + b.length, mostChanges); changes += 1) {
    const last = rows.at(-1);
    const row = new Int32Array(2 * changes + 1).fill(-1);
    rows.push(row);
    for (let k = -changes; k <= changes; k += 2) {
      let x = changes === 0 ? 0 : isAddition(last, k, changes) ? reach(last, k + 1) : reach(last, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      row[k + changes] = x;
      if (x >= a.length && x - k >= b.length) return rows;
    }
  }
  return null;
}

/** Whether the farthest way onto a diagonal is an addition. */
function isAddition(last: Row | undefined, k: number, changes: number): boolean {
  return k === -changes || (k !== changes && reach(last, k - 1) < reach(last, k + 1));
}

/** The way that was taken, from the ends back to the beginnings. */
function back(a: string[], b: string[], rows: Row[]): DifferencePart[] {
  const parts: DifferencePart[] = [];
  let x = a.length;
  let y = b.length;
  for (let changes = rows.length - 1; changes >= 0; changes -= 1) {
    const last = rows[changes - 1];
    const added = changes > 0 && isAddition(last, x - y, changes);
    const fromK = added ? x - y + 1 : x - y - 1;
    const fromX = changes === 0 ? 0 : reach(last, fromK);
    const fromY = changes === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      parts.push({ kind: 'same', text: a[x] ?? '' });
    }
    if (changes > 0) parts.push(added ? { kind: 'added', text: b[fromY] ?? '' } : { kind: 'removed', text: a[fromX] ?? '' });
    x = fromX;
    y = fromY;
  }
  return parts.reverse();
}

/** Neighbours of one kind become one; between two changes a space that stayed belongs to both, so that whole phrases are read and not every other word. */
function joined(parts: DifferencePart[]): DifferencePart[] {
  const result: DifferencePart[] = [];
  let removed = '';
  let added = '';
  const settle = () => {
    if (removed) result.push({ kind: 'removed', text: removed });
    if (added) result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  parts.forEach(({ kind, text }, at) => {
    const isBridge = kind === 'same' && text.trim() === '' && !text.includes('\n') && removed !== '' && added !== '' && (parts[at + 1]?.kind ?? 'same') !== 'same';
    if (kind === 'removed' || isBridge) removed += text;
    if (kind === 'added' || isBridge) added += text;
    if (kind !== 'same' || isBridge) return;
    settle();
    const last = result.at(-1);
    if (last?.kind === 'same') last.text += text;
    else result.push({ kind, text });
  });
  settle();
  return result;
}
