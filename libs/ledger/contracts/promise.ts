import { base64, fromBase64 } from './bytes';
import { isIncluded } from './merkle';
import { type NoteKey, openNote } from './note';

/**
 * The ledger's word, given with the vote's answer, that a leaf will stand in it soon. One signature covers the leaves of a
 * batch: the note says the root of the tree of their hashes, and `path` leads from the leaf to that root.
 */
export interface SignedPromise {
  /** base64 of the leaf's hash in the ledger. */
  leafHash: string;
  index: number;
  size: number;
  path: string[];
  /** A signed note by the ledger's key. */
  note: string;
}

/** How late a promised leaf may stand in the ledger, in seconds. It stands there within two in quiet; a rush must not make the city break its word (decision 004). */
export const mergeDelaySeconds = 60;

const header = 'isegoria promise/v1';

/** What is signed. It cannot be taken for a checkpoint: its first line is no log's name, its second no number. */
export function promiseText({ origin, time, size, root }: { origin: string; time: number; size: number; root: Uint8Array }): string {
  return `${header}\n${origin}\ntime ${time}\nwithin ${mergeDelaySeconds}\n${size}\n${base64(root)}\n`;
}

/**
 * When the promise was given (seconds since 1970) and within how many seconds it falls due; null unless this key gave it for this leaf, and said both in a way that can fall due:
 * cities of earlier versions promised less time, none more.
 */
export function openPromise({ leafHash, index, size, path, note }: SignedPromise, key: NoteKey): { time: number; within: number } | null {
  const lines = openNote(note, key)?.text.split('\n') ?? [];
  const [first, origin, time, within, count, encoded] = lines;
  const [leaf, root, ...proof] = [leafHash, encoded ?? '', ...path].map(fromBase64);
  if (first !== header || origin !== key.name || lines.length !== 7 || Number(count) !== size || !leaf || !root) return null;
  const steps = proof.filter((step) => step !== null);
  if (steps.length !== path.length || !isIncluded({ leaf, index, size, root, proof: steps })) return null;
  const [given, due] = [numberIn(/^time (\d{1,12})$/, time), numberIn(/^within (\d{1,4})$/, within)];
  return given === null || due === null || due > mergeDelaySeconds ? null : { time: given, within: due };
}

function numberIn(form: RegExp, line = ''): number | null {
  const digits = form.exec(line)?.[1];
  return digits === undefined ? null : Number(digits);
}
