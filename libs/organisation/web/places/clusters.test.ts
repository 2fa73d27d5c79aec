import { describe, expect, it } from 'vitest';
import { clustersOf, nextTowards } from './clusters';

const at = (x: number, y: number) => ({ x, y });

describe('pins of a map', () => {
  it('that lie on each other become one, and no two of those that are left lie so near', () => {
    const pins = Array.from({ length: 2000 }, (_, index) => at((index * 37.7) % 600, (index * 91.3) % 400));
    const clusters = clustersOf(pins, 40);
    expect(clusters.flatMap(({ things }) => things)).toHaveLength(2000);
    for (const one of clusters) for (const other of clusters) if (one !== other) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(40);
  });

  it('stand where the first of them stands', () => {
    expect(clustersOf([at(10, 10), at(12, 10), at(300, 10)], 30)).toEqual([{ x: 10, y: 10, things: [at(10, 10), at(12, 10)] }, { x: 300, y: 10, things: [at(300, 10)] }]);
  });

  it('are walked by arrow keys: to the nearest in that direction, and nowhere at the edge', () => {
    const [left, middle, right, under] = [at(0, 0), at(50, 5), at(100, 0), at(50, 80)];
    const all = [left, middle, right, under];
    expect(nextTowards(all, left, 'ArrowRight')).toBe(middle);
    expect(nextTowards(all, middle, 'ArrowDown')).toBe(under);
    expect(nextTowards(all, right, 'ArrowRight')).toBeNull();
    expect(nextTowards(all, middle, 'Enter')).toBeNull();
  });
});
