import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { PbReader, type PbReading } from '@isegoria/budgeting/contracts';

/** Reads a `.pb` file, plain or gzipped, piece by piece: memory holds what is counted, not the file. */
export async function readPbFile(path: string, onVoter?: (cells: string[]) => void): Promise<PbReading> {
  const reader = new PbReader(onVoter);
  const decoder = new TextDecoder('utf-8');
  for await (const piece of bytesOf(path)) reader.push(decoder.decode(piece, { stream: true }));
  reader.push(decoder.decode());
  return reader.end();
}

/** The hexadecimal SHA-256 of a file's plain bytes, read in pieces that hold nobody up. */
export async function fingerprintOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of bytesOf(path, 1 << 16)) hash.update(piece);
  return hash.digest('hex');
}

/** The plain bytes of a file, unpacked where it is gzipped: its first two bytes tell. */
export async function* bytesOf(path: string, size = 1 << 20): AsyncGenerator<Buffer> {
  const isPacked = await isGzip(path);
  const bytes = createReadStream(path, { highWaterMark: size });
  const unpacked = createGunzip({ chunkSize: size });
  yield* isPacked ? bytes.on('error', (error) => unpacked.destroy(error)).pipe(unpacked) : bytes;
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
