import { concatBytes } from './bytes';
import { type Range, type ReadHash, rootOver, subtreesOf } from './merkle';

/** The tree as tiles of 256 hashes, after https://c2sp.org/tlog-tiles. A tile of level L holds the roots of whole tiles of level L - 1. */
export interface Tile {
  level: number;
  index: number;
  /** How many hashes: 256, or fewer on the right edge. */
  width: number;
}

export const tileWidth = 256;

/** `x001/x234/067` for 1234067. */
export function indexPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** `/ledger/tile/…` without what stands before the level; of a bundle of entries the level is `entries`. */
export function tilePath({ level, index, width }: { level: number | 'entries'; index: number; width: number }): string {
  return `tile/${level}/${indexPath(index)}${width < tileWidth ? `.p/${width}` : ''}`;
}

/** What a path after `tile/` names; null where it names nothing, or is not written the one way that it may be. */
export function parseTilePath(path: string): { level: number | 'entries'; index: number; width: number } | null {
  const [, first = '', groups = '', partial] = /^(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  const level = first === 'entries' ? first : Number(first);
  const [index, width] = [Number(groups.replace(/[x/]/g, '')), partial === undefined ? tileWidth : Number(partial)];
  const isRight = first !== '' && level !== 64 && Number.isSafeInteger(index) && width >= 1 && (partial === undefined || width < tileWidth);
  return isRight && tilePath({ level, index, width }) === `tile/${path}` && (level === 'entries' || level < 64) ? { level, index, width } : null;
}

/** How many hashes a tile has in a tree of this size; 0 where there is none. */
export function widthIn(size: number, { level, index }: { level: number | 'entries'; index: number }): number {
  const hashes = Math.floor(size / tileWidth ** (level === 'entries' ? 0 : level));
  return Math.max(0, Math.min(tileWidth, hashes - index * tileWidth));
}

/** The tiles from which the hashes over these ranges are made, in a tree of this size, each once. */
export function tilesFor(ranges: readonly Range[], size: number): Tile[] {
  const tiles = new Map<string, Tile>();
  for (const { height, index } of ranges.flatMap(subtreesOf)) {
    const { level, tile } = placeOf(height, index);
    tiles.set(tileKey(level, tile), { level, index: tile, width: widthIn(size, { level, index: tile }) });
  }
  return [...tiles.values()];
}

/** Reads the hash of any whole subtree from tiles, by their keys. */
export function readFrom(tiles: ReadonlyMap<string, readonly Uint8Array[]>): ReadHash {
  return (height, index) => {
    const { level, tile, from, count } = placeOf(height, index);
    const hashes = tiles.get(tileKey(level, tile))?.slice(from, from + count);
    if (hashes?.length !== count) throw new RangeError(`the tile ${tileKey(level, tile)} is not here`);
    return rootOver(hashes);
  };
}

export const tileKey = (level: number, index: number): string => `${level}/${index}`;

/** Where the hash of a subtree comes from: a tile, the first hash in it, and how many. */
function placeOf(height: number, index: number) {
  const level = Math.floor(height / 8);
  const count = 2 ** (height % 8);
  const first = index * count;
  return { level, tile: Math.floor(first / tileWidth), from: first % tileWidth, count };
}

/** The 32-byte hashes of a tile; null where it is cut off. */
export function hashesOf(tile: Uint8Array): Uint8Array[] | null {
  if (tile.length % 32 !== 0) return null;
  return Array.from({ length: tile.length / 32 }, (_, at) => tile.slice(at * 32, at * 32 + 32));
}

/** Entries one after the other, each with its length before it in two bytes, the greater first. */
export function bundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 255), entry]));
}

/** The entries of a bundle; null where it is cut off. */
export function entriesOf(bytes: Uint8Array): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 2 + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    if (at + 2 > bytes.length || end > bytes.length) return null;
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  return entries;
}
