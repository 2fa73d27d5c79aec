import { decisionColumns, decisionInput, type DecisionField, type DecisionsFileRefusal, typeSaid } from '@isegoria/evaluations/contracts';
import { fold } from '@isegoria/kernel/contracts';
import { parse } from 'csv-parse/sync';
import type { EnteredInput } from './entered-decisions';

const STATUSES: Record<string, EnteredInput['status']> = { '': 'PUBLISHED', published: 'PUBLISHED', 'ισχυει': 'PUBLISHED', revoked: 'REVOKED', 'ανακληθηκε': 'REVOKED' };
const FIELDS = new Map(decisionColumns.flatMap(({ field, name }) => [name.el, name.en].map((one) => [fold(one), field] as const)));

export const decisionsFormat = 'CSV (UTF-8, or as Greek spreadsheets save it) with a line of column names. Needed: number, subject, type (a code such as Α.2 or 2.4.7.1, or its name), issued (2026-03-02 or 2/3/2026). '
  + 'Also: unit, protocol, amount, document (an https link to one of DECISION_HOSTS), department, district (by id or name), status (published or revoked). Greek names do too: αριθμός, θέμα, είδος, ημερομηνία, υπηρεσία, πρωτόκολλο, ποσό, έγγραφο, διεύθυνση, περιοχή, ισχύς. '
  + 'Commas, semicolons or tabs. A number that comes again corrects the act. Where one line is wrong, none comes in.';

/** One line of the file: the number of the line that it begins on, and what it holds. */
export interface FileLine {
  line: number;
  input: EnteredInput;
}

/** A file that is no file of decisions. The message is for the command line; the page has a sentence for each code. */
export class WrongFile extends Error {
  constructor(
    readonly code: DecisionsFileRefusal['code'],
    message: string,
    readonly names: string[] = [],
  ) {
    super(message);
  }
}

/** The text of a file's bytes: UTF-8, UTF-16 where its mark says so, and else Windows-1253, as Greek spreadsheets save CSV. */
export function textOfFile(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  const isWorkbook = (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
  if (isWorkbook) throw new WrongFile('spreadsheet', 'The file is a workbook of a spreadsheet: save it as CSV.');
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1253').decode(bytes);
  }
}

/** Reads a whole file. Throws `WrongFile` where it is no such file; whether each line is right, the rules of the form say. */
export function readDecisionsFile(text: string): FileLine[] {
  const [header, ...lines] = parsed(text);
  const columns = columnsOf(header?.cells ?? []);
  return lines.map(({ line, cells }) => ({ line, input: inputOf(Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, cells[at] ?? '']] : [])))) }));
}

/** What each column is. A spreadsheet may leave columns without a name at the end: what stands in them is nothing. */
function columnsOf(header: string[]): (DecisionField | undefined)[] {
  const columns = header.map((name) => FIELDS.get(fold(name.trim())));
  const missing = decisionColumns.filter(({ field, isNeeded }) => isNeeded && !columns.includes(field)).map(({ field }) => field);
  const unknown = header.filter((name, at) => name.trim() !== '' && !columns[at]);
  const twice = header.filter((_, at) => columns[at] && columns.indexOf(columns[at]) < at);
  if (missing.length > 0) throw new WrongFile('columns_missing', `The first line must name the columns; these are missing: ${missing.join(', ')}.`, missing);
  if (unknown.length > 0) throw new WrongFile('columns_unknown', `The first line names columns that we do not know: ${unknown.join(', ')}.`, unknown);
  if (twice.length > 0) throw new WrongFile('columns_twice', `The first line names columns twice: ${twice.join(', ')}.`, twice);
  return columns;
}

function inputOf(cells: Partial<Record<DecisionField, string>>): EnteredInput {
  const { number = '', subject = '', type = '', issued = '', status = '', ...rest } = cells;
  return { ...rest, number, subject, type: typeSaid(type), issued: dayOf(issued), status: STATUSES[fold(status.trim())] ?? (status as EnteredInput['status']) };
}

/** 2/3/2026 as 2026-03-02; anything else, such as 31/2/2026, as it stands: whoever wrote it will be told of it. */
function dayOf(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return decisionInput.shape.issued.safeParse(iso).success ? iso : text.trim();
}

function parsed(text: string): { line: number; cells: string[] }[] {
  try {
    // A file that was put together of two may end its lines in both ways; the parser would take the first way for all.
    const rows = parse(text.replace(/\r\n?/g, '\n'), { bom: true, delimiter: delimiterOf(text), skip_empty_lines: true, skip_records_with_empty_values: true, relax_column_count: true, trim: true, info: true, max_record_size: 100_000 }) as unknown as { record: string[]; info: { lines: number } }[];
    // The parser tells on which line a record ends; a cell may hold line breaks.
    return rows.map(({ record, info }) => ({ line: info.lines - record.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0), cells: record }));
  } catch (error) {
    throw new WrongFile('not_csv', `The file is not CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What parts the columns: the sign that the first line has most of. A comma within a cell of a file with semicolons is a comma. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const [most = ','] = [',', ';', '\t'].sort((a, b) => header.split(b).length - header.split(a).length);
  return most;
}
