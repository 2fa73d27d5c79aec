/** What raking works on: rows of equal weight, each in at most one class of every margin. */
export interface RakingRow {
  people: number;
  /** By margin: the number of its class, or null where it is not known. */
  classes: (number | null)[];
}

export interface Raked {
  /** A weight a row, one on average over all people. */
  weights: number[];
  /** Whether every margin agrees with its targets within 1e-9. False also where weights had to be cut. */
  isExact: boolean;
  /** People whose weight was cut. */
  trimmed: number;
}

/** Nobody speaks for more than so many: the usual bound (M. DeBell and J. A. Krosnick, Computing weights for ANES survey data, 2009). */
export const LARGEST_WEIGHT = 5;

const ROUNDS = 500;
const EXACT = 1e-9;

/**
 * Weights by which those who answered stand on each margin as the city does, changed as little as that allows: iterative proportional
 * fitting (W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11, 1940). With one margin it is post-stratification.
 * Who did not say where they belong on a margin keeps the share that they have (as ANES does, DeBell and Krosnick 2009): the targets divide the rest.
 * In each round a weight above `largest` times the mean is cut, so that the others take up what it loses where they can.
 *
 * @param targets by margin and class, in any unit: shares of the city or its people. A class of nobody must have none.
 */
export function rake(rows: readonly RakingRow[], targets: readonly number[][], largest = LARGEST_WEIGHT): Raked {
  const weights = rows.map(() => 1);
  const all = rows.reduce((sum, { people }) => sum + people, 0);
  const goals = targets.map((target, margin) => goalsOf(rows, target, margin));
  let gap = Infinity;
  for (let round = 0; round < ROUNDS && gap > EXACT; round++) {
    gap = 0;
    for (const [margin, goal] of goals.entries()) {
      const sums = sumsOf(rows, weights, goal.length, margin);
      for (const [at, wanted] of goal.entries()) gap = Math.max(gap, Math.abs((sums[at] ?? 0) - wanted) / all);
      for (const [at, { classes }] of rows.entries()) {
        const own = classes[margin] ?? null;
        if (own === null) continue;
        const sum = sums[own] ?? 0;
        weights[at] = sum > 0 ? ((weights[at] ?? 0) * (goal[own] ?? 0)) / sum : 0;
      }
    }
    cut(rows, weights, largest);
  }
  const trimmed = rows.reduce((sum, { people }, at) => sum + ((weights[at] ?? 0) >= largest ? people : 0), 0);
  return { weights, isExact: gap <= EXACT, trimmed };
}

/** The sum of weights that each class shall have: its part of those who said where they belong. */
function goalsOf(rows: readonly RakingRow[], target: readonly number[], margin: number): number[] {
  const known = rows.reduce((sum, { people, classes }) => sum + ((classes[margin] ?? null) === null ? 0 : people), 0);
  const whole = target.reduce((sum, part) => sum + part, 0);
  return target.map((part) => (whole > 0 ? (part / whole) * known : 0));
}

function sumsOf(rows: readonly RakingRow[], weights: readonly number[], size: number, margin: number): number[] {
  const sums = new Array<number>(size).fill(0);
  for (const [at, { people, classes }] of rows.entries()) {
    const own = classes[margin] ?? null;
    if (own !== null) sums[own] = (sums[own] ?? 0) + people * (weights[at] ?? 0);
  }
  return sums;
}

/** Brings the weights to a mean of one, none above the largest: what is cut of some is shared by the others in proportion. */
function cut(rows: readonly RakingRow[], weights: number[], largest: number): void {
  const isCut = new Set<number>();
  for (let again = true; again; ) {
    let [left, free] = [0, 0];
    for (const [at, { people }] of rows.entries()) {
      left += people * (isCut.has(at) ? 1 - largest : 1);
      free += isCut.has(at) ? 0 : people * (weights[at] ?? 0);
    }
    again = false;
    for (const [at, weight] of weights.entries()) {
      const scaled = isCut.has(at) || free === 0 ? weight : (weight * left) / free;
      again ||= scaled > largest;
      if (scaled > largest) isCut.add(at);
      weights[at] = Math.min(scaled, largest);
    }
  }
}
