import { BallotBox, bordaPoints, type BallotGroup, type BallotMark, scoresOf, supportersOf } from '../election';
import { readDecimal, unitsOf } from '../money';
import type { Defects } from './defects';
import type { MetaPart } from './meta';
import type { ProjectsPart } from './projects';

interface Parts {
  defects: Defects;
  warnings: Defects;
  meta: MetaPart;
  projects: ProjectsPart;
  onVoter: ((cells: string[]) => void) | undefined;
}

/** A ballot's cells that were understood before, with the limits that it keeps or breaks. */
interface Known {
  mark: BallotMark;
  isShort: boolean;
  isLong: boolean;
  isOverPoints: boolean;
}

/** The section VOTES. Ballots that look alike are understood once and counted. */
export class VotesPart {
  columns: string[] = [];
  private readonly box = new BallotBox();
  private readonly known = new Map<string, Known>();
  private readonly voters = new Set<string>();
  private done: BallotGroup[] | null = null;
  private rows = 0;
  private lastLine = 1;
  private at = { voter: -1, vote: -1, points: -1, district: -1 };
  private limits = { min: 0, max: Infinity, sum: Infinity };
  private broken = { short: 0, long: 0, over: 0 };

  constructor(private readonly parts: Parts) {}

  head(columns: string[], line: number): void {
    const { meta, defects } = this.parts;
    this.columns = columns;
    const place = (name: string) => columns.indexOf(name);
    this.at = { voter: place('voter_id'), vote: place('vote'), points: place('points'), district: place('district') };
    for (const column of ['voter_id', 'vote']) if (place(column) < 0) defects.add(line, 'noColumn', { column, section: 'VOTES' });
    if (!meta.value('vote_type')) defects.add(meta.lineOf('vote_type'), 'noMeta', { name: 'vote_type' });
    this.limits = { min: meta.whole('min_length') ?? 0, max: meta.whole('max_length') ?? Infinity, sum: meta.whole('max_sum_points') ?? Infinity };
    this.lastLine = line;
  }

  row(line: number, cells: string[]): void {
    const { defects, onVoter } = this.parts;
    this.rows += 1;
    this.lastLine = line;
    const voter = (cells[this.at.voter] ?? '').trim();
    const before = this.voters.size;
    if (!voter) defects.add(line, 'noVoterId');
    else if (this.voters.add(voter).size === before) defects.add(line, 'repeatedVoter', { voter });
    onVoter?.(cells);
    const known = this.knownOf(line, cells);
    if (!known) return;
    if (known.isShort) this.broken.short += 1;
    if (known.isLong) this.broken.long += 1;
    if (known.isOverPoints) this.broken.over += 1;
  }

  /** Counts a row's ballot, by its looks if they were understood before. Null after a defect. */
  private knownOf(line: number, cells: string[]): Known | null {
    const { vote, points, district } = this.at;
    const looks = points < 0 && district < 0 ? (cells[vote] ?? '') : `${cells[vote] ?? ''};${cells[points] ?? ''};${cells[district] ?? ''}`;
    const known = this.known.get(looks);
    if (known) this.box.again(known.mark);
    const made = known ?? this.understand(line, cells, (cells[district] ?? '').trim());
    if (made && !known) this.known.set(looks, made);
    return made;
  }

  /** The ballots, once all are in. */
  counted() {
    this.done ??= this.inWholePoints(this.box.groups());
    return { groups: this.done, voters: this.box.voters };
  }

