import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Remembered } from '@isegoria/ledger/contracts';
import { z } from 'zod';

/** What a verifier keeps: the key seen first, the checkpoint seen last, and the first bytes of every leaf's hash, so that it can name what changed. */
export interface Memory extends Remembered {
  /** base64, `printBytes` of each leaf. */
  prints: string;
}

/** Enough to tell one leaf of a city's from another; a million leaves take five megabytes. */
export const printBytes = 4;

const memory = z.object({ key: z.string(), size: z.number(), root: z.string(), prints: z.string() });

export function recall(path: string | null): Memory | null {
  if (!path || !existsSync(path)) return null;
  try {
    return memory.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`${path} is not a state file of this command`, { cause });
  }
}

/** Written beside and then renamed: a verifier that is stopped keeps what it knew. */
export function remember(path: string, seen: Memory): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(seen)}\n`);
  renameSync(`${path}.new`, path);
}

export function printOf(hash: Uint8Array): string {
  return Buffer.from(hash.subarray(0, printBytes)).toString('hex');
}

export function printsOf({ prints }: Memory): string[] {
  const bytes = Buffer.from(prints, 'base64');
  return Array.from({ length: Math.floor(bytes.length / printBytes) }, (_, at) => bytes.subarray(at * printBytes, (at + 1) * printBytes).toString('hex'));
}

export function packed(hashes: readonly Uint8Array[]): string {
  return Buffer.concat(hashes.map((hash) => hash.subarray(0, printBytes))).toString('base64');
}
