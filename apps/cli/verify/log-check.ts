import {
  base64, BrokenLog, type Checkpoint, checkContinuation, type Difference, differences, emptyRoot, isSame, type Leaf, leafHash, type LeafTile, leafTiles, type LogFiles, parseLeaf, readOver,
  rangeHash, tileWidth,
} from '@isegoria/ledger/contracts';
import { type Memory, printOf, printsOf } from './memory';
import type { Problem, ProblemKind } from './report';

/** The log as it was read: the hashes of its tiles, how many entries could not be understood, and what is wrong with them. */
export interface ReadLog {
  hashes: Uint8Array[];
  unknown: number;
  problems: Problem[];
}

/** What is done with each leaf as it comes by: a million of them need not be kept. */
export interface Reading {
  onLeaf(leaf: Leaf): void;
  progress?(done: number, total: number): void;
}

/** Reads leaves from a place to the end, and holds the entries against the tiles. */
export async function readLeaves(files: LogFiles, { from, size }: { from: number; size: number }, { onLeaf, progress }: Reading): Promise<ReadLog> {
  const read: ReadLog = { hashes: [], unknown: 0, problems: [] };
  for await (const tile of leafTiles(files, { from, size })) {
    const skip = Math.max(0, from - tile.index * tileWidth);
    for (const hash of tile.hashes.slice(skip)) read.hashes.push(hash);
    read.problems.push(...problemsOf(tile));
    for (const leaf of tile.entries.slice(skip).map(parseLeaf)) {
      if (leaf) onLeaf(leaf);
      else read.unknown += 1;
    }
    progress?.(tile.index + 1, Math.ceil(size / tileWidth));
  }
  if (read.unknown > 0) read.problems.push({ kind: 'leaf_unknown', says: `${read.unknown} of the leaves are not written in a way that is known here, and cannot be counted.` });
  return read;
}

/** That the leaves make the signed root, and which tile does not fit where they do not. */
export function checkTree(hashes: readonly Uint8Array[], { size, root }: Checkpoint): Problem[] {
  const found = hashes.length > 0 ? rangeHash(readOver(hashes), { start: 0, end: hashes.length }) : emptyRoot;
  if (isSame(found, root)) return [];
  return [{ kind: 'root', says: `The ${size} leaves make the root ${base64(found)}, but ${base64(root)} is signed: the tiles were tampered with.` }];
}

/** That what was seen before is there still, leaf by leaf. */
export async function checkPast(files: LogFiles, memory: Memory, checkpoint: Checkpoint, hashes: readonly Uint8Array[]): Promise<Problem[]> {
  const before = printsOf(memory);
  const problems = differences(before, hashes.slice(0, Math.max(before.length, 0)).map(printOf)).filter(({ kind }) => kind !== 'added');
  const added = before.length > 0 ? addedBefore(before, hashes.map(printOf)) : [];
  const named = [...problems, ...added].map((difference) => said(difference, 0, 'than when it was seen before'));
  try {
    await checkContinuation(files, memory, checkpoint);
  } catch (error) {
    if (!(error instanceof BrokenLog)) throw error;
    return [{ kind: error.fault, says: `${capital(error.message)}.` }, ...named];
  }
  return named;
}

/** New leaves that stand before old ones: the log may only grow at its end. */
function addedBefore(before: readonly string[], now: readonly string[]): Difference[] {
  const last = now.lastIndexOf(before.at(-1) ?? '');
  return differences(before, now.slice(0, last + 1)).filter(({ kind }) => kind === 'added');
}

function problemsOf({ index, width, hashes, entries }: LeafTile): Problem[] {
  const short: Problem[] = hashes.length === width ? [] : [{ kind: 'tile', says: `The tile ${index} holds ${hashes.length} hashes where the log has ${width}.` }];
  const found = differences(hashes.map(base64), entries.map((entry) => base64(leafHash(entry))));
  return [...short, ...found.map((one) => said(one, index * tileWidth, 'than the one whose hash is in the tree'))];
}

function said(difference: Difference, offset: number, than: string): Problem {
  const at = difference.at + offset;
  if (difference.kind === 'swapped') return { kind: 'leaves_swapped', says: `The leaves ${at} and ${difference.with + offset} were swapped.` };
  const sentences: Record<Exclude<Difference['kind'], 'swapped'>, [ProblemKind, string]> = {
    changed: ['leaf_changed', `The leaf ${at} was changed: it is another one ${than}.`],
    dropped: ['leaf_dropped', `The leaf ${at} was dropped: it stood in the log and is not there now.`],
    added: ['leaf_added', `A leaf was added at ${at}, where none may come in.`],
    moved: ['leaf_moved', `The leaf ${at} stands elsewhere ${than}.`],
  };
  const [kind, says] = sentences[difference.kind];
  return { kind, says };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
