import { medianOf, shareOf, sum, type Estimate } from '@isegoria/statistics/contracts';
import type { Criterion } from './criteria';

/** What the city thinks of a decision on one criterion. */
export interface CriterionOpinion extends Criterion {
  /** People on each of the five steps, worst to best. */
  counts: number[];
  /** People who chose a step. */
  answered: number;
  cantSay: number;
  median: Estimate | null;
  /** The share of those who chose a step that chose one of the best two. */
  favourable: Estimate | null;
}

/** Below this many people a distribution is shown with a caution. */
export const FEW = 10;

/** The figures of one distribution. */
export function figuresOf(counts: number[]): Pick<CriterionOpinion, 'counts' | 'answered' | 'median' | 'favourable'> {
  const answered = sum(counts);
  return { counts, answered, median: medianOf(counts), favourable: shareOf(sum(counts.slice(3)), answered) };
}
