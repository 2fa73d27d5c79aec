import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { principalAxes } from './method/axes';
import { consensus, countsByGroup, ratioTest, representatives, share } from './method/figures';
import { dueWeight, drawNext } from './method/next-statement';
import { opinionMap } from './method/opinion-map';
import { adjustedRand } from './method/rand-index';
import { seeded } from '@isegoria/kernel/contracts';
import { silhouette, distancesOf } from './method/silhouette';
import { eigen } from './method/symmetric';
import { meansOf, votesOf } from './method/votes';
import { camps } from './opinions.builders';

const mapOf = (...args: Parameters<typeof opinionMap>) => {
  const map = opinionMap(...args);
  if (!map) throw new Error('no map');
  return map;
};

describe('people who hold one of several opinions', () => {
  it.each([[[40, 40]], [[60, 25]], [[40, 30, 30]], [[300, 250, 200]]])('in camps of %j are found in their camps', (sizes) => {
    const { votes, campOf } = camps(sizes, { statements: 30, each: 20 });
    const map = mapOf(votes);
    expect(map.groups).toHaveLength(sizes.length);
    expect(adjustedRand(map.labels, [...map.rows].map((row) => campOf[row] ?? -1))).toBeGreaterThan(0.95);
  });

  it('come to the same map whenever it is made of the same answers', () => {
    const { votes } = camps([30, 30]);
    expect(mapOf(votes)).toEqual(mapOf(votes));
  });

  it('are on the map once they answered seven statements, or with the most diligent fifteen', () => {
    const { answers } = camps([20, 20], { each: 10 });
    const lazy = answers.filter(({ participant, statement }) => participant > 0 || statement < 3);
    expect([...mapOf(votesOf(lazy, 40, 20)).rows]).not.toContain(0);
    expect(mapOf(camps([10, 10], { each: 4 }).votes).rows).toHaveLength(15);
    expect(opinionMap(votesOf([{ participant: 0, statement: 0, value: 1 }], 1, 1))).toBeNull();
  });

  it('are not parted by a statement that a moderator took out', () => {
    const { answers, votes } = camps([30, 30]);
    const divisive = answers.concat(Array.from({ length: 60 }, (_, participant) => ({ participant, statement: 20, value: participant % 2 ? (1 as const) : (-1 as const) })));
    const map = mapOf(votesOf(divisive, 60, 21), { out: new Set([20]) });
    expect(map.axes[0][20]).toBe(0);
    expect(map.x).toEqual(mapOf(votes).x);
  });

  it('who all say the same are one crowd on one spot, and nothing breaks', () => {
    const same = Array.from({ length: 30 }, (_, participant) => Array.from({ length: 8 }, (_unused, statement) => ({ participant, statement, value: 1 as const }))).flat();
    const map = mapOf(votesOf(same, 30, 8));
    expect([...map.x, ...map.y].every((place) => place === 0)).toBe(true);
    expect(map.silhouette).toBeLessThanOrEqual(0);
  });
});

describe('a map that people look at', () => {
  const stranger = (participant: number) => Array.from({ length: 8 }, (_, statement) => ({ participant, statement, value: (statement % 3) - 1 }) as { participant: number; statement: number; value: -1 | 0 | 1 });

  it('keeps everybody in place when a stranger votes', () => {
    const { answers, votes } = camps([120, 100], { statements: 30, each: 20 });
    const before = mapOf(votes);
    const after = mapOf(votesOf([...answers, ...stranger(220)], 221, 30), { before: before.memory });
    const width = Math.max(...before.x) - Math.min(...before.x);
    const moved = [...before.x].map((x, at) => Math.hypot(x - (after.x[at] ?? 0), (before.y[at] ?? 0) - (after.y[at] ?? 0)));
    expect(Math.max(...moved)).toBeLessThan(width * 0.03);
    expect([...after.labels].slice(0, 220)).toEqual([...before.labels]);
  });

  it('does not mirror or rename itself, though the same answers could be drawn so', () => {
    const { votes } = camps([50, 40, 30], { statements: 30, each: 20 });
    const map = mapOf(votes);
    const mirrored = { ...map.memory, axes: [map.axes[0].map((value) => -value), map.axes[1]] as typeof map.axes, groups: { ...map.memory.groups, centres: map.memory.groups.centres.map(({ x, y }) => ({ x: -x, y })), names: [4, 2, 0] } };
    const again = mapOf(votes, { before: mirrored });
    again.x.forEach((x, at) => expect(x).toBeCloseTo(-(map.x[at] ?? 0), 6));
    expect(again.groups).toEqual([0, 2, 4]);
  });

  it('takes another number of groups only after four recomputations agree', () => {
    const two = camps([60, 60], { statements: 30, each: 20 });
    const three = camps([60, 60, 60], { statements: 30, each: 20 });
    let memory = mapOf(two.votes).memory;
    const counts = Array.from({ length: 5 }, () => {
      const map = mapOf(three.votes, { before: memory });
      memory = map.memory;
      return map.groups.length;
    });
    expect(counts).toEqual([2, 2, 2, 3, 3]);
  });
});

