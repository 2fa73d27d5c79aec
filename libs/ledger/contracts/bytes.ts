import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export { concatBytes, utf8ToBytes };

/** Text of UTF-8 bytes; null where they are none. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** As many letters are made by one call: an engine bounds how many it takes. */
const longestCall = 4096;

let write: (bytes: Uint8Array) => string = portable;

/** Standard base64 with padding, as signed notes carry it. */
export function base64(bytes: Uint8Array): string {
  return write(bytes);
}

/** Where the platform writes base64 by itself, the ledger lets it: a server does, some five times as fast. */
export function writeWith(native: (bytes: Uint8Array) => string): void {
  write = native;
}

function portable(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += longestCall) binary += String.fromCharCode(...bytes.subarray(at, at + longestCall));
  return btoa(binary);
}

/** The bytes of standard base64; null unless it is written exactly as `base64` would write it. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return base64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}

/** The alphabet of web addresses, without padding. */
export function base64url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of base64url without padding. Letters that are none of it give no bytes. */
export function fromBase64url(text: string): Uint8Array {
  if (!/^[\w-]*$/.test(text)) return new Uint8Array();
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
