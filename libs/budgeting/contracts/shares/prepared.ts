import { type Election, hasPoints } from '../election';
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
  const cost = Float64Array.from(election.projects, (project) => project.cost);
  return {
    election, projects: count, groups: voted.length, weight: Float64Array.from(voted, ({ voters }) => voters), from, group, point, mostPoints, cost,
    factor: rule.utility === 'cost' && !hasPoints(election) ? cost : new Float64Array(count).fill(1),
    rank: tieRanks(election, rule.ties), raise: rule.step * 10 ** election.decimals * election.voters,
  };
}

/** Whether anybody chose the project. */
export const isSupported = ({ from }: Prepared, project: number): boolean => (from[project + 1] ?? 0) > (from[project] ?? 0);
