/**
 * Reads a `.pb` file (Pabulib; "PArticipatory BUdgeting LIBrary", Faliszewski et al., IJCAI 2023) piece by piece: sections META, PROJECTS and VOTES. A file with one
 * defect gives no election, only the list of defects; what real files have and can be counted all the same is a warning (decisions/003).
 */
import type { Election } from '../election';
import { type Defect, Defects } from './defects';
import { MetaPart } from './meta';
import { ProjectsPart } from './projects';
import { type PbRecord, RecordReader } from './records';
import { VotesPart } from './votes';

/** The cells of a file as they stood, for whoever writes it again. */
export interface PbCells {
  meta: [string, string][];
  projectColumns: string[];
  projects: string[][];
  voteColumns: string[];
}

/** What the file says of the result: `selected` 1 is funded, further codes are a city's own. */
export interface PbOfficial {
  rule: string | null;
  winners: string[];
  otherCodes: Record<string, string[]>;
}

export type PbReading =
  | { election: Election; cells: PbCells; official: PbOfficial; warnings: Defect[] }
  | { election: null; defects: Defect[]; /** Defects altogether; the list may be shorter. */ count: number };

type Section = 'META' | 'PROJECTS' | 'VOTES';
const SECTIONS: ReadonlySet<string> = new Set<Section>(['META', 'PROJECTS', 'VOTES']);
const MAYBE_SECTION = /^\s*[mpv]/i;
const isSection = (word: string): word is Section => SECTIONS.has(word);

export class PbReader {
  private readonly defects = new Defects();
  private readonly warnings = new Defects();
  private readonly meta = new MetaPart(this.defects);
  private readonly projects = new ProjectsPart(this.defects, this.warnings);
  private readonly votes: VotesPart;
  private readonly records = new RecordReader((record) => this.record(record), (line) => this.defects.add(line, 'openQuote'));
  private section: Section | null = null;
  private readonly begun = new Set<Section>();
  private columns: string[] | null = null;
  private line = 0;

  /** `onVoter` gets each row of VOTES, for those who need more than the counts. */
  constructor(onVoter?: (cells: string[]) => void) {
    this.votes = new VotesPart({ defects: this.defects, warnings: this.warnings, meta: this.meta, projects: this.projects, onVoter });
  }

  /** Takes the next piece of the file's text, cut anywhere. */
  push(text: string): void {
    this.records.push(text);
  }

  end(): PbReading {
    this.records.end();
    for (const name of ['META', 'PROJECTS', 'VOTES'] as const) if (!this.begun.has(name)) this.defects.add(Math.max(1, this.line), 'noSection', { section: name });
    const { defects } = this;
    if (this.begun.size === SECTIONS.size) this.votes.checkCounts();
    const decimals = Math.max(this.meta.budget?.decimals ?? 0, this.projects.decimals);
    const budget = this.meta.budgetIn(decimals);
    const projects = this.projects.inUnits(decimals);
    if (defects.count > 0 || budget === null) return { election: null, defects: defects.list.sort((a, b) => a.line - b.line), count: defects.count };
    for (const { line, cost, id } of projects) if (cost > budget) this.warnings.add(line, 'overBudget', { project: id });
    const election = { ...this.meta.facts(), decimals, budget, projects: projects.map(({ line: _, ...project }) => project), ...this.votes.counted() };
    const cells = { meta: this.meta.cells, projectColumns: this.projects.columns, projects: this.projects.rows, voteColumns: this.votes.columns };
    return { election, cells, official: this.projects.official(this.meta.value('rule')), warnings: this.warnings.list.sort((a, b) => a.line - b.line) };
  }

  private record({ line, cells }: PbRecord): void {
    this.line = line;
    const first = cells[0] ?? '';
    const word = MAYBE_SECTION.test(first) ? first.trim().toUpperCase() : '';
    if (isSection(word) && cells.slice(1).every((cell) => cell.trim() === '')) return this.begin(word, line);
    if (!this.section) return this.defects.add(line, 'strayLine');
    if (!this.columns) {
      this.columns = cells.map((cell) => cell.trim());
      return this.head(this.columns, line);
    }
    if (this.section === 'META') return this.meta.row(line, cells);
    if (cells.length !== this.columns.length) {
      const [found, expected] = [cells.length, this.columns.length];
      // A last cell that is empty is often left out together with its semicolon.
      if (found > expected && cells.slice(expected).some((cell) => cell.trim() !== '')) return this.defects.add(line, 'cellCount', { found, expected });
    }
    if (this.section === 'PROJECTS') this.projects.row(line, cells);
    else this.votes.row(line, cells);
  }

  private begin(section: Section, line: number): void {
    if (this.begun.has(section)) this.defects.add(line, 'repeatedSection', { section });
    this.begun.add(section);
    this.section = section;
    this.columns = null;
  }

  private head(columns: string[], line: number): void {
    if (this.section === 'PROJECTS') this.projects.head(columns, line);
    if (this.section === 'VOTES') this.votes.head(columns, line);
    // Some writers leave the heading "key;value" of META out.
    if (this.section === 'META' && columns[0]?.toLowerCase() !== 'key') this.meta.row(line, columns);
  }
}

/** Reads a whole text at once. */
export function readPb(text: string, onVoter?: (cells: string[]) => void): PbReading {
  const reader = new PbReader(onVoter);
  reader.push(text);
  return reader.end();
}
