/** Lanczos' coefficients for g = 7 (C. Lanczos, A precision approximation of the gamma function, SIAM J. Numer. Anal. B 1, 1964), by which ln Γ comes to about 1e-15. */
const LANCZOS: readonly number[] = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const LANCZOS_FIRST = 0.99999999999980993;

/** ln Γ(x) for x > 0. */
function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const sum = LANCZOS.reduce((all, coefficient, at) => all + coefficient / (x + at), LANCZOS_FIRST);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const CLOSE = 1e-15;
const TINY = 1e-300;
const MOST_STEPS = 10_000;

/** The regularized incomplete beta function I_x(a, b), by its continued fraction (NIST DLMF 8.17.22) after Lentz (Numerical Recipes, 3rd ed., 6.4). Small values keep their digits. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction comes to its end quickly on this side of the middle; on the other the mirror image does.
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  const kept = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let step = 1; step <= MOST_STEPS; step++) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
    for (const term of [even, odd]) {
      d = 1 / kept(1 + term * d);
      c = kept(1 + term / c);
      value *= d * c;
    }
    if (Math.abs(d * c - 1) < CLOSE) break;
  }
  return value;
}

/** P(X ≥ k) of k or more hits in n tries, each with the chance p: the exact binomial test of one side (C. J. Clopper and E. S. Pearson, Biometrika 26, 1934). */
export function binomialTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  return k > n ? 0 : incompleteBeta(p, k, n - k + 1);
}

/**
 * P(X ≥ k) of a count whose mean is not known better than by a gamma distribution of this size: the negative binomial distribution (M. Greenwood and G. U. Yule, J. Royal Stat. Soc. 83,
 * 1920). Its variance is mean + mean² / size. Of size 1 it is the geometric one, which of all counts with a mean supposes the least (greatest entropy), and the tail is (mean / (1 + mean))^k.
 */
export function negativeBinomialTail(k: number, mean: number, size: number): number {
  return k <= 0 ? 1 : incompleteBeta(mean / (mean + size), k, size);
}
