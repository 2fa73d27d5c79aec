import { base64, BrokenLog, checkContinuation, checkRoot, type LogFault, type LogFiles, openLog, type Remembered } from '@isegoria/ledger/contracts';

/** What a browser found when it checked the log. */
export type LogFinding =
  | { kind: 'first' | 'same' | 'continues'; key: string; size: number; root: string; before: number | null; files: number }
  | { kind: 'broken'; fault: LogFault; says: string };

/** Checks signature, continuation and root. What is broken is not remembered: the next look compares with what was good. */
export async function checkLog(files: LogFiles, remembered: Remembered | null, keep: (seen: Remembered) => void): Promise<LogFinding> {
  let read = 0;
  const counted: LogFiles = {
    text: (path) => files.text(path),
    bytes: (path) => {
      read += 1;
      return files.bytes(path);
    },
  };
  try {
    const { verifierKey: key, checkpoint } = await openLog(counted, remembered);
    if (remembered) await checkContinuation(counted, remembered, checkpoint);
    if (checkpoint.size > 0) await checkRoot(counted, checkpoint);
    const seen = { key, size: checkpoint.size, root: base64(checkpoint.root) };
    keep(seen);
    const kind = remembered === null ? 'first' : remembered.size === seen.size ? 'same' : 'continues';
    return { kind, ...seen, before: remembered?.size ?? null, files: read };
  } catch (error) {
    if (error instanceof BrokenLog) return { kind: 'broken', fault: error.fault, says: error.message };
    throw error;
  }
}
