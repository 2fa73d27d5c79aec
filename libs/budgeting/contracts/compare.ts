import { type Election, hasPoints } from './election';
import type { Compared } from './result';
import type { Utility } from './rule';

/**
 * The comparison step: who gets more from which result, by the worth of the funded projects that they chose. The greedy result is taken only when
 * more voters are better off with it. Described at equalshares.net ("comparison step") and used by Wieliczka in 2023.
 */
export function comparedWith(election: Election, utility: Utility, equalShares: ReadonlySet<number>, greedy: ReadonlySet<number>): Compared {
  const isByPoints = hasPoints(election);
  const worth = (project: number, points: number) => (isByPoints || utility === 'cardinality' ? points : (election.projects[project]?.cost ?? 0));
  const counts = { equalShares: 0, greedy: 0, alike: election.voters };
  for (const { projects, points, voters } of election.groups) {
    let difference = 0;
    projects.forEach((project, place) => {
      if (equalShares.has(project)) difference += worth(project, points?.[place] ?? 1);
      if (greedy.has(project)) difference -= worth(project, points?.[place] ?? 1);
    });
    if (difference === 0) continue;
    counts[difference > 0 ? 'equalShares' : 'greedy'] += voters;
    counts.alike -= voters;
  }
  return { ...counts, kept: counts.greedy > counts.equalShares ? 'greedy' : 'equalshares' };
}
