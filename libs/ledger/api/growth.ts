import { portions } from '@isegoria/kernel/contracts';
import { rangeHash, readFrom, rootOver, tileKey, tileWidth } from '@isegoria/ledger/contracts';

/** The right edge of a tree: of each level the hashes of the tile that is not full yet. All that is needed to grow it. */
export interface Edge {
  size: number;
  levels: Uint8Array[][];
}

/** A tile that grew: all its hashes, and how many it had before. */
export interface GrownTile {
  level: number;
  index: number;
  hashes: Uint8Array[];
  before: number;
}

/** The tree with more leaves. What it costs follows from the new leaves, not from those that stand there. */
export function grow({ size, levels }: Edge, leaves: readonly Uint8Array[]): { edge: Edge; tiles: GrownTile[] } {
  const edge = { size: size + leaves.length, levels: levels.map((hashes) => [...hashes]) };
  const tiles: GrownTile[] = [];
  let coming = leaves;
  for (let level = 0; coming.length > 0; level += 1) {
    const before = edge.levels[level] ?? [];
    const first = Math.floor(size / tileWidth ** (level + 1));
    const all = [...before, ...coming];
    const parts = portions(all, tileWidth);
    tiles.push(...parts.map((hashes, at) => ({ level, index: first + at, hashes, before: at === 0 ? before.length : 0 })));
    edge.levels[level] = parts.find(({ length }) => length < tileWidth) ?? [];
    coming = parts.filter(({ length }) => length === tileWidth).map(rootOver);
  }
  return { edge, tiles };
}

/** The root of the tree: over the whole subtrees of its right edge. */
export function rootOf({ size, levels }: Edge): Uint8Array {
  return rangeHash(readFrom(edgeTiles(size, levels)), { start: 0, end: size });
}

/** The tiles of the right edge of a tree of this size: which of each level, and how many hashes it has. */
export function edgeOf(size: number): { level: number; index: number; width: number }[] {
  const edge: { level: number; index: number; width: number }[] = [];
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / tileWidth)) {
    edge.push({ level, index: Math.floor(hashes / tileWidth), width: hashes % tileWidth });
  }
  return edge;
}

function edgeTiles(size: number, levels: readonly Uint8Array[][]): Map<string, Uint8Array[]> {
  return new Map(edgeOf(size).map(({ level, index }) => [tileKey(level, index), levels[level] ?? []]));
}
