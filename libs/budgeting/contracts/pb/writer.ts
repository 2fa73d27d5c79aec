import type { PbCells } from './reader';

/** The lines of a `.pb` file, without line ends, for whoever streams them. A cell with a semicolon, a quote or a line end is quoted. */
export function* pbLines({ meta, projectColumns, projects, voteColumns }: PbCells, voters: Iterable<readonly string[]>): Generator<string> {
  yield* ['META', 'key;value'];
  for (const row of meta) yield line(row);
  yield* ['PROJECTS', line(projectColumns)];
  for (const row of projects) yield line(row);
  yield* ['VOTES', line(voteColumns)];
  for (const row of voters) yield line(row);
}

/** The whole file as one text. */
export const writePb = (cells: PbCells, voters: Iterable<readonly string[]>): string => `${[...pbLines(cells, voters)].join('\n')}\n`;

const line = (cells: readonly string[]): string => cells.map(cell).join(';');
const cell = (text: string): string => (/[;\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
