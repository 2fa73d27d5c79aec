/** Reads a Polis export folder. All that is wrong is told at once, each with its file and line; nothing is guessed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { csvRows } from '../method/csv-rows';
import type { Conversation, ExportedStatement, ExportedVote } from './conversation';

/** The texts of a folder, by file name; null where it is absent. */
export type Folder = (name: string) => string | null;

/** A folder that cannot be read, with the reasons, the first twenty. */
export class WrongFolder extends Error {
  constructor(readonly problems: string[]) {
    super([...problems.slice(0, 20), ...(problems.length > 20 ? [`… and ${problems.length - 20} more`] : [])].join('\n'));
  }
}

interface Row {
  file: string;
  line: number;
  cell(column: string): string;
}

/** A folder of the disk; each file plain or gzipped. */
export function folderOf(path: string): Folder {
  return (name) => {
    const plain = join(path, name);
    if (existsSync(plain)) return readFileSync(plain, 'utf8');
    return existsSync(`${plain}.gz`) ? gunzipSync(readFileSync(`${plain}.gz`)).toString('utf8') : null;
  };
}

export function readConversation(folder: Folder): Conversation {
  const problems: string[] = [];
  const matrix = table(folder, 'participants-votes.csv', ['participant'], problems);
  const history = table(folder, 'votes.csv', ['timestamp', 'comment-id', 'voter-id', 'vote'], problems);
  const comments = table(folder, 'comments.csv', ['comment-id', 'moderated', 'comment-body'], problems);
  if (!matrix && !history) problems.push('there is neither votes.csv nor participants-votes.csv');
  const summary = summaryOf(folder('summary.csv'));
  const listed = (comments?.rows ?? []).map((row) => statementOf(row, problems));
  const columns = (matrix?.header ?? []).filter((name) => /^\d+$/.test(name));
  const votes = history ? inOrder(history.rows.map((row) => voteOf(row, problems)).filter((vote) => vote !== null)) : answersOf(matrix?.rows ?? [], columns, problems);
  const statements = statementsOf(listed, [...columns, ...votes.map(({ statement }) => statement)]);
  repeated(listed.map(({ id }) => id)).forEach((id) => problems.push(`comments.csv: the comment ${id} stands there twice`));
  repeated((matrix?.rows ?? []).map((row) => row.cell('participant'))).forEach((id) => problems.push(`participants-votes.csv: the participant ${id} stands there twice`));
  if (problems.length > 0) throw new WrongFolder(problems);
  const participants = sorted([...(matrix?.rows ?? []).map((row) => row.cell('participant')), ...votes.map(({ participant }) => participant)]);
  const groups = new Map((matrix?.rows ?? []).filter((row) => row.cell('group-id') !== '').map((row) => [row.cell('participant'), row.cell('group-id')]));
  return { topic: summary.get('topic') ?? '', description: summary.get('conversation-description') ?? '', statements, participants, votes, groups };
}

function statementOf(row: Row, problems: string[]): ExportedStatement {
  const moderated = Number(row.cell('moderated') || '0');
  if (!/^\d+$/.test(row.cell('comment-id'))) problems.push(`${row.file} line ${row.line}: the comment-id ${JSON.stringify(row.cell('comment-id'))} is no number`);
  if (moderated !== -1 && moderated !== 0 && moderated !== 1) problems.push(`${row.file} line ${row.line}: moderated is ${JSON.stringify(row.cell('moderated'))}, not -1, 0 or 1`);
  return { id: row.cell('comment-id'), text: row.cell('comment-body'), author: row.cell('author-id'), moderated: moderated < 0 ? -1 : moderated > 0 ? 1 : 0, at: Number(row.cell('timestamp')) || 0 };
}

function voteOf(row: Row, problems: string[]): ExportedVote | null {
  const [participant, statement, at] = [row.cell('voter-id'), row.cell('comment-id'), Number(row.cell('timestamp'))];
  const value = valueOf(row.cell('vote'));
  if (value === null) problems.push(`${row.file} line ${row.line}: the vote ${JSON.stringify(row.cell('vote'))} is not -1, 0 or 1`);
  if (!Number.isFinite(at)) problems.push(`${row.file} line ${row.line}: the timestamp ${JSON.stringify(row.cell('timestamp'))} is no number`);
  if (!participant || !/^\d+$/.test(statement)) problems.push(`${row.file} line ${row.line}: voter-id or comment-id is missing`);
  return value === null ? null : { participant, statement, value, at };
}

function answersOf(rows: Row[], columns: string[], problems: string[]): ExportedVote[] {
  return rows.flatMap((row) =>
    columns.flatMap((statement) => {
      const cell = row.cell(statement);
      if (cell === '') return [];
      const value = valueOf(cell);
      if (value === null) problems.push(`${row.file} line ${row.line}: the answer ${JSON.stringify(cell)} to ${statement} is not -1, 0 or 1`);
      return value === null ? [] : [{ participant: row.cell('participant'), statement, value, at: 0 }];
    }),
  );
}

function valueOf(cell: string): -1 | 0 | 1 | null {
  const value = cell.trim() === '' ? NaN : Number(cell);
  return value === -1 || value === 0 || value === 1 ? value : null;
}

/** Files keep their lines together by statement: the moment says what came last, and of equal moments the line. */
const inOrder = (votes: ExportedVote[]): ExportedVote[] => votes.sort((one, other) => one.at - other.at);

/** The listed ones, and any that only has answers: its text is not known, and nobody took it out. */
function statementsOf(listed: ExportedStatement[], answered: string[]): ExportedStatement[] {
  const known = new Map(listed.map((statement) => [statement.id, statement]));
  for (const id of new Set(answered)) if (!known.has(id)) known.set(id, { id, text: '', author: '', moderated: 0, at: 0 });
  return sorted([...known.keys()]).flatMap((id) => known.get(id) ?? []);
}

function table(folder: Folder, file: string, needed: string[], problems: string[]): { header: string[]; rows: Row[] } | null {
  const text = folder(file);
  if (text === null) return null;
  try {
    const [head, ...body] = csvRows(text);
    const header = head?.cells ?? [];
    const missing = needed.filter((name) => !header.includes(name));
    if (missing.length > 0) problems.push(`${file} line 1: the column ${missing.join(', ')} is missing`);
    const columnOf = new Map(header.map((name, at) => [name, at]));
    for (const { line, cells } of body) if (cells.length !== header.length) problems.push(`${file} line ${line}: ${cells.length} cells where the header has ${header.length}`);
    return { header, rows: body.map(({ line, cells }) => ({ file, line, cell: (column) => cells[columnOf.get(column) ?? -1] ?? '' })) };
  } catch (error) {
    problems.push(`${file} ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

/** A name and a value on each line; a value may go over several. */
function summaryOf(text: string | null): Map<string, string> {
  return new Map(csvRows(text ?? '').map(({ cells: [name = '', value = ''] }) => [name, value]));
}

function repeated(ids: string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(ids.filter((id) => seen.has(id) || !seen.add(id)))];
}
const sorted = (ids: string[]): string[] => [...new Set(ids)].sort((one, other) => Number(one) - Number(other) || one.localeCompare(other));
