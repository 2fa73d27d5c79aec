import { describe, expect, it } from 'vitest';
import { centreOf, contains, districtOf } from './geometry';

const square = [[23, 38], [24, 38], [24, 39], [23, 39]];
const hook = [[0, 0], [4, 0], [4, 4], [3, 4], [3, 1], [0, 1]];

describe('a point on the map', () => {
  it('lies in the district whose outline surrounds it', () => {
    const districts = [{ id: 'drawn', outline: square }, { id: 'not drawn', outline: [] }];
    expect(districtOf(districts, { lng: 23.5, lat: 38.5 })?.id).toBe('drawn');
    expect(districtOf(districts, { lng: 25, lat: 38.5 })).toBeNull();
  });

  it('is not taken into the hollow of a bent outline', () => {
    expect(contains(hook, { lng: 1, lat: 3 })).toBe(false);
    expect(contains(hook, { lng: 3.5, lat: 3 })).toBe(true);
  });

  it('counts a closed ring, which names its first corner twice, as an open one', () => {
    const closed = [...square, ...square.slice(0, 1)];
    expect(contains(closed, { lng: 23.5, lat: 38.5 })).toBe(true);
    expect(centreOf(closed)).toEqual(centreOf(square));
  });

  it('has a centre only where somebody has drawn the outline', () => {
    expect(centreOf(square)?.lat).toBeCloseTo(38.5);
    expect(centreOf([])).toBeNull();
  });
});
