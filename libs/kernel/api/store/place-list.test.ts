import { describe, expect, it } from 'vitest';
import { freePlaces, hasRoom } from './place-list';

describe('a list of places', () => {
  it('overtakes nobody who waits, also where a place has just become free', () => {
    expect(hasRoom({ places: null, registered: 900, waiting: 0 })).toBe(true);
    expect(hasRoom({ places: 3, registered: 2, waiting: 0 })).toBe(true);
    expect(hasRoom({ places: 3, registered: 3, waiting: 0 })).toBe(false);
    expect(hasRoom({ places: 3, registered: 2, waiting: 1 })).toBe(false);
  });

  it('moves up as far as there are places', () => {
    expect(freePlaces({ places: 3, registered: 2, waiting: 5 })).toBe(1);
    expect(freePlaces({ places: 3, registered: 4, waiting: 5 })).toBe(0);
    expect(freePlaces({ places: null, registered: 3, waiting: 2 })).toBe(2);
  });
});
