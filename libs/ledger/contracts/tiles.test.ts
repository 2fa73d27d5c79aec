import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundle, entriesOf, indexPath, parseTilePath, tilePath, tilesFor, widthIn } from './tiles';

describe('the address of a tile', () => {
  it('is written as the convention writes it', () => {
    expect(indexPath(1_234_067)).toBe('x001/x234/067');
    expect(indexPath(0)).toBe('000');
    expect(tilePath({ level: 1, index: 5, width: 17 })).toBe('tile/1/005.p/17');
    expect(tilePath({ level: 'entries', index: 1000, width: 256 })).toBe('tile/entries/x001/000');
  });

  it('is read back, and only in the one way of writing it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(63), fc.constant('entries' as const)), fc.nat(2 ** 40), fc.integer({ min: 1, max: 256 }), (level, index, width) => {
        const path = tilePath({ level, index, width }).slice('tile/'.length);
        expect(parseTilePath(path)).toEqual({ level, index, width });
        expect(parseTilePath(path.replace('/', '/0'))).toBeNull();
        expect(parseTilePath(`${path}/`)).toBeNull();
      }),
    );
    for (const wrong of ['', '0/1', '64/000', '01/000', '0/x000/001', '0/000.p/256', '0/000.p/07', '0/000.p/0', 'data/000', '../vkey']) expect(parseTilePath(wrong)).toBeNull();
  });

  it('names as many hashes as the tree has there', () => {
    // The example of the convention: a tree of 70,000.
    expect([0, 272, 273, 274].map((index) => widthIn(70_000, { level: 0, index }))).toEqual([256, 256, 112, 0]);
    expect([0, 1].map((index) => widthIn(70_000, { level: 1, index }))).toEqual([256, 17]);
    expect(widthIn(70_000, { level: 2, index: 0 })).toBe(1);
    expect(tilesFor([{ start: 0, end: 70_000 }], 70_000)).toHaveLength(3);
  });
});

describe('a bundle of entries', () => {
  it('gives back what was put in, and nothing where it is cut off', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1, maxLength: 9 }), (entries) => {
        expect(entriesOf(bundle(entries))).toEqual(entries);
        expect(entriesOf(bundle([...entries, Uint8Array.of(1)]).slice(0, -1))).toBeNull();
      }),
    );
  });
});
