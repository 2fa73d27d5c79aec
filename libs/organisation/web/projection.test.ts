import { describe, expect, it } from 'vitest';
import { pathOf, projectionOf } from './projection';

const outline = [[23, 37.9], [23.1, 37.9], [23.1, 38], [23, 38]];

describe('the drawing of the city', () => {
  it('leads from the earth to the picture and back to the same point', () => {
    const projection = projectionOf([{ outline }]);
    const { x, y } = projection?.draw({ lat: 37.95, lng: 23.04 }) ?? { x: 0, y: 0 };
    const back = projection?.locate(x, y);
    expect(back?.lat).toBeCloseTo(37.95, 9);
    expect(back?.lng).toBeCloseTo(23.04, 9);
  });

  it('has the north on top and the east on the right', () => {
    const projection = projectionOf([{ outline }]);
    const northEast = projection?.draw({ lat: 38, lng: 23.1 });
    const southWest = projection?.draw({ lat: 37.9, lng: 23 });
    expect(northEast?.y).toBeLessThan(southWest?.y ?? 0);
    expect(northEast?.x).toBeGreaterThan(southWest?.x ?? 0);
  });

  it('is no drawing where nobody has drawn a district', () => {
    expect(projectionOf([{ outline: [] }])).toBeNull();
    const projection = projectionOf([{ outline }, { outline: [] }]);
    expect(projection && pathOf({ outline: [] }, projection)).toBe('');
  });
});
