import { BrokenLog, checkContinuation, type LogFiles, openLog, type Remembered } from '@isegoria/ledger/contracts';

/** What the reader's browser found. */
export type LedgerFinding = { kind: 'unpinned' | 'pinned'; size: number } | { kind: 'broken' | 'failed'; size: null };

/**
 * Checks the log from this page. Always: that its checkpoint is signed. With a pin, which stands in the host's own page: that the key is
 * the pinned one, and that the lines which stood at the pinned checkpoint still stand, unchanged and in their order. Not checked here: the
 * content of any line, nor that one's own vote is in.
 */
export async function checkLedger(address: string, pin: Remembered | null): Promise<LedgerFinding> {
  const get = async (path: string) => {
    const answer = await fetch(address + path, { credentials: 'omit', cache: path.startsWith('tile/') ? 'default' : 'no-cache' });
    if (!answer.ok) throw new Error(answer.statusText);
    return answer;
  };
  const files: LogFiles = { text: async (path) => (await get(path)).text(), bytes: async (path) => new Uint8Array(await (await get(path)).arrayBuffer()) };
  try {
    const { checkpoint } = await openLog(files, pin);
    if (pin) await checkContinuation(files, pin, checkpoint);
    return { kind: pin ? 'pinned' : 'unpinned', size: checkpoint.size };
  } catch (error) {
    return { kind: error instanceof BrokenLog ? 'broken' : 'failed', size: null };
  }
}
