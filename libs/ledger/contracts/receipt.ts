import { fromBase64, isSame } from './bytes';
import { checkRoot, type LogFiles, openLog, type Remembered, tilesOver } from './follow';
import { isIncluded, proofRanges, prove } from './merkle';
import { openPromise, type SignedPromise } from './promise';
import { readFrom } from './tiles';

/** What a receipt turns out to be. It says that the vote is in; never which it is. */
export type ReceiptState =
  | { state: 'in'; index: number; size: number; path: Uint8Array[] }
  | { state: 'waiting'; promisedAt: Date }
  | { state: 'broken_promise'; promisedAt: Date }
  | { state: 'no_promise' }
  | { state: 'not_in' };

/** How far ahead of a reader's clock a promise may seem to have been given. One from the far future would never be broken. */
const longestAheadMs = 120_000;

/**
 * Checks a receipt without believing the server: the promise's signature, then the way from the leaf over the tiles to the root
 * that is signed. `find` may say where the leaf stands; a wrong answer proves nothing. Without a promise, the leaf's hash alone.
 */
export async function checkReceipt(
  files: LogFiles,
  { leafHash, promise, remembered = null, find, now }: { leafHash: string; promise: SignedPromise | null; remembered?: Pick<Remembered, 'key'> | null; find(hash: string): Promise<number | null>; now: Date },
): Promise<ReceiptState> {
  const log = await openLog(files, remembered);
  const { size } = log.checkpoint;
  const word = promise && promise.leafHash === leafHash ? openPromise(promise, log.key) : null;
  if (promise && !word) return { state: 'no_promise' };
  const index = await find(leafHash);
  const path = index !== null && index < size ? await pathOf(files, { leafHash, index }, log.checkpoint) : null;
  if (path && index !== null) return { state: 'in', index, size, path };
  if (!word) return { state: 'not_in' };
  const promisedAt = new Date(word.time * 1000);
  if (promisedAt.getTime() > now.getTime() + longestAheadMs) return { state: 'no_promise' };
  // A second is lost where the promise's time was cut, another while the checkpoint may be kept on the way.
  const isDue = now.getTime() > promisedAt.getTime() + (word.within + 2) * 1000;
  return { state: isDue ? 'broken_promise' : 'waiting', promisedAt };
}

/** The hashes beside the leaf's way to the signed root, read from the tiles; null where they do not lead there. */
async function pathOf(files: LogFiles, { leafHash, index }: { leafHash: string; index: number }, checkpoint: { origin: string; size: number; root: Uint8Array }): Promise<Uint8Array[] | null> {
  const { size, root } = checkpoint;
  const leaf = fromBase64(leafHash);
  const range = { start: index, end: index + 1 };
  const tiles = await tilesOver(files, [range, ...proofRanges(range, size)], size);
  const read = readFrom(tiles);
  if (!leaf || !isSame(read(0, index), leaf)) return null;
  await checkRoot(files, checkpoint);
  const proof = prove(read, range, size);
  return isIncluded({ leaf, index, size, root, proof }) ? proof : null;
}
