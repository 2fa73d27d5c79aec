/**
 * How people read a table of many columns, on the screen and on paper: a value and its interval are one column, and what every row
 * says is said once, under the table. Files for machines keep every column. Pure.
 */
export interface ReadColumns<C> {
  /** `hasInterval`: the row has the ends under `<key>Low` and `<key>High`. */
  shown: { column: C; hasInterval: boolean }[];
  /** Words that are the same in all rows. */
  once: { column: C; text: string }[];
}

/** Shorter words do not make a table wide, and a column of them may be looked for. */
const SHORT = 24;

export function readColumns<C extends { key: string; type: string }>(columns: readonly C[], rows: readonly Record<string, unknown>[]): ReadColumns<C> {
  const keys = new Set(columns.map(({ key }) => key));
  const hasInterval = (key: string) => keys.has(`${key}Low`) && keys.has(`${key}High`);
  const isEnd = (key: string) => /(Low|High)$/.test(key) && hasInterval(key.replace(/(Low|High)$/, ''));
  const sameText = ({ key, type }: C, at: number): string | null => {
    const text = rows[0]?.[key];
    return at > 0 && type === 'text' && rows.length > 1 && typeof text === 'string' && text.length > SHORT && rows.every((row) => row[key] === text) ? text : null;
  };
  const read: ReadColumns<C> = { shown: [], once: [] };
  for (const [at, column] of columns.entries()) {
    if (isEnd(column.key)) continue;
    const text = sameText(column, at);
    if (text === null) read.shown.push({ column, hasInterval: hasInterval(column.key) });
    else read.once.push({ column, text });
  }
  return read;
}

/** «63 % (51 %–74 %)»; a value that is not there has no interval. */
export const withInterval = (value: string, low: string, high: string): string => `${value}\u00a0(${low}–${high})`;
