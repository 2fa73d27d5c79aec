import { BrokenLog, checkedEntries, type LogFiles, openLog, parseLeaf, type Remembered } from '@isegoria/ledger/contracts';
import type { Beside } from './audit';

/**
 * What the ledger says of one box, out of its own files, every one of which is held against the root that its key signed: the key remembered from before, where there is one.
 * A file that does not come is the caller's to tell.
 */
export async function boxInLedger(files: LogFiles, ballotId: string, remembered: Pick<Remembered, 'key'> | null): Promise<NonNullable<Beside['ledger']>> {
  const found: { commitments: string[]; digest: string | null } = { commitments: [], digest: null };
  try {
    const { checkpoint } = await openLog(files, remembered);
    for await (const entries of checkedEntries(files, checkpoint)) {
      for (const leaf of entries.map(parseLeaf)) {
        if (leaf?.type === 'vote' && leaf.ballot === ballotId && 'commitment' in leaf) found.commitments.push(leaf.commitment);
        if (leaf?.type === 'act' && leaf.act === 'ballot.opened' && leaf.body?.['ballot'] === ballotId && typeof leaf.body['digest'] === 'string') found.digest = leaf.body['digest'];
      }
    }
    return found;
  } catch (error) {
    if (error instanceof BrokenLog) return 'broken';
    throw error;
  }
}
