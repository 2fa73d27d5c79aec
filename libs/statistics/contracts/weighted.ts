import { jointDeviate } from './normal';
import { type Estimate, lowRank, shareOf, sum } from './scale';

/** People of one weight, and the steps that they stand on. */
export interface WeightedCounts {
  weight: number;
  counts: readonly number[];
}

/** What unequal weights cost: so many answers of equal weight would tell as much. */
export interface Effect {
  /** People who answered. */
  people: number;
  /** The effective number: (Σw)² / Σw² (L. Kish, Survey Sampling, 1965, section 11.7). */
  effective: number;
  /** The design effect, people / effective; 1 where all weigh alike. */
  designEffect: number;
}

/** The effect of the weights; null where nobody answered, or all who did weigh nothing. */
export function effectOf(rows: readonly WeightedCounts[]): Effect | null {
  const people = total(rows, () => 1);
  const weights = total(rows, (weight) => weight);
  const squares = total(rows, (weight) => weight * weight);
  if (weights === 0) return null;
  const effective = (weights * weights) / squares;
  return { people, effective, designEffect: people / effective };
}

/**
 * The variance of a weighted share: the linearised one of a ratio, n/(n−1) · Σ w²(y − p)² / (Σw)² (K. M. Wolter, Introduction to Variance Estimation, 2nd ed.
 * 2007, section 6.3; R. M. Groves and others, Survey Methodology, 2009, chapter 10), the people taken as drawn with replacement and the weights as
 * given. Given weights leave out what weighting wins where groups differ, so it is rather too large than too small.
 *
 * @param isHit which steps count, by their place
 */
export function shareVariance(rows: readonly WeightedCounts[], isHit: (step: number) => boolean): { share: number; variance: number } | null {
  const effect = effectOf(rows);
  if (!effect) return null;
  const weights = total(rows, (weight) => weight);
  const hits = ({ counts }: WeightedCounts) => sum(counts.filter((_, step) => isHit(step)));
  const share = rows.reduce((all, row) => all + row.weight * hits(row), 0) / weights;
  const squares = rows.reduce((all, row) => all + row.weight ** 2 * (hits(row) * (1 - share) ** 2 + (sum(row.counts) - hits(row)) * share ** 2), 0);
  const { people } = effect;
  return { share, variance: people > 1 ? ((people / (people - 1)) * squares) / weights ** 2 : share * (1 - share) };
}

/**
 * A weighted share with its margin: Wilson's score interval at the effective number p(1−p)/V of its own variance (E. L. Korn and B. I. Graubard, Survey
 * Methodology 24, 1998, for the effective number, never above the number of people; C. Franco and others, Journal of Survey
 * Statistics and Methodology 7, 2019, for Wilson's interval at it). Where all or none are in favour there is no variance, and Kish's number stands in.
 *
 * @param joint how many such intervals shall hold at once with 95 %
 */
export function weightedShare(rows: readonly WeightedCounts[], isHit: (step: number) => boolean, joint = 1): Estimate | null {
  const effect = effectOf(rows);
  const estimate = shareVariance(rows, isHit);
  if (!effect || !estimate) return null;
  const { share, variance } = estimate;
  const own = variance > 0 ? (share * (1 - share)) / variance : effect.effective;
  const number = Math.min(own, effect.people);
  const interval = shareOf(share * number, number, jointDeviate(joint));
  return interval && { value: share, low: Math.max(interval.low, 0), high: Math.min(interval.high, 1) };
}

/**
 * The weighted median step with the interval of R. S. Woodruff (Confidence intervals for medians and other position measures, JASA 47, 1952): the steps at
 * which the weighted distribution passes the parts that the ranks of Binomial(n, ½) leave, n being Kish's effective number (whole, rounded down). With
 * equal weights it is `medianOf`. Of two middle answers the lower one is told.
 */
export function weightedMedian(rows: readonly WeightedCounts[], joint = 1): Estimate | null {
  const effect = effectOf(rows);
  if (!effect) return null;
  const steps = Math.max(...rows.map(({ counts }) => counts.length));
  const shares = Array.from({ length: steps }, (_, step) => rows.reduce((all, { weight, counts }) => all + weight * (counts[step] ?? 0), 0));
  // A hair above, for what is a whole number but for the last digit.
  const n = Math.max(Math.floor(effect.effective + 1e-9), 1);
  const rank = Math.max(lowRank(n, joint), 1);
  return { value: stepOf(shares, 0.5), low: stepOf(shares, rank / n), high: stepOf(shares, (n + 1 - rank) / n) };
}

/** The first step up to which at least so large a part of the weight stands; the first that anybody stands on for a part of nought or less. */
function stepOf(shares: readonly number[], part: number): number {
  const all = sum(shares);
  let passed = 0;
  let last = 1;
  for (const [at, share] of shares.entries()) {
    if (share === 0) continue;
    passed += share;
    last = at + 1;
    // A hair below, so that weights of one give the ranks that counting gives.
    if (passed >= part * all - 1e-9 * all) return last;
  }
  return last;
}

function total(rows: readonly WeightedCounts[], of: (weight: number) => number): number {
  return rows.reduce((all, { weight, counts }) => all + of(weight) * sum(counts), 0);
}
