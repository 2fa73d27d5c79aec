/** A small symmetric matrix's eigenvalues with their unit vectors, the largest first. Jacobi's rotations: for a few dozen rows. */
export function eigen(matrix: number[][]): { value: number; vector: number[] }[] {
  const size = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = matrix.map((_, row) => Float64Array.from({ length: size }, (_, column) => (row === column ? 1 : 0)));
  for (let sweep = 0; sweep < 60 && offDiagonal(a) > 1e-26 * diagonal(a); sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, p, q);
  }
  return a.map((row, at) => ({ value: row[at] ?? 0, vector: v.map((line) => line[at] ?? 0) })).sort((one, other) => other.value - one.value);
}

/** Turns rows and columns p and q so that what they have in common becomes 0. */
function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): void {
  const [rowP, rowQ] = [a[p], a[q]];
  const shared = rowP?.[q] ?? 0;
  if (!rowP || !rowQ || shared === 0) return;
  const theta = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * shared);
  const tan = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cos = 1 / Math.hypot(tan, 1);
  const sin = tan * cos;
  for (const line of a) turn(line, p, q, cos, sin);
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [rowP[k] ?? 0, rowQ[k] ?? 0];
    rowP[k] = cos * x - sin * y;
    rowQ[k] = sin * x + cos * y;
  }
  for (const line of v) turn(line, p, q, cos, sin);
}

function turn(line: Float64Array, p: number, q: number, cos: number, sin: number): void {
  const [x, y] = [line[p] ?? 0, line[q] ?? 0];
  line[p] = cos * x - sin * y;
  line[q] = sin * x + cos * y;
}

const offDiagonal = (a: Float64Array[]): number => a.reduce((sum, row, at) => row.reduce((inner, value, column) => (column === at ? inner : inner + value * value), sum), 0);
const diagonal = (a: Float64Array[]): number => a.reduce((sum, row, at) => sum + (row[at] ?? 0) ** 2, 1e-300);