  /** What META and PROJECTS say of the numbers, against what was found. Wrong totals are defects: rows may have been lost on the way. */
  checkCounts(): void {
    const { meta, defects, warnings, projects } = this.parts;
    const compare = (name: string, kind: 'wrongProjectCount' | 'wrongVoteCount', found: number) => {
      const said = meta.whole(name);
      if (said !== null && said !== found) defects.add(meta.lineOf(name), kind, { said, found });
    };
    compare('num_projects', 'wrongProjectCount', projects.rows.length);
    compare('num_votes', 'wrongVoteCount', this.rows);
    if (this.rows === 0) defects.add(this.lastLine, 'noVotes');
    if (this.broken.short) warnings.add(meta.lineOf('min_length'), 'fewChosen', { voters: this.broken.short, limit: this.limits.min });
    if (this.broken.long) warnings.add(meta.lineOf('max_length'), 'overLength', { voters: this.broken.long, limit: this.limits.max });
    if (this.broken.over) warnings.add(meta.lineOf('max_sum_points'), 'overPoints', { voters: this.broken.over, limit: this.limits.sum });
    if (defects.count > 0) return;
    const election = { projects: Array.from(projects.places.keys(), (id) => ({ id, name: id, cost: 0 })), ...this.counted() };
    const counted = { ...election, ...meta.facts(), decimals: 0, budget: 0 };
    projects.checkCounts(supportersOf(counted), scoresOf(counted));
  }

  private understand(line: number, cells: string[], district: string): Known | null {
    const ids = (cells[this.at.vote] ?? '').split(',').map((id) => id.trim()).filter(Boolean);
    const places = this.placesOf(line, ids);
    const points = this.pointsOf(line, ids, (cells[this.at.points] ?? '').trim());
    if (!places || points === undefined) return null;
    const { min, max, sum } = this.limits;
    const isOverPoints = points !== null && points.reduce((a, b) => a + b, 0) > sum * this.scale;
    return { mark: this.box.add(places, points, district || undefined), isShort: ids.length < min, isLong: ids.length > max, isOverPoints: this.parts.meta.voteType === 'cumulative' && isOverPoints };
  }

  private placesOf(line: number, ids: string[]): number[] | null {
    const { projects, defects, meta } = this.parts;
    const before = defects.count;
    const seen = new Set<string>();
    const places = ids.map((project) => {
      const place = projects.places.get(project);
      if (place === undefined) defects.add(line, 'unknownProject', { project });
      if (seen.has(project)) defects.add(line, 'chosenTwice', { project });
      seen.add(project);
      return place ?? 0;
    });
    if (meta.voteType === 'choose-1' && ids.length > 1) defects.add(line, 'manyChosen', { found: ids.length });
    return defects.count === before ? places : null;
  }

  /** Points are kept in millionths until the end, so that "0.5" is exact. */
  private readonly scale = 1_000_000;

  /** Null where ballots carry none; undefined after a defect. A ranking without points is counted as Borda does. */
  private pointsOf(line: number, ids: string[], text: string): number[] | null | undefined {
    const { meta, defects } = this.parts;
    if (meta.voteType === 'approval' || meta.voteType === 'choose-1' || meta.voteType === null) return null;
    if (meta.voteType === 'ordinal' && !text) return bordaPoints(ids.length).map((points) => points * this.scale);
    if (ids.length === 0) return [];
    if (!text) return void defects.add(line, 'noPoints');
    const words = text.split(',').map((word) => word.trim());
    if (words.length !== ids.length) return void defects.add(line, 'pointsCount', { projects: ids.length, points: words.length });
    const before = defects.count;
    const points = words.map((word, index) => this.pointOf(line, ids[index] ?? '', word));
    return defects.count === before ? points : undefined;
  }

  private pointOf(line: number, project: string, word: string): number {
    const decimal = readDecimal(word);
    const units = decimal && unitsOf(decimal, 6);
    if (decimal && decimal.digits < 0n) this.parts.defects.add(line, 'negativePoints', { project, value: word });
    else if (units === null) this.parts.defects.add(line, 'badPoints', { project, value: word });
    return units ?? 0;
  }

  /** Points in the coarsest unit in which all are whole: the outcome knows only their ratios. */
  private inWholePoints(groups: BallotGroup[]): BallotGroup[] {
    let unit = this.scale;
    for (const { points } of groups) for (const point of points ?? []) while (point % unit !== 0) unit /= 10;
    return groups.map((group) => (group.points ? { ...group, points: group.points.map((point) => point / unit) } : group));
  }
}
