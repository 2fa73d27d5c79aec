import { parse } from 'csv-parse/sync';
import type { EnteredInput } from './entered-decisions';

/** The columns by their names, in English or Greek, however they are accented. */
const COLUMNS: Record<string, keyof EnteredInput> = {
  number: 'number', 'αριθμοσ': 'number', subject: 'subject', 'θεμα': 'subject', type: 'type', 'ειδοσ': 'type', issued: 'issued', 'ημερομηνια': 'issued', unit: 'unit', 'υπηρεσια': 'unit',
  protocol: 'protocol', 'πρωτοκολλο': 'protocol', amount: 'amount', 'ποσο': 'amount', document: 'document', 'εγγραφο': 'document', status: 'status', 'ισχυσ': 'status',
  department: 'departmentId', 'διευθυνση': 'departmentId', district: 'districtId', 'περιοχη': 'districtId',
};
const STATUSES: Record<string, EnteredInput['status']> = { '': 'PUBLISHED', published: 'PUBLISHED', 'ισχυει': 'PUBLISHED', revoked: 'REVOKED', 'ανακληθηκε': 'REVOKED' };
const NEEDED = ['number', 'subject', 'type', 'issued'] as const;

export const decisionsFormat = 'CSV (UTF-8) with a line of column names. Needed: number, subject, type (a code such as Α.2 or 2.4.7.1), issued (2026-03-02 or 2/3/2026). '
  + 'Also: unit, protocol, amount, document (an https link to one of DECISION_HOSTS), department, district (their ids), status (published or revoked). Greek names do too: αριθμός, θέμα, είδος, ημερομηνία, υπηρεσία, πρωτόκολλο, ποσό, έγγραφο, διεύθυνση, περιοχή, ισχύς. '
  + 'Commas, semicolons or tabs. A number that comes again corrects the act. Where one line is wrong, none comes in.';

/** One line of the file: the number of the line that it begins on, and what it holds. */
export interface FileLine {
  line: number;
  input: EnteredInput;
}

/** Reads a whole file. Throws a sentence where it is no such file; whether each line is right, the rules of the form say. */
export function readDecisionsFile(text: string): FileLine[] {
  const rows = parsed(text);
  const [header, ...lines] = rows;
  const names = (header?.cells ?? []).map(folded);
  const unknown = names.filter((name) => !(name in COLUMNS));
  const columns = names.map((name) => COLUMNS[name]);
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new Error(`The first line must name the columns; these are missing: ${missing.join(', ')}.`);
  if (unknown.length > 0) throw new Error(`The first line names columns that we do not know: ${unknown.join(', ')}.`);
  return lines.map(({ line, cells }) => ({ line, input: inputOf(Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, cells[at] ?? '']] : [])))) }));
}

function inputOf(cells: Partial<Record<keyof EnteredInput, string>>): EnteredInput {
  const { number = '', subject = '', type = '', issued = '', status = '', ...rest } = cells;
  return { ...rest, number, subject, type: type.trim(), issued: dayOf(issued), status: STATUSES[folded(status)] ?? (status as EnteredInput['status']) };
}

/** 2/3/2026 as 2026-03-02; anything else as it stands. */
function dayOf(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim();
}

function parsed(text: string): { line: number; cells: string[] }[] {
  try {
    const rows = parse(text, { bom: true, delimiter: delimiterOf(text), skip_empty_lines: true, relax_column_count: true, trim: true, info: true, max_record_size: 100_000 }) as unknown as { record: string[]; info: { lines: number } }[];
    // The parser tells on which line a record ends; a cell may hold line breaks.
    return rows.map(({ record, info }) => ({ line: info.lines - record.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0), cells: record }));
  } catch (error) {
    throw new Error(`The file is not CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What parts the columns: the sign that the first line has most of. A comma within a cell of a file with semicolons is a comma. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const [most = ','] = [',', ';', '\t'].sort((a, b) => header.split(b).length - header.split(a).length);
  return most;
}

const folded = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ς/g, 'σ').trim();
