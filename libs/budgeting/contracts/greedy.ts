import { type Election, scoresOf } from './election';
import { compared } from './fractions';
import type { Exclusions, GreedyRule } from './rule';
import { tieRanks } from './ties';

/** What of a greedy rule changes its course. */
export type GreedyWay = Pick<GreedyRule, 'per' | 'unaffordable' | 'threshold' | 'exclusions' | 'ties'>;

/** Pabulib writes this cost, in whole units of the currency, for a project that was withdrawn: it is never funded, and ends no count. */
const WITHDRAWN = 999_999_999;

/** What the greedy rule did with one project, in the order in which it looked at them. */
export interface GreedyStep {
  project: number;
  score: number;
  /** `stopped`: an earlier project ended the count. `few`: under the threshold. `excluded`: `by` is funded, and only one of the two may be. */
  fate: 'funded' | 'unaffordable' | 'stopped' | 'few' | 'excluded';
  /** The money that was left when it was looked at. */
  left: number;
  by?: number;
}

/**
 * Projects by falling votes, or by votes per cost; each is funded if the money left pays it. This is what most cities do, and what pabutools calls
 * `greedy_utilitarian_welfare`. `funded` are projects that have their money already; a project without any vote comes last, but it does come.
 */
export function greedySteps(election: Election, rule: GreedyWay, funded: ReadonlySet<number> = new Set(), scores: readonly number[] = scoresOf(election)): GreedyStep[] {
  let left = election.budget - [...funded].reduce((sum, project) => sum + costOf(election, project), 0);
  let isStopped = false;
  const excluded = excluder(election, rule.exclusions, funded);
  return greedyOrder(election, scores, rule).filter((project) => !funded.has(project)).map((project) => {
    const score = scores[project] ?? 0;
    const step = { project, score, left };
    if (rule.threshold !== null && score < rule.threshold) return { ...step, fate: 'few' as const };
    if (isStopped) return { ...step, fate: 'stopped' as const };
    const by = excluded.by(project);
    if (by !== null) return { ...step, fate: 'excluded' as const, by };
    const cost = costOf(election, project);
    if (cost > left) {
      isStopped = rule.unaffordable === 'stop' && cost !== WITHDRAWN * 10 ** election.decimals;
      return { ...step, fate: 'unaffordable' as const };
    }
    left -= cost;
    excluded.take(project);
    return { ...step, fate: 'funded' as const };
  });
}

/** Which funded project shuts another one out. */
function excluder({ projects }: Election, exclusions: Exclusions, funded: ReadonlySet<number>) {
  const listsOf = projects.map(({ id }) => exclusions.flatMap((list, number) => (list.includes(id) ? [number] : [])));
  const taken = new Map<number, number>();
  const take = (project: number) => listsOf[project]?.forEach((list) => taken.set(list, project));
  funded.forEach(take);
  const by = (project: number): number | null => listsOf[project]?.map((list) => taken.get(list)).find((one) => one !== undefined) ?? null;
  return { take, by };
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
