import type { EqualSharesRule } from '../rule';
import { turningPoint } from '../turning-point';
import { Course, type Run } from './course';
import { isSupported, type Prepared } from './prepared';

/** The raise of the shares at which Add1 came to rest, and how it was found. */
export interface Raised {
  raises: number;
  order: readonly number[];
  /** Runs of the rule that were needed; the search that takes every step needs `raises` and a few. */
  runs: number;
}

/**
 * Add1: raises every voter's share step by step until nothing more fits (or, by the other stop, until the next step would overspend), and gives the
 * last outcome within the budget. The outcome is not monotone in the step, so no step is jumped over unless the run before it has proved
 * that its choices are the same (`Run.reach`).
 */
export function raisedShares(prepared: Prepared, { stop, step }: Pick<EqualSharesRule, 'stop' | 'step'>): Raised {
  const course = new Course(prepared);
  const stepMoney = step * 10 ** prepared.election.decimals;
  let last: Raised = { raises: 0, order: [], runs: 0 };
  for (let [raises, runs] = [0, 1]; ; runs += 1) {
    const run = course.run(raises, true);
    if (run.spent > prepared.election.budget) return { ...last, runs };
    if (isComplete(prepared, run) || (stop === 'exhaustive' && isExhaustive(prepared, run))) return { raises, order: run.order, runs };
    const jump = 1 + Math.min(Math.floor(run.reach / stepMoney), 2 ** 40);
    last = { raises: raises + jump - 1, order: run.order, runs };
    raises += jump;
  }
}

/** Whether every project that somebody chose is funded. */
const isComplete = (prepared: Prepared, { order }: Run): boolean => order.length === prepared.election.projects.filter((_, p) => isSupported(prepared, p)).length;

/** Whether no further project that somebody chose fits into the money left. */
export function isExhaustive(prepared: Prepared, { order, spent }: Pick<Run, 'order' | 'spent'>): boolean {
  const funded = new Set(order);
  return prepared.election.projects.every(({ cost }, p) => funded.has(p) || !isSupported(prepared, p) || spent + cost > prepared.election.budget);
}

/**
 * Where Add1 most likely comes to rest: as if the outcome were monotone in the step, looked for around a step that is known to be near. Some ten runs instead of
 * hundreds, and nothing is proved; good for where to begin to ask, never for a result.
 */
export function likelyRaised(prepared: Prepared, { stop }: Pick<EqualSharesRule, 'stop'>, hint: number): Raised {
  const course = new Course(prepared);
  const isOver = ({ spent }: Run) => spent > prepared.election.budget;
  const isEnd = (run: Run) => isOver(run) || isComplete(prepared, run) || (stop === 'exhaustive' && isExhaustive(prepared, run));
  const end = isEnd(course.run(0)) ? 0 : (turningPoint((raises) => isEnd(course.run(raises)), 2 ** 40, Math.max(1, hint)) ?? 0);
  const run = course.run(end);
  return isOver(run) ? { raises: end - 1, order: course.run(Math.max(0, end - 1)).order, runs: 0 } : { raises: end, order: run.order, runs: 0 };
}
