/** Reads RFC 4180: commas, quotes doubled within quotes, CRLF or LF, a byte order mark. Lines are counted for messages. */
export interface CsvRow {
  line: number;
  cells: string[];
}

export function csvRows(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  const pattern = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\n|\r|$)/gy;
  pattern.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  let [line, first, cells] = [1, 1, [] as string[]];
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (!found) throw new Error(`line ${line}: a quotation mark where none may be`);
    const [whole, cell = '', end] = found;
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    line += newLines(whole);
    if (end === ',' && pattern.lastIndex < text.length) continue;
    if (end === ',') cells.push('');
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: first, cells });
    [first, cells] = [line, []];
  }
  return rows;
}

const newLines = (text: string): number => (text.includes('\n') || text.includes('\r') ? (text.match(/\r\n|\n|\r/g)?.length ?? 0) : 0);
