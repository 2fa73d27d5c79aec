import { hashes, verify as verifyEd25519 } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { base64, concatBytes, fromBase64, isSame, utf8ToBytes } from './bytes';

hashes.sha512 = sha512;

/** Signed notes, after https://c2sp.org/signed-note: a text, an empty line, and signatures by named keys. */
export interface Note {
  /** With its last newline. */
  text: string;
  signatures: NoteSignature[];
}

export interface NoteSignature {
  name: string;
  /** The first four bytes of the key's hash. */
  keyId: Uint8Array;
  signature: Uint8Array;
}

/** A public key with its name, as a verifier key says it: `name+id+key`. */
export interface NoteKey {
  name: string;
  keyId: Uint8Array;
  kind: KeyKind;
  publicKey: Uint8Array;
}

/** 1: Ed25519 over the text. 4: Ed25519 with a time, a witness's cosignature. */
export type KeyKind = 1 | 4;

const dash = '— ';
const mostSignatures = 64;

/** Whether a name may stand on a signature line: not empty, no spaces of any script, no plus sign. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+\u0085]/u.test(name);
}

/** The note of a text; null where it is not written as the format asks. */
export function parseNote(written: string): Note | null {
  const split = written.lastIndexOf('\n\n');
  if (split < 0 || !written.endsWith('\n') || hasControls(written)) return null;
  const lines = written.slice(split + 2, -1).split('\n');
  if (lines.length > mostSignatures) return null;
  const signatures = lines.map(parseSignatureLine);
  return signatures.every((one) => one !== null) ? { text: written.slice(0, split + 1), signatures } : null;
}

/** One signature line without its newline; null where it is none. */
export function parseSignatureLine(line: string): NoteSignature | null {
  if (!line.startsWith(dash)) return null;
  const [name = '', encoded = '', ...more] = line.slice(dash.length).split(' ');
  const bytes = fromBase64(encoded);
  if (more.length > 0 || !isKeyName(name) || !bytes || bytes.length < 5) return null;
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

export function noteText({ text, signatures }: Note): string {
  return `${text}\n${signatures.map((one) => `${signatureLine(one)}\n`).join('')}`;
}

export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  return `${dash}${name} ${base64(concatBytes(keyId, signature))}`;
}

/** A key's hash: the first four bytes of SHA-256 over name, newline, kind and key. */
export function keyIdOf(name: string, kind: KeyKind, publicKey: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(kind), publicKey)).slice(0, 4);
}

export function noteKey(name: string, kind: KeyKind, publicKey: Uint8Array): NoteKey {
  return { name, kind, publicKey, keyId: keyIdOf(name, kind, publicKey) };
}

/** `name+hexadecimal id+base64 of kind and key`. */
export function verifierKey({ name, keyId, kind, publicKey }: NoteKey): string {
  return `${name}+${hex(keyId)}+${base64(concatBytes(Uint8Array.of(kind), publicKey))}`;
}

/** The key that a verifier key says; null where it is none of a kind known here, or its id is not its own. */
export function parseVerifierKey(text: string): NoteKey | null {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim()) ?? [];
  const bytes = fromBase64(encoded);
  const kind = bytes?.[0];
  if (!isKeyName(name) || bytes?.length !== 33 || (kind !== 1 && kind !== 4)) return null;
  const key = noteKey(name, kind, bytes.slice(1));
  return hex(key.keyId) === id ? key : null;
}

/** The text of a note that this key signed; null where it did not, or where one of its signatures is wrong. */
export function openNote(written: string, key: NoteKey): Note | null {
  const note = parseNote(written);
  const own = note?.signatures.filter(({ name, keyId }) => name === key.name && isSame(keyId, key.keyId)) ?? [];
  return note && own.length > 0 && own.every(({ signature }) => isSigned(note.text, signature, key)) ? note : null;
}

/** Whether a signature is this key's over a text. */
export function isSigned(text: string, signature: Uint8Array, { kind, publicKey }: NoteKey): boolean {
  if (kind === 4) return cosignatureTime(text, signature, publicKey) !== null;
  return isEd25519(signature, utf8ToBytes(text), publicKey);
}

/** When a witness cosigned a text, in seconds since 1970 (https://c2sp.org/tlog-cosignature); null where it did not. */
export function cosignatureTime(text: string, signature: Uint8Array, publicKey: Uint8Array): number | null {
  if (signature.length !== 72) return null;
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return isEd25519(signature.slice(8), utf8ToBytes(cosignedText(text, Number(time))), publicKey) ? Number(time) : null;
}

/** What a witness signs: the time, then the whole text of the checkpoint. */
export function cosignedText(text: string, time: number): string {
  return `cosignature/v1\ntime ${time}\n${text}`;
}

function isEd25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return signature.length === 64 && verifyEd25519(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** Control characters other than the newline. */
function hasControls(text: string): boolean {
  return [...text].some((letter) => letter < ' ' && letter !== '\n');
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
