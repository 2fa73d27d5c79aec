import { base64, fromBase64 } from './bytes';
import { type Note, type NoteKey, openNote } from './note';

/** How the log stands, after https://c2sp.org/tlog-checkpoint: whose it is, how many leaves it has, and the root over them. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64(root)}\n`;
}

/** The checkpoint that a text says; null where it says none. Lines after the third are allowed and mean nothing here. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = '', digits = '', encoded = '', ...more] = text.split('\n');
  const [size, root] = [Number(digits), fromBase64(encoded)];
  const isWhole = /^(0|[1-9]\d{0,15})$/.test(digits) && Number.isSafeInteger(size);
  const isEnded = more.at(-1) === '' && more.slice(0, -1).every((line) => line !== '');
  return origin && isWhole && isEnded && root?.length === 32 ? { origin, size, root } : null;
}

/** The checkpoint of a signed note and the note itself; null unless this log's key signed it. */
export function openCheckpoint(written: string, key: NoteKey): { checkpoint: Checkpoint; note: Note } | null {
  const note = openNote(written, key);
  const checkpoint = note && parseCheckpoint(note.text);
  return note && checkpoint?.origin === key.name ? { checkpoint, note } : null;
}
