import { type BudgetStage, CITY } from '@isegoria/budgeting/contracts';
import type { Phase } from '@isegoria/processes/contracts';
import type { Budget } from './budget.schema';
import type { Project } from './project.schema';

/** A refusal as GraphQL shows it. */
export interface Refusal {
  __typename: 'NotAllowed';
  reason: string;
}

export const refuse = (reason: string): Refusal => ({ __typename: 'NotAllowed', reason });
export const gone = { __typename: 'NotFound', reason: 'gone' } as const;

/** How far a budget is at a moment. */
export function stageOf({ announcedAt, opensAt, closesAt, decidedAt }: Pick<Budget, 'announcedAt' | 'opensAt' | 'closesAt' | 'decidedAt'>, now: Date): BudgetStage {
  if (decidedAt) return 'decided';
  if (!announcedAt) return 'preparing';
  if (opensAt && now < opensAt) return 'announced';
  return closesAt && now < closesAt ? 'voting' : 'counting';
}

/** Why the voting may not be announced, or null: nothing is voted on that nobody has looked at, and every area has something to choose. */
export function notReady(budget: Pick<Budget, 'areas'>, projects: readonly Pick<Project, 'areaId' | 'feasibility'>[], phase: Phase | null, now: Date): Refusal | null {
  if (!phase || phase.closesAt <= now) return refuse('noPhase');
  if (projects.some(({ feasibility }) => feasibility === 'undecided')) return refuse('undecided');
  const isEmpty = budget.areas.some(({ id }) => !projects.some(({ areaId, feasibility }) => areaId === id && feasibility === 'feasible'));
  return isEmpty ? refuse('noProjects') : null;
}

/** The areas in the order in which they are read: everybody's first. */
export function inOrder<T extends { id: string }>(areas: readonly T[], districts: readonly string[]): T[] {
  const place = ({ id }: T) => (id === CITY ? -1 : districts.indexOf(id));
  return [...areas].sort((a, b) => place(a) - place(b));
}

/** The place in the list of budgets: what is voted on now, what comes, what was; of equals the newest first. */
export function readingOrder(a: { stage: BudgetStage; createdAt: Date }, b: { stage: BudgetStage; createdAt: Date }): number {
  const rank: Record<BudgetStage, number> = { voting: 0, announced: 1, counting: 2, preparing: 3, decided: 4 };
  return rank[a.stage] - rank[b.stage] || b.createdAt.getTime() - a.createdAt.getTime();
}
