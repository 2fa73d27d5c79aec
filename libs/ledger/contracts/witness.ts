import { base64 } from './bytes';
import { type NoteKey, parseVerifierKey } from './note';

/** What a log and a witness say to each other, after https://c2sp.org/tlog-witness. */

/** Somebody who may cosign the log: the key, and where checkpoints are submitted to them; null for one who comes and takes them. */
export interface KnownWitness extends NoteKey {
  submitTo: string | null;
}

/** Of a cosignature's verifier key, or of such a key, `@` and the submission prefix; null where it is neither. */
export function parseWitness(text: string): KnownWitness | null {
  const [, written = '', prefix] = /^(.*?)(?:@(https?:\/\/[^\s@]+))?$/.exec(text) ?? [];
  const key = parseVerifierKey(written);
  return key?.kind === 4 ? { ...key, submitTo: prefix?.replace(/\/+$/, '') ?? null } : null;
}

/** The most hashes that a witness takes as a proof. */
export const longestProof = 63;

/** The body of `add-checkpoint`: the size that the witness confirmed last, the proof from there, an empty line, the signed checkpoint. */
export function addCheckpointBody(old: number, proof: readonly Uint8Array[], note: string): string {
  return [`old ${old}`, ...proof.map(base64), '', note].join('\n');
}

/** The size that a witness says it confirmed last (`text/x.tlog.size`); null where it says none. */
export function parseSize(body: string): number | null {
  const size = Number(body.replace(/\n$/, ''));
  return /^(0|[1-9]\d{0,15})\n?$/.test(body) && Number.isSafeInteger(size) ? size : null;
}
