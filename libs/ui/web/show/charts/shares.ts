/**
 * Whole percentages that add up to 100: what is left after rounding down goes to the largest remainders.
 * A bar whose figures give 99 or 101 looks like a mistake of the municipality.
 */
export function shares(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * 100) / total);
  const whole = exact.map(Math.floor);
  const left = 100 - whole.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact.map((share, index) => ({ index, rest: share % 1 })).sort((a, b) => b.rest - a.rest || a.index - b.index);
  const lifted = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return whole.map((share, index) => (lifted.has(index) ? share + 1 : share));
}
