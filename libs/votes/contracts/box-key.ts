import { base64url, fromBase64url, sha256, utf8ToBytes } from '@isegoria/ledger/contracts';
import { type BoxKey, isKeyOf, makeBoxKey } from './seal';

/** A box's key has so many parts, and any so many of them make it. */
export const trusteeCount = 3;
export const trusteesNeeded = 2;

/** What becomes of a new key: the public half, the trustees' shares, and by what the city will know each share again. */
export interface NewBoxKey {
  publicKey: string;
  /** One for each trustee, to be kept by nobody else. */
  shares: string[];
  /** base64url SHA-256 of each share. */
  digests: string[];
}

/** Makes a key and splits it at once (Shamir's scheme); the whole one is forgotten before this returns. */
export async function newBoxKey(ballotId: string): Promise<NewBoxKey> {
  const { split } = await import('shamir-secret-sharing');
  const { publicKey, key } = await makeBoxKey();
  const parts = await split(key, trusteeCount, trusteesNeeded);
  key.fill(0);
  const shares = parts.map((part, at) => shareText(ballotId, at + 1, part));
  return { publicKey, shares, digests: shares.map(shareDigest) };
}

/** The key of which these are two shares; null where they are not those of this box. */
export async function joinedKey(publicKey: string, shares: readonly string[]): Promise<BoxKey | null> {
  const { combine } = await import('shamir-secret-sharing');
  const parts = shares.map((share) => fromBase64url(share.trim().split('.').at(-1) ?? ''));
  try {
    const key = await combine(parts);
    return (await isKeyOf(publicKey, key)) ? key : null;
  } catch {
    return null;
  }
}

/** By what a share is known again. It is as hard to guess as the share itself. */
export function shareDigest(share: string): string {
  return base64url(sha256(utf8ToBytes(share.trim())));
}

/** As a trustee keeps it, in one line: whose box, which of the shares, and the share. */
function shareText(ballotId: string, number: number, part: Uint8Array): string {
  return `isegoria-share.${base64url(utf8ToBytes(ballotId))}.${number}.${base64url(part)}`;
}
