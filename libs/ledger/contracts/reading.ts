import { isSame } from './bytes';
import type { Checkpoint } from './checkpoint';
import { BrokenLog, type LogFiles } from './follow';
import { emptyRoot, leafHash, rangeHash, readOver } from './merkle';
import { entriesOf, hashesOf, tilePath, tileWidth } from './tiles';

/** A tile of the log's leaves as it lies there: the hashes of the tree, and beside them the entries that should make them. */
export interface LeafTile {
  index: number;
  /** How many of both there should be. */
  width: number;
  hashes: Uint8Array[];
  entries: Uint8Array[];
}

const atOnce = 8;

/** The tiles from the one that holds a place to the end, in order. Nothing of them is believed yet. */
export async function* leafTiles(files: LogFiles, { from, size }: { from: number; size: number }): AsyncGenerator<LeafTile> {
  for (let first = Math.floor(from / tileWidth); first * tileWidth < size; first += atOnce) {
    const indexes = Array.from({ length: atOnce }, (_, at) => first + at).filter((index) => index * tileWidth < size);
    yield* await Promise.all(indexes.map((index) => leafTile(files, index, Math.min(tileWidth, size - index * tileWidth))));
  }
}

/** Every entry of the log, in order. Throws where one is not what its hash in the tree says, and at the end where the hashes do not make the signed root. */
export async function* checkedEntries(files: LogFiles, { size, root }: Checkpoint): AsyncGenerator<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const { index, width, hashes, entries } of leafTiles(files, { from: 0, size })) {
    const isRight = hashes.length === width && entries.length === width && entries.every((entry, at) => isSame(leafHash(entry), hashes[at] ?? emptyRoot));
    if (!isRight) throw new BrokenLog('tile', `the entries of the tile ${index} are not those whose hashes are in the tree`);
    all.push(...hashes);
    yield entries;
  }
  if (!hasRoot(all, root)) throw new BrokenLog('root', 'the leaves do not make the root that is signed');
}

/** Whether the hashes of leaves make this root. */
function hasRoot(hashes: readonly Uint8Array[], root: Uint8Array): boolean {
  return isSame(rangeHash(readOver(hashes), { start: 0, end: hashes.length }), root);
}

async function leafTile(files: LogFiles, index: number, width: number): Promise<LeafTile> {
  const [tile, bundle] = await Promise.all([files.bytes(tilePath({ level: 0, index, width })), files.bytes(tilePath({ level: 'entries', index, width }))]);
  return { index, width, hashes: hashesOf(tile) ?? [], entries: entriesOf(bundle) ?? [] };
}
