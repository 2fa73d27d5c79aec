/**
 * Cuts a stream of text into records of cells, the way `.pb` files are written: cells between semicolons, quoted where they hold a semicolon, a quote
 * (doubled) or a line end; lines that end in LF or CRLF, mixed in one file as it comes; a byte order mark in front. A cell is quoted only if it begins with a quote.
 */
export interface PbRecord {
  /** The line in the file on which it begins, from 1. */
  line: number;
  cells: string[];
}

/** A quote that stays open for longer than this was never meant to be one. */
const LONGEST = 20_000;

export class RecordReader {
  private rest = '';
  private line = 1;
  private isFirst = true;
  /** A record that a quote keeps open over a line end, with the line on which it began. */
  private open: { text: string; line: number } | null = null;

  /** `take` gets every record that is complete; `broken` the line of a quote that is never closed. */
  constructor(private readonly take: (record: PbRecord) => void, private readonly broken: (line: number) => void) {}

  push(chunk: string): void {
    const text = this.rest + (this.isFirst && chunk.startsWith('\uFEFF') ? chunk.slice(1) : chunk);
    if (chunk) this.isFirst = false;
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; start = end + 1, end = text.indexOf('\n', start)) this.lineDone(text.slice(start, end));
    this.rest = text.slice(start);
  }

  end(): void {
    if (this.rest) this.lineDone(this.rest);
    this.rest = '';
    if (this.open) this.broken(this.open.line);
    this.open = null;
  }

  private lineDone(raw: string): void {
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const line = this.line;
    this.line += 1;
    if (!this.open && !text.includes('"')) {
      if (text.trim()) this.take({ line, cells: text.split(';') });
      return;
    }
    const whole = this.open ? { text: `${this.open.text}\n${text}`, line: this.open.line } : { text, line };
    const cells = cellsOf(whole.text);
    this.open = null;
    if (cells) this.take({ line: whole.line, cells });
    else if (whole.text.length > LONGEST) this.broken(whole.line);
    else this.open = whole;
  }
}

/** The cells of a record with quotes; null while a quote is open. */
function cellsOf(text: string): string[] | null {
  const cells: string[] = [];
  for (let at = 0; at <= text.length; ) {
    if (text[at] !== '"') {
      const end = indexOr(text, ';', at);
      cells.push(text.slice(at, end));
      at = end + 1;
      continue;
    }
    const end = closingQuote(text, at + 1);
    if (end < 0) return null;
    const next = indexOr(text, ';', end + 1);
    cells.push(text.slice(at + 1, end).replaceAll('""', '"') + text.slice(end + 1, next));
    at = next + 1;
  }
  return cells;
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

const indexOr = (text: string, what: string, from: number): number => {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found;
};