describe('the figures of groups', () => {
  const { votes } = camps([30, 20, 10]);
  const counts = countsByGroup(votes, (row) => (row < 30 ? 0 : row < 50 ? 1 : -1), 2);

  it('count each answer once, where its person stands, and nobody who stands in no group', () => {
    const counted = counts.flat().reduce((sum, { seen }) => sum + seen, 0);
    expect(counted).toBe(50 * 12);
    for (const { agrees, disagrees, seen } of counts.flat()) expect(agrees + disagrees).toBeLessThanOrEqual(seen);
  });

  it('call consensus only what every group holds', () => {
    const all = { agrees: 50, disagrees: 0, seen: 50 };
    expect(consensus([all, all], 'agree')).toBeCloseTo((51 / 52) ** 2, 12);
    expect(consensus([all, { agrees: 1, disagrees: 9, seen: 10 }], 'agree')).toBeCloseTo((51 / 52) * (2 / 12), 12);
    expect(share(0, 0)).toBe(0.5);
  });

  it('say which statements speak for a group, and none that moderators took out', () => {
    const found = representatives(counts, 0, { out: new Set(), most: 5 });
    expect(found.length).toBeGreaterThan(0);
    for (const { ratio, share: part } of found) expect(part > 0.5 && ratio > 1).toBe(true);
    expect(representatives(counts, 0, { out: new Set(found.map(({ statement }) => statement)), most: 5 }).map(({ statement }) => statement)).not.toContain(found[0]?.statement);
  });

  it('find no difference between two shares that are the same', () => {
    expect(ratioTest(9, 19, 9, 19)).toBe(0);
    expect(ratioTest(19, 19, 19, 19)).toBe(0);
  });
});

describe('the next statement', () => {
  it('is sooner a new one, and later one that everybody passes', () => {
    const old = { agrees: 50, passes: 10, seen: 100, extremity: 1 };
    expect(dueWeight({ agrees: 0, passes: 0, seen: 0, extremity: 0 })).toBeGreaterThan(dueWeight(old));
    expect(dueWeight({ ...old, passes: 90 })).toBeLessThan(dueWeight(old));
    expect(dueWeight({ ...old, extremity: 3 })).toBeGreaterThan(dueWeight(old));
  });

  it('is drawn in proportion to what is due, the same for the same seed', () => {
    const chance = seeded(3);
    const drawn = Array.from({ length: 4000 }, () => drawNext([1, 3, 0], chance));
    expect(drawn.filter((at) => at === 1).length / 4000).toBeCloseTo(0.75, 1);
    expect(drawn).not.toContain(2);
    expect(drawNext([], chance)).toBeNull();
    expect(drawNext([5, 5], seeded(9))).toBe(drawNext([5, 5], seeded(9)));
  });
});

describe('our own linear algebra', () => {
  const square = fc.integer({ min: 1, max: 7 }).chain((size) => fc.array(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }));

  it('finds vectors that a symmetric matrix only stretches', () => {
    fc.assert(fc.property(square, (any) => {
      const matrix = any.map((row, i) => row.map((value, j) => (value + (any[j]?.[i] ?? 0)) / 2));
      for (const { value, vector } of eigen(matrix)) matrix.forEach((row, i) => expect(row.reduce((sum, cell, j) => sum + cell * (vector[j] ?? 0), 0)).toBeCloseTo(value * (vector[i] ?? 0), 6));
    }));
  });

  it('finds the axes that the whole covariance matrix has', () => {
    const { votes } = camps([25, 20, 15], { statements: 12, each: 9, seed: 4 });
    const means = meansOf(votes);
    const covariance = Array.from({ length: 12 }, () => new Array<number>(12).fill(0));
    for (let row = 0; row < 60; row++) {
      const centred = new Array<number>(12).fill(0);
      for (let entry = votes.starts[row] ?? 0; entry < (votes.starts[row + 1] ?? 0); entry++) centred[votes.columns[entry] ?? 0] = (votes.values[entry] ?? 0) - (means[votes.columns[entry] ?? 0] ?? 0);
      covariance.forEach((line, i) => centred.forEach((value, j) => (line[j] = (line[j] ?? 0) + (centred[i] ?? 0) * value)));
    }
    const exact = eigen(covariance);
    principalAxes(votes, means, null).forEach((axis, at) => {
      const along = axis.reduce((sum, value, column) => sum + value * (exact[at]?.vector[column] ?? 0), 0);
      expect(Math.abs(along)).toBeCloseTo(1, 8);
    });
  });

  it('gives two tight pairs a silhouette near 1, and counts people on one point as many', () => {
    const points = { x: Float64Array.of(0, 0.1, 10, 10.1), y: Float64Array.of(0, 0, 0, 0) };
    expect(silhouette(distancesOf(points), Float64Array.of(1, 1, 1, 1), Uint16Array.of(0, 0, 1, 1), 2)).toBeCloseTo(0.99, 3);
    const together = { x: Float64Array.of(0, 3), y: Float64Array.of(0, 4) };
    expect(silhouette(distancesOf(together), Float64Array.of(2, 2), Uint16Array.of(0, 1), 2)).toBe(1);
  });
});
