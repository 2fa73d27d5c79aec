import { entriesOf, type LogFiles, openLog, parseLeaf, tilePath, tileWidth } from '@isegoria/ledger/contracts';
import type { Beside } from './audit';

const atOnce = 8;

/** What the ledger says of one box, out of its own files: the commitments of its votes in their order, and the digest that was logged when it was opened. */
export async function boxInLedger(files: LogFiles, ballotId: string, tell?: (done: number, total: number) => void): Promise<NonNullable<Beside['ledger']>> {
  const { size } = (await openLog(files, null)).checkpoint;
  const tiles = Array.from({ length: Math.ceil(size / tileWidth) }, (_, index) => ({ level: 'entries' as const, index, width: Math.min(tileWidth, size - index * tileWidth) }));
  const found: { commitments: string[]; digest: string | null } = { commitments: [], digest: null };
  for (let at = 0; at < tiles.length; at += atOnce) {
    const bundles = await Promise.all(tiles.slice(at, at + atOnce).map((tile) => files.bytes(tilePath(tile))));
    for (const leaf of bundles.flatMap((bytes) => entriesOf(bytes) ?? []).map(parseLeaf)) {
      if (leaf?.type === 'vote' && leaf.ballot === ballotId && 'commitment' in leaf) found.commitments.push(leaf.commitment);
      if (leaf?.type === 'act' && leaf.act === 'ballot.opened' && leaf.body?.['ballot'] === ballotId && typeof leaf.body['digest'] === 'string') found.digest = leaf.body['digest'];
    }
    tell?.(Math.min(at + atOnce, tiles.length), tiles.length);
  }
  return found;
}
