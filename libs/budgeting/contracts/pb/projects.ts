import type { Project } from '../election';
import { type Decimal, readDecimal, unitsOf } from '../money';
import type { Defects } from './defects';
import type { PbOfficial } from './reader';

interface Row {
  line: number;
  id: string;
  cost: Decimal;
  cells: string[];
}

/** The section PROJECTS: what may be funded. */
export class ProjectsPart {
  columns: string[] = [];
  readonly rows: string[][] = [];
  /** Places by id, in the order of the file. */
  readonly places = new Map<string, number>();
  decimals = 0;
  private readonly read: Row[] = [];
  private place = new Map<string, number>();

  constructor(private readonly defects: Defects, private readonly warnings: Defects) {}

  head(columns: string[], line: number): void {
    this.columns = columns;
    this.place = new Map(columns.map((name, index) => [name, index]));
    for (const column of ['project_id', 'cost']) if (!this.place.has(column)) this.defects.add(line, 'noColumn', { column, section: 'PROJECTS' });
  }

  row(line: number, cells: string[]): void {
    this.rows.push(cells);
    const id = this.cell(cells, 'project_id');
    if (!id) return this.defects.add(line, 'noProjectId');
    if (this.places.has(id)) return this.defects.add(line, 'repeatedProject', { project: id });
    this.places.set(id, this.places.size);
    const cost = this.costOf(line, id, this.cell(cells, 'cost'));
    this.decimals = Math.max(this.decimals, cost.decimals);
    this.read.push({ line, id, cost, cells });
  }

  inUnits(decimals: number): (Project & { line: number })[] {
    let total = 0n;
    return this.read.map(({ line, id, cost, cells }) => {
      const units = unitsOf(cost, decimals);
      total += cost.digits * 10n ** BigInt(decimals - cost.decimals);
      if (units === null || total > BigInt(Number.MAX_SAFE_INTEGER)) this.defects.add(line, 'tooLarge', { value: this.cell(cells, 'cost') });
      const [district, category] = [this.cell(cells, 'district'), this.cell(cells, 'category')];
      return { line, id, name: this.cell(cells, 'name') || id, cost: units ?? 0, ...(district ? { district } : {}), ...(category ? { category } : {}) };
    });
  }

  /** Compares the columns `votes` and `score`, where there are any, with what was counted. */
  checkCounts(votes: readonly number[], scores: readonly number[]): void {
    this.read.forEach(({ line, id, cells }, place) => {
      this.differs('votes', cells, votes[place] ?? 0, (said, found) => this.warnings.add(line, 'otherVotes', { project: id, said, found }));
      this.differs('score', cells, scores[place] ?? 0, (said, found) => this.warnings.add(line, 'otherScore', { project: id, said, found }));
    });
  }

  official(rule: string | null): PbOfficial {
    const codes = new Map<string, string[]>();
    for (const { id, cells } of this.read) {
      const code = this.cell(cells, 'selected');
      codes.set(code, [...(codes.get(code) ?? []), id]);
    }
    const otherCodes = Object.fromEntries([...codes].filter(([code]) => !['', '0', '1'].includes(code)));
    return { rule, winners: codes.get('1') ?? [], otherCodes };
  }

  private differs(column: string, cells: string[], found: number, tell: (said: string, found: number) => void): void {
    const said = this.cell(cells, column);
    if (said && Number(said) !== found) tell(said, found);
  }

  private costOf(line: number, project: string, text: string): Decimal {
    const cost = readDecimal(text);
    if (!cost || cost.decimals > 6) this.defects.add(line, 'badCost', { project, value: text });
    else if (cost.digits < 0n) this.defects.add(line, 'negativeCost', { project, value: text });
    else return cost;
    return { digits: 0n, decimals: 0 };
  }

  private cell(cells: string[], column: string): string {
    return (cells[this.place.get(column) ?? -1] ?? '').trim();
  }
}
