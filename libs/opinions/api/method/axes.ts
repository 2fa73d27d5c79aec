/**
 * The two directions in which answers differ most: the principal components of the participants × statements matrix, in which a
 * missing answer stands as its statement's mean. Less the mean it is 0, so the centred matrix is as sparse as the answers are, and
 * Lanczos' method (with full reorthogonalisation) needs no more than to multiply by it: some 20 to 40 passes over the answers.
 */
import { seeded } from '@isegoria/kernel/contracts';
import { eigen } from './symmetric';
import { rowsOf, type Votes } from './votes';

/** Two unit vectors over the statements. */
export type Axes = [Float64Array, Float64Array];

const longest = 64;
const precision = 1e-9;

/** `start`: axes of before, from which the answer is near. A second axis that does not exist is all zeros. */
export function principalAxes(votes: Votes, means: Float64Array, start: Axes | null): Axes {
  const basis: Float64Array[] = [];
  const alphas: number[] = [];
  const betas: number[] = [];
  let next = unit(start ? mixed(start) : strewn(votes.statements));
  for (let step = 0; next && step < Math.min(longest, votes.statements); step++) {
    basis.push(next);
    const image = times(votes, means, next);
    alphas.push(dot(image, next));
    orthogonalise(image, basis);
    const beta = Math.sqrt(dot(image, image));
    if (step % 6 === 5 && isPrecise(alphas, betas, beta)) break;
    betas.push(beta);
    next = beta > 1e-12 * (alphas[0] ?? 1) ? image.map((value) => value / beta) : null;
  }
  const [first, second] = eigen(tridiagonal(alphas, betas));
  return [combined(basis, first?.vector), second && second.value > 1e-9 * (first?.value ?? 0) ? combined(basis, second.vector) : new Float64Array(votes.statements)];
}

/** Turns (or mirrors) new axes so that they lie as near as they can to those of before: Procrustes' rotation in the plane. */
export function aligned([x, y]: Axes, before: Axes | null): Axes {
  if (!before) return [pointed(x), pointed(y)];
  const [xx, xy, yx, yy] = [dot(x, before[0]), dot(x, before[1]), dot(y, before[0]), dot(y, before[1])];
  const turn = Math.hypot(xx + yy, yx - xy);
  const mirror = Math.hypot(xx - yy, xy + yx);
  if (turn < 1e-9 && mirror < 1e-9) return [pointed(x), pointed(y)];
  const [cos, sin, sign] = turn >= mirror ? [(xx + yy) / turn, (yx - xy) / turn, 1] : [(xx - yy) / mirror, (xy + yx) / mirror, -1];
  return [x.map((value, at) => cos * value + sin * (y[at] ?? 0)), x.map((value, at) => sign * (cos * (y[at] ?? 0) - sin * value))];
}

/** One pass: the centred matrix, transposed, times the centred matrix, times `vector`. */
function times({ starts, columns, values, statements }: Votes, means: Float64Array, vector: Float64Array): Float64Array {
  const image = new Float64Array(statements);
  for (let row = 0; row < starts.length - 1; row++) {
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0];
    let sum = 0;
    for (let entry = from; entry < to; entry++) {
      const column = columns[entry] ?? 0;
      sum += ((values[entry] ?? 0) - (means[column] ?? 0)) * (vector[column] ?? 0);
    }
    for (let entry = from; entry < to; entry++) {
      const column = columns[entry] ?? 0;
      image[column] = (image[column] ?? 0) + sum * ((values[entry] ?? 0) - (means[column] ?? 0));
    }
  }
  return image;
}

/** Whether the two largest eigenvalues have come to rest: the residual is beta times the last component. */
function isPrecise(alphas: number[], betas: number[], beta: number): boolean {
  const [first, second] = eigen(tridiagonal(alphas, betas));
  if (!first || !second) return false;
  const residual = ({ vector }: { vector: number[] }) => Math.abs(beta * (vector.at(-1) ?? 1));
  return Math.max(residual(first), residual(second)) < precision * first.value;
}

const tridiagonal = (alphas: number[], betas: number[]): number[][] =>
  alphas.map((alpha, row) => alphas.map((_, column) => (row === column ? alpha : Math.abs(row - column) === 1 ? (betas[Math.min(row, column)] ?? 0) : 0)));

/** Twice, for once is not enough in floating point. */
function orthogonalise(vector: Float64Array, basis: Float64Array[]): void {
  for (let time = 0; time < 2; time++) {
    for (const known of basis) {
      const share = dot(vector, known);
      for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) - share * (known[at] ?? 0);
    }
  }
}

function combined(basis: Float64Array[], shares: number[] | undefined): Float64Array {
  const sum = new Float64Array(basis[0]?.length ?? 0);
  for (const [at, vector] of basis.entries()) for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + (shares?.[at] ?? 0) * (vector[k] ?? 0);
  return unit(sum) ?? sum;
}

function unit(vector: Float64Array): Float64Array | null {
  const length = Math.sqrt(dot(vector, vector));
  return length > 1e-12 ? vector.map((value) => value / length) : null;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** A cold start's axis points to where its weightiest statement is agreed with. */
function pointed(axis: Float64Array): Float64Array {
  const weightiest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best), 0);
  return weightiest < 0 ? axis.map((value) => -value) : axis;
}

/** Something of both, and a little of everything, lest a new direction stay unseen. */
function mixed([x, y]: Axes): Float64Array {
  const chance = seeded(7);
  return x.map((value, at) => value + 0.8 * (y[at] ?? 0) + 1e-3 * (chance() - 0.5));
}

function strewn(length: number): Float64Array {
  const chance = seeded(7);
  return Float64Array.from({ length }, () => chance() - 0.5);
}

/** How many answers' worth of doubt draws a participant towards the middle. See decisions/001. */
export const usualDoubt = 20;

/** Where everybody stands: the centred answers along the axes, longer for who answered few, as far as few answers can be believed. */
export function places(votes: Votes, means: Float64Array, [x, y]: Axes, doubt = usualDoubt): { x: Float64Array; y: Float64Array } {
  const [placeX, placeY] = [new Float64Array(rowsOf(votes)), new Float64Array(rowsOf(votes))];
  for (let row = 0; row < placeX.length; row++) {
    const [from, to] = [votes.starts[row] ?? 0, votes.starts[row + 1] ?? 0];
    let [alongX, alongY] = [0, 0];
    for (let entry = from; entry < to; entry++) {
      const column = votes.columns[entry] ?? 0;
      const centred = (votes.values[entry] ?? 0) - (means[column] ?? 0);
      alongX += centred * (x[column] ?? 0);
      alongY += centred * (y[column] ?? 0);
    }
    const scale = Math.sqrt((votes.statements + doubt) / (to - from + doubt));
    placeX[row] = alongX * scale;
    placeY[row] = alongY * scale;
  }
  return { x: placeX, y: placeY };
}
