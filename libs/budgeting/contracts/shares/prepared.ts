import { type BallotGroup, type Election, hasPoints, scoresOf } from '../election';
import type { EqualSharesRule } from '../rule';
import { tieRanks } from '../ties';

/** An election laid out in flat arrays for many runs of Equal Shares. The supporters of project p stand at `from[p]` up to `from[p + 1]`. */
export interface Prepared {
  election: Election;
  projects: number;
  groups: number;
  /** Voters of each group. */
  weight: Float64Array;
  from: Int32Array;
  group: Int32Array;
  /** Points of each supporter, beside `group`. */
  point: Float64Array;
  mostPoints: number;
  cost: Float64Array;
  /** By what a project's points are multiplied to be its worth: its cost, or one. */
  factor: Float64Array;
  rank: Int32Array;
  scores: readonly number[];
  /** By how much all shares together are raised at one step. */
  raise: number;
}

export function prepare(election: Election, rule: Pick<EqualSharesRule, 'utility' | 'ties' | 'step'>): Prepared {
  const voted = election.groups.filter(({ projects }) => projects.length > 0);
  const count = election.projects.length;
  const from = new Int32Array(count + 1);
  for (const { projects } of voted) for (const project of projects) from[project + 1] = (from[project + 1] ?? 0) + 1;
  for (let project = 0; project < count; project += 1) from[project + 1] = (from[project + 1] ?? 0) + (from[project] ?? 0);
  const filled = from.slice();
  const group = new Int32Array(from[count] ?? 0);
  const point = new Float64Array(from[count] ?? 0);
  let mostPoints = 1;
  voted.forEach(({ projects, points }, place) => {
    projects.forEach((project, index) => {
      const at = filled[project] ?? 0;
      filled[project] = at + 1;
      group[at] = place;
      point[at] = points?.[index] ?? 1;
      mostPoints = Math.max(mostPoints, point[at] ?? 1);
    });
  });
  const scores = scoresOf(election);
  const cost = Float64Array.from(election.projects, (project) => project.cost);
  return {
    election, projects: count, groups: voted.length, weight: Float64Array.from(voted, ({ voters }) => voters), from, group, point, mostPoints, cost,
    factor: rule.utility === 'cost' && !hasPoints(election) ? cost : new Float64Array(count).fill(1),
    rank: tieRanks(election, rule.ties, scores), scores, raise: rule.step * 10 ** election.decimals * election.voters,
  };
}

/** Whether anybody chose the project. */
export const isSupported = ({ from }: Prepared, project: number): boolean => (from[project + 1] ?? 0) > (from[project] ?? 0);

/** The same election with one more group of voters who chose one project alone. Only what differs is made anew. */
export function withGroup(prepared: Prepared, { projects: [project = 0], points, voters }: BallotGroup, rule: Pick<EqualSharesRule, 'ties' | 'step'>): Prepared {
  const election = { ...prepared.election, voters: prepared.election.voters + voters };
  const given = points?.[0] ?? 1;
  const end = prepared.from[project + 1] ?? 0;
  const scores = prepared.scores.map((score, place) => (place === project ? score + voters * given : score));
  const group = new Int32Array(prepared.group.length + 1);
  const point = new Float64Array(group.length);
  for (const [into, old, value] of [[group, prepared.group, prepared.groups], [point, prepared.point, given]] as const) {
    into.set(old.subarray(0, end));
    into[end] = value;
    into.set(old.subarray(end), end + 1);
  }
  return {
    ...prepared, election, scores, group, point, groups: prepared.groups + 1, weight: Float64Array.from([...prepared.weight, voters]),
    from: prepared.from.map((place, index) => (index > project ? place + 1 : place)), mostPoints: Math.max(prepared.mostPoints, given),
    rank: tieRanks(election, rule.ties, scores), raise: rule.step * 10 ** election.decimals * election.voters,
  };
}

/** The same election with another cost of one project. */
export function withCost(prepared: Prepared, project: number, cost: number, rule: Pick<EqualSharesRule, 'ties'>): Prepared {
  const election = { ...prepared.election, projects: prepared.election.projects.map((one, place) => (place === project ? { ...one, cost } : one)) };
  const costs = prepared.cost.slice();
  costs[project] = cost;
  return { ...prepared, election, cost: costs, factor: prepared.factor === prepared.cost ? costs : prepared.factor, rank: tieRanks(election, rule.ties, prepared.scores) };
}
