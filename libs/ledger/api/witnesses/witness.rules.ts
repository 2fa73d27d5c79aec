import { type Checkpoint, cosignatureTime, isSame, type Note, type NoteKey, type NoteSignature, parseCheckpoint, parseNote } from '@isegoria/ledger/contracts';

/** Why a cosignature is not taken. */
export type WitnessRefusal = 'malformed' | 'another_log' | 'unknown_key' | 'bad_signature' | 'future' | 'unknown_size' | 'fork' | 'rollback';

/** What a witness confirmed. */
export interface Cosignature {
  witness: NoteKey;
  checkpoint: Checkpoint;
  signature: NoteSignature;
  /** Seconds since 1970. */
  time: number;
}

const mostAheadSeconds = 300;

/** Reads a checkpoint that somebody cosigned: by whom of those whom we know, and when. */
export function readCosignature(written: string, { origin, witnesses, now }: { origin: string; witnesses: readonly NoteKey[]; now: Date }): Cosignature | WitnessRefusal {
  const note = parseNote(written);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint) return 'malformed';
  if (checkpoint.origin !== origin) return 'another_log';
  const found = signatureOfOne(note, witnesses);
  if (!found) return 'unknown_key';
  const time = cosignatureTime(note.text, found.signature.signature, found.witness.publicKey);
  if (time === null) return 'bad_signature';
  return time > now.getTime() / 1000 + mostAheadSeconds ? 'future' : { ...found, checkpoint, time };
}

/** Why it may not stand beside what we signed and what this witness confirmed before, or null. */
export function refusal({ checkpoint: { size, root } }: Cosignature, signed: { root: string } | null, before: { size: number } | null): WitnessRefusal | null {
  if (!signed) return 'unknown_size';
  if (!isSame(root, new Uint8Array(Buffer.from(signed.root, 'base64')))) return 'fork';
  return before && before.size > size ? 'rollback' : null;
}

function signatureOfOne(note: Note, witnesses: readonly NoteKey[]): { witness: NoteKey; signature: NoteSignature } | null {
  for (const signature of note.signatures) {
    const witness = witnesses.find(({ name, keyId }) => name === signature.name && isSame(keyId, signature.keyId));
    if (witness) return { witness, signature };
  }
  return null;
}
