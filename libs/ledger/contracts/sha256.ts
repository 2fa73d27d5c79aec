import { sha256 as portable } from '@noble/hashes/sha2.js';

type Hash = (bytes: Uint8Array) => Uint8Array;

let fastest: Hash = portable;

/** SHA-256 (FIPS 180-4), as the tree and its leaves are hashed. At once, as no browser's own cryptography is. */
export const sha256: Hash = (bytes) => fastest(bytes);

/** Where the platform has a SHA-256 of its own that answers at once, the ledger hashes by it: a server does, some four times as fast. */
export function hashWith(native: Hash): void {
  fastest = native;
}
