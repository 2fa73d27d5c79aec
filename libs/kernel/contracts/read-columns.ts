/**
 * How people read a table of many columns, on the screen and on paper: a value and its interval are one column, and what every row
 * says is said once, under the table. Files for machines keep every column. Pure.
 */
interface Column {
  key: string;
  type: string;
}

type Row = Readonly<Record<string, unknown>>;

/** Shorter words do not make a table wide, and a column of them may be looked for. */
const SHORT = 24;

/** Parts off the columns of words that are the same in all rows. The first column names the rows and stays. */
export function saidOnce<C extends Column>(columns: readonly C[], rows: readonly Row[]): { once: { column: C; text: string }[]; others: C[] } {
  const sameText = ({ key, type }: C, at: number): string | null => {
    const text = rows[0]?.[key];
    return at > 0 && type === 'text' && rows.length > 1 && typeof text === 'string' && text.length > SHORT && rows.every((row) => row[key] === text) ? text : null;
  };
  const texts = columns.map(sameText);
  return { once: columns.flatMap((column, at) => (texts[at] ? [{ column, text: texts[at] }] : [])), others: columns.filter((_, at) => !texts[at]) };
}

/** The columns without those that are an end of another's interval. `hasInterval`: the row has the ends under `<key>Low` and `<key>High`. */
export function withIntervals<C extends Column>(columns: readonly C[]): { column: C; hasInterval: boolean }[] {
  const keys = new Set(columns.map(({ key }) => key));
  const hasInterval = (key: string) => keys.has(`${key}Low`) && keys.has(`${key}High`);
  const isEnd = (key: string) => /(Low|High)$/.test(key) && hasInterval(key.replace(/(Low|High)$/, ''));
  return columns.filter(({ key }) => !isEnd(key)).map((column) => ({ column, hasInterval: hasInterval(column.key) }));
}

/** «63 % (51 %–74 %)», each as `written` writes what the row has under a key; a value that is not there has no interval. */
export function readCell({ column: { key }, hasInterval }: { column: Column; hasInterval: boolean }, row: Row, written: (key: string) => string): string {
  return hasInterval && (row[key] ?? null) !== null ? `${written(key)}\u00a0(${written(`${key}Low`)}–${written(`${key}High`)})` : written(key);
}
