import { gunzipSync } from 'node:zlib';

/** A file's plain bytes, unpacked where it is gzipped: its first two bytes tell (RFC 1952, 2.3.1). */
export function unzipped(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
