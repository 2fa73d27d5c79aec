import { type Election, scoresOf } from './election';
import { compared } from './fractions';
import type { GreedyRule } from './rule';
import { tieRanks } from './ties';

/** What of a greedy rule changes its course. */
export type GreedyWay = Pick<GreedyRule, 'per' | 'unaffordable' | 'threshold' | 'ties'>;

/** What the greedy rule did with one project, in the order in which it looked at them. */
export interface GreedyStep {
  project: number;
  score: number;
  /** `stopped`: an earlier project ended the count. `few`: under the threshold. */
  fate: 'funded' | 'unaffordable' | 'stopped' | 'few';
  /** The money that was left when it was looked at. */
  left: number;
}

/**
 * Projects by falling votes, or by votes per cost; each is funded if the money left pays it. This is what most cities do, and what pabutools calls
 * `greedy_utilitarian_welfare`. `funded` are projects that have their money already; a project without any vote comes last, but it does come.
 */
export function greedySteps(election: Election, rule: GreedyWay, funded: ReadonlySet<number> = new Set(), scores: readonly number[] = scoresOf(election)): GreedyStep[] {
  let left = election.budget - [...funded].reduce((sum, project) => sum + costOf(election, project), 0);
  let isStopped = false;
  return greedyOrder(election, scores, rule).filter((project) => !funded.has(project)).map((project) => {
    const score = scores[project] ?? 0;
    const step = { project, score, left };
    if (rule.threshold !== null && score < rule.threshold) return { ...step, fate: 'few' as const };
    if (isStopped) return { ...step, fate: 'stopped' as const };
    const cost = costOf(election, project);
    if (cost > left) {
      isStopped = rule.unaffordable === 'stop';
      return { ...step, fate: 'unaffordable' as const };
    }
    left -= cost;
    return { ...step, fate: 'funded' as const };
  });
}

function greedyOrder(election: Election, scores: readonly number[], { per, ties }: GreedyWay): number[] {
  const ranks = tieRanks(election, ties, scores);
  const worth = scores.map((score, project) => ({ top: BigInt(score), bottom: BigInt(per === 'cost' ? costOf(election, project) : 1) }));
  const isFree = (project: number) => per === 'cost' && costOf(election, project) === 0 && (scores[project] ?? 0) > 0;
  const zero = { top: 0n, bottom: 1n };
  const of = (project: number) => (worth[project]?.bottom ? worth[project] : zero);
  return election.projects.map((_, project) => project).sort((a, b) => {
    if (isFree(a) !== isFree(b)) return isFree(a) ? -1 : 1;
    return compared(of(b), of(a)) || (ranks[a] ?? 0) - (ranks[b] ?? 0);
  });
}

const costOf = ({ projects }: Election, project: number): number => projects[project]?.cost ?? 0;
