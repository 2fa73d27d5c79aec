import { base64, fromBase64, isSame } from './bytes';
import { type Checkpoint, openCheckpoint } from './checkpoint';
import { emptyRoot, isContinued, proofRanges, prove, type Range, rangeHash } from './merkle';
import { type Note, type NoteKey, parseVerifierKey } from './note';
import { hashesOf, readFrom, tileKey, tilePath, tilesFor } from './tiles';

/** Following a log: what a citizen's browser and `isegoria verify` do alike. Nothing here believes the server. */

/** The files of a log, by their paths under its address. */
export interface LogFiles {
  text(path: string): Promise<string>;
  bytes(path: string): Promise<Uint8Array>;
}

/** What a follower keeps from one look to the next. */
export interface Remembered {
  /** The verifier key. */
  key: string;
  size: number;
  /** base64. */
  root: string;
}

/** What can be wrong with a log. */
export type LogFault = 'key' | 'key_changed' | 'signature' | 'smaller' | 'another_root' | 'not_continued' | 'root' | 'tile';

/** The log is not what it says it is. */
export class BrokenLog extends Error {
  constructor(
    readonly fault: LogFault,
    message: string,
  ) {
    super(message);
  }
}

export interface OpenLog {
  verifierKey: string;
  key: NoteKey;
  checkpoint: Checkpoint;
  note: Note;
}

/** The checkpoint that the log's key signed; the key is the remembered one, or believed on first sight. */
export async function openLog(files: LogFiles, remembered: Pick<Remembered, 'key'> | null): Promise<OpenLog> {
  const verifierKey = (await files.text('vkey')).trim();
  const key = parseVerifierKey(verifierKey);
  if (!key) throw new BrokenLog('key', 'the key at /ledger/vkey is no verifier key');
  if (remembered && remembered.key !== verifierKey) throw new BrokenLog('key_changed', `the log has another key (${verifierKey}) than the one seen first (${remembered.key})`);
  const opened = openCheckpoint(await files.text('checkpoint'), key);
  if (!opened) throw new BrokenLog('signature', 'the checkpoint is not signed by the key of the log');
  return { verifierKey, key, ...opened };
}

/** That the log of now is the one seen before, with nothing changed and only more at its end. */
export async function checkContinuation(files: LogFiles, remembered: Remembered, newer: Checkpoint): Promise<void> {
  const { size, root } = { size: remembered.size, root: fromBase64(remembered.root) ?? emptyRoot };
  if (newer.size < size) throw new BrokenLog('smaller', `the log had ${size} leaves when it was seen before, and has ${newer.size} now`);
  if (size === 0) return;
  if (newer.size === size && !isSame(newer.root, root)) {
    throw new BrokenLog('another_root', `two roots were signed for ${size} leaves: ${remembered.root} was seen before, ${base64(newer.root)} is shown now`);
  }
  const subtree = { start: 0, end: size };
  const tiles = await tilesOver(files, proofRanges(subtree, newer.size), newer.size);
  const proof = prove(readFrom(tiles), subtree, newer.size);
  if (!isContinued({ older: { size, root }, newer, proof })) throw new BrokenLog('not_continued', `the log is not a continuation of the one seen before at ${size} leaves`);
}

/** That the tiles make the root that is signed. */
export async function checkRoot(files: LogFiles, { size, root }: Checkpoint): Promise<void> {
  const whole = { start: 0, end: size };
  const found = rangeHash(readFrom(await tilesOver(files, [whole], size)), whole);
  if (!isSame(found, root)) throw new BrokenLog('root', `the tiles make the root ${base64(found)}, but ${base64(root)} is signed`);
}

/** The tiles of which the hashes over these ranges are made. */
export async function tilesOver(files: LogFiles, ranges: readonly Range[], size: number): Promise<Map<string, Uint8Array[]>> {
  const wanted = tilesFor(ranges, size);
  const found = await Promise.all(
    wanted.map(async (tile) => {
      const hashes = hashesOf(await files.bytes(tilePath(tile)));
      if (hashes?.length !== tile.width) throw new BrokenLog('tile', `the tile ${tilePath(tile)} is not ${tile.width} hashes long`);
      return [tileKey(tile.level, tile.index), hashes] as const;
    }),
  );
  return new Map(found);
}
