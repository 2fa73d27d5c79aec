import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { seeded } from '@isegoria/kernel/contracts';
import { type Oracle, type OracleRow, pythonWith } from '@isegoria/kernel/api';
import { binomialTail, effectOf, lowRank, negativeBinomialTail, normalQuantile, rake, shareOf, shareVariance } from '@isegoria/statistics/contracts';

const packages = ['numpy', 'scipy', 'statsmodels'];
const CLOSE = 1e-6;

interface Found {
  wilson: [number, number][];
  normal: number[];
  ranks: number[];
  weighted: [number, number, number][];
  rake: number[][];
  binomialTails: number[];
  negativeTails: number[];
}

/** Our figures beside those of SciPy and statsmodels, on cases of chance. `ORACLE_PYTHON` names a Python that has both; else one is made. */
export const oracle: Oracle = {
  name: 'the methods of the figures beside SciPy, statsmodels and NumPy, to 1e-6',
  needs: [],
  run: async () => rows(process.env['ORACLE_PYTHON'] || (await pythonWith('statistics-readers', packages))),
};

function rows(python: string): OracleRow[] {
  const cases = casesOf(seeded(2026));
  const input = JSON.stringify({ ...cases, ranks: cases.ranks.map(([n, joint]) => [n, 0.025 / joint]), weighted: cases.weighted.map(({ values, weights }) => ({ values, weights })) });
  const found = JSON.parse(execFileSync(python, ['-c', readFileSync('libs/statistics/api/statistics.oracle.py', 'utf8')], { input, encoding: 'utf8', maxBuffer: 1 << 26 })) as Found;
  return [
    row('Wilson intervals, statsmodels', cases.wilson.map(([hits, n, z]) => intervalOf(hits, n, z)), found.wilson),
    row('normal quantiles, SciPy', cases.normal.map((p) => [normalQuantile(p)]), found.normal.map((value) => [value])),
    row('ranks around a median, SciPy’s binomial', cases.ranks.map(([n, joint]) => [lowRank(n, joint)]), found.ranks.map((value) => [value])),
    row('weighted share, its variance and Kish’s number, statsmodels and NumPy', cases.weighted.map(({ values, weights }) => weightedOf(values, weights)), found.weighted),
    row('raked weights, NumPy', cases.rake.map(({ people, classes, targets }) => rake(people.map((count, at) => ({ people: count, classes: classes[at] ?? [] })), targets, Infinity).weights), found.rake),
    row('binomial tails as logarithms, SciPy', cases.binomialTails.map(([k, n, p]) => [Math.log(binomialTail(k, n, p))]), found.binomialTails.map((value) => [value])),
    row('negative binomial tails as logarithms, SciPy', cases.negativeTails.map(([k, mean, size]) => [Math.log(negativeBinomialTail(k, mean, size))]), found.negativeTails.map((value) => [value])),
  ];
}

function row(name: string, ours: readonly (readonly number[])[], theirs: readonly (readonly number[])[]): OracleRow {
  const gaps = ours.flatMap((values, at) => values.map((value, place) => Math.abs(value - (theirs[at]?.[place] ?? NaN))));
  const worst = gaps.reduce((most, gap) => (Number.isNaN(gap) ? Infinity : Math.max(most, gap)), 0);
  const found = `${ours.length} cases, ${gaps.length} figures, largest difference ${worst.toExponential(1)}`;
  return { name, found, expected: worst <= CLOSE ? found : `at most ${CLOSE}`, holds: worst <= CLOSE };
}

function intervalOf(hits: number, n: number, z: number): number[] {
  const share = shareOf(hits, n, z);
  return share ? [share.low, share.high] : [];
}

function weightedOf(values: readonly number[], weights: readonly number[]): number[] {
  const people = values.map((value, at) => ({ weight: weights[at] ?? 0, counts: value === 1 ? [0, 1] : [1, 0] }));
  const estimate = shareVariance(people, (step) => step === 1);
  return [estimate?.share ?? NaN, estimate?.variance ?? NaN, effectOf(people)?.effective ?? NaN];
}

function casesOf(chance: () => number) {
  const whole = (below: number) => Math.floor(chance() * below);
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  return {
    wilson: many(400, (): [number, number, number] => {
      const n = 1 + whole(5000);
      return [whole(n + 1), n, 1 + 3 * chance()];
    }),
    normal: [...many(300, () => chance() * 0.9998 + 0.0001), 1e-9, 0.5, 1 - 1e-9],
    ranks: many(300, (): [number, number] => [1 + whole(6000), 1 + whole(8)]),
    weighted: many(200, () => {
      const values = many(5 + whole(400), () => (chance() < 0.4 ? 1 : 0));
      return { values, weights: values.map(() => 0.2 + 4 * chance()) };
    }),
    binomialTails: many(300, (): [number, number, number] => {
      const n = 1 + whole(200);
      return [1 + whole(n), n, 0.05 + 0.9 * chance()];
    }),
    negativeTails: many(300, (): [number, number, number] => [1 + whole(200), 1 + 60 * chance(), 0.3 + 5 * chance()]),
    rake: many(60, () => {
      const sizes = [2 + whole(5), 2 + whole(5)];
      const cells = Array.from({ length: sizes[0] ?? 2 }, (_, a) => Array.from({ length: sizes[1] ?? 2 }, (__, b) => [a, b])).flat();
      return { people: cells.map(() => 1 + whole(80)), classes: cells, targets: sizes.map((size) => many(size, () => 1 + 9 * chance())) };
    }),
  };
}
