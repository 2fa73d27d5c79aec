/** What a rule reads: projects with their costs, the money, and the ballots, where those that are alike are one group with a count. */

/** The kinds of ballot that Pabulib knows. */
export type VoteType = 'approval' | 'choose-1' | 'ordinal' | 'cumulative' | 'scoring';

export interface Project {
  id: string;
  name: string;
  /** In units of `10 ** -decimals` of the election's currency. */
  cost: number;
  district?: string;
  category?: string;
}

/** Voters whose ballots are alike. */
export interface BallotGroup {
  /** Places in `Election.projects`, rising. */
  projects: readonly number[];
  /** What each of those projects was given, above zero; null for an approval, where each has one point. */
  points: readonly number[] | null;
  voters: number;
  district?: string;
}

export interface Election {
  name: string;
  currency: string;
  /** How many decimals of the currency a unit stands for: 2 when amounts are cents. */
  decimals: number;
  budget: number;
  voteType: VoteType;
  projects: readonly Project[];
  groups: readonly BallotGroup[];
  /** All who voted, those who chose nothing too: the money is shared among them. */
  voters: number;
  /** The fewest votes (points) with which a project may win, where the rule asks for it. */
  threshold: number | null;
  /** The most points that a ballot may give, where the file says so. */
  maxPoints: number | null;
}

/** Whether ballots carry points, of a scale, a sum or a ranking; otherwise a project is chosen or not. */
export const hasPoints = ({ voteType }: Pick<Election, 'voteType'>): boolean => voteType !== 'approval' && voteType !== 'choose-1';

/** How many voters each project has. */
export function supportersOf(election: Election): number[] {
  const counts = election.projects.map(() => 0);
  for (const { projects, voters } of election.groups) for (const project of projects) counts[project] = (counts[project] ?? 0) + voters;
  return counts;
}

/** The points of each project, which are its votes where ballots carry none. */
export function scoresOf(election: Election): number[] {
  const sums = election.projects.map(() => 0);
  for (const { projects, points, voters } of election.groups) {
    projects.forEach((project, place) => (sums[project] = (sums[project] ?? 0) + voters * (points?.[place] ?? 1)));
  }
  return sums;
}

/** A ballot that was added, to count another one like it. */
export interface BallotMark {
  readonly projects: readonly number[];
  readonly points: readonly number[] | null;
  voters: number;
  district?: string;
}

/** Collects ballots one by one and groups those that are alike. The order in which they come changes no result. */
export class BallotBox {
  private readonly byKey = new Map<string, BallotMark>();
  voters = 0;

  /** `points` runs beside `projects`; those with none are left out. Answers the mark under which a ballot that is the same can be counted quickly. */
  add(projects: readonly number[], points: readonly number[] | null = null, district?: string): BallotMark {
    const chosen = projects.map((project, place) => ({ project, given: points?.[place] ?? 1 })).filter(({ given }) => given > 0);
    chosen.sort((a, b) => a.project - b.project);
    const key = `${chosen.map(({ project, given }) => (points ? `${project}:${given}` : project)).join(',')};${district ?? ''}`;
    const known = this.byKey.get(key);
    const mark = known ?? { projects: chosen.map(({ project }) => project), points: points ? chosen.map(({ given }) => given) : null, voters: 0, ...(district ? { district } : {}) };
    if (!known) this.byKey.set(key, mark);
    this.again(mark);
    return mark;
  }

  /** Counts one more ballot like one that was added here. */
  again(mark: BallotMark): void {
    mark.voters += 1;
    this.voters += 1;
  }

  /** The groups, in an order that depends on what they hold and not on who came first. */
  groups(): BallotGroup[] {
    return [...this.byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  }
}

/** Points of a ranking without points: the last has one, the one before it two, and so on up (Borda's count, within the ballot). */
export const bordaPoints = (ranked: number): number[] => Array.from({ length: ranked }, (_, place) => ranked - place);
