/**
 * What may be said of the answers to one question on a scale of steps. Pure, for the server's figures and for a page that
 * counts along live. The steps are an order, not amounts: so a median and shares, never a mean.
 *
 * The margins speak of chance alone. Those who evaluate chose to do so; no formula makes them a sample of the city.
 */
import { Z95 } from './normal';

/** An estimate and the interval that holds it with 95 % confidence. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

export const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** The step (1, 2, …) that the answer of the given rank stands on, ranks counted from 1 in the order of the steps. */
export function stepAt(counts: readonly number[], rank: number): number {
  let passed = 0;
  for (const [at, count] of counts.entries()) {
    passed += count;
    if (rank <= passed) return at + 1;
  }
  return counts.length;
}

/**
 * The median step with its distribution-free interval: two order statistics whose ranks leave at most 2.5 % of
 * Binomial(n, ½) outside on each side (H. A. David and H. N. Nagaraja, Order Statistics, 3rd ed. 2003, section 7.1). Nothing is
 * assumed of how opinions spread. With ties, as steps always have, it holds at least the 95 % that it promises. Of two
 * middle answers the lower one is told: there is no step between two steps. Null where nobody answered; fewer than six answers cannot give 95 %, so
 * the interval is then the whole range of the answers.
 */
export function medianOf(counts: readonly number[]): Estimate | null {
  const n = sum(counts);
  if (n === 0) return null;
  const rank = Math.max(lowRank(n), 1);
  return { value: stepAt(counts, Math.ceil(n / 2)), low: stepAt(counts, rank), high: stepAt(counts, n + 1 - rank) };
}

const ranks = new Map<string, number>();

/**
 * The largest rank r with P(Binomial(n, ½) < r) ≤ tail; 0 where there is none (n < 6 for 2.5 %). `joint`: among how many intervals the 2.5 % are
 * shared. Remembered: a page asks for few n.
 */
export function lowRank(n: number, joint = 1): number {
  const key = `${n}/${joint}`;
  const known = ranks.get(key);
  if (known !== undefined) return known;
  let log = -n * Math.LN2;
  let below = Math.exp(log);
  let rank = 0;
  while (below <= 0.025 / joint && rank < n) {
    rank++;
    log += Math.log((n - rank + 1) / rank);
    below += Math.exp(log);
  }
  if (ranks.size > 5000) ranks.clear();
  ranks.set(key, rank);
  return rank;
}

/**
 * A share with its score interval (E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22,
 * 1927), which keeps its promise for small n and near 0 and 1, where the textbook ±1.96·√(pq/n) does not (R. G. Newcombe,
 * Statistics in Medicine 17, 1998). Null where nobody answered. `z`: the deviate, where several intervals shall hold at once. Neither
 * figure need be whole: with an effective size it is the interval of a weighted share.
 */
export function shareOf(hits: number, n: number, z = Z95): Estimate | null {
  if (n === 0) return null;
  const value = hits / n;
  const z2 = z ** 2;
  const centre = (hits + z2 / 2) / (n + z2);
  const half = (z * Math.sqrt((hits * (n - hits)) / n + z2 / 4)) / (n + z2);
  return { value, low: hits === 0 ? 0 : centre - half, high: hits === n ? 1 : centre + half };
}

/** Whole percents that add up to 100 (largest remainders first), so that the figures in a bar agree with each other. */
export function percents(counts: readonly number[]): number[] {
  const n = sum(counts);
  if (n === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * 100) / n);
  const whole = exact.map(Math.floor);
  const byRemainder = exact.map((share, at) => ({ at, rest: share - Math.floor(share) })).sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRemainder.slice(0, 100 - sum(whole))) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}
