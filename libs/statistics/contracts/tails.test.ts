import { describe, expect, it } from 'vitest';
import { binomialTail, negativeBinomialTail } from './tails';

/** To nine digits of the smaller things too: what matters is far out. */
const close = (value: number, known: number) => expect(Math.abs(value / known - 1)).toBeLessThan(1e-9);

/** ln of n over k, by its factors alone. */
const lnOver = (n: number, k: number) => Array.from({ length: k }, (_, at) => Math.log(n - at) - Math.log(at + 1)).reduce((sum, part) => sum + part, 0);

describe('the tail of a binomial', () => {
  it('is what can be counted by hand', () => {
    close(binomialTail(1, 10, 0.5), 1023 / 1024);
    close(binomialTail(8, 10, 0.5), 56 / 1024);
    close(binomialTail(20, 20, 0.5), 2 ** -20);
    expect(binomialTail(0, 10, 0.2)).toBe(1);
    expect(binomialTail(11, 10, 0.2)).toBe(0);
  });

  it('is the sum of its parts, also where that is one in a billion of billions', () => {
    for (const [k, n, p] of [[26, 36, 0.02], [3, 400, 0.01], [90, 200, 0.3], [500, 1200, 0.4]] as const) {
      const parts = Array.from({ length: n - k + 1 }, (_, at) => Math.exp(lnOver(n, k + at) + (k + at) * Math.log(p) + (n - k - at) * Math.log1p(-p)));
      close(binomialTail(k, n, p), parts.reduce((sum, part) => sum + part, 0));
    }
  });

  it('is that of a textbook: twelve right of sixteen: 0.0384 in every table', () => {
    close(binomialTail(12, 16, 0.5), 2517 / 65_536);
  });
});

describe('the tail of a negative binomial', () => {
  it('of size 1 is a power of a fraction', () => {
    for (const [k, mean] of [[1, 2], [53, 2], [223, 10], [900, 40]] as const) close(negativeBinomialTail(k, mean, 1), (mean / (1 + mean)) ** k);
    expect(negativeBinomialTail(0, 2, 1)).toBe(1);
  });

  it('of another size is what is left by the sum of the smaller counts', () => {
    for (const [k, mean, size] of [[4, 2, 3], [9, 5, 0.5], [3, 1.5, 12]] as const) {
      const p = mean / (mean + size);
      let term = (1 - p) ** size;
      let below = 0;
      for (let count = 0; count < k; count++) {
        below += term;
        term *= ((size + count) / (count + 1)) * p;
      }
      close(negativeBinomialTail(k, mean, size), 1 - below);
    }
  });
});
