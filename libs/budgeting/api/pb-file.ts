import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { PbReader, type PbReading } from '@isegoria/budgeting/contracts';

/** Reads a `.pb` file, plain or gzipped (its first two bytes tell), piece by piece: memory holds what is counted, not the file. */
export async function readPbFile(path: string, onVoter?: (cells: string[]) => void): Promise<PbReading> {
  const reader = new PbReader(onVoter);
  const isPacked = await isGzip(path);
  const bytes = createReadStream(path, { highWaterMark: 1 << 20 });
  const plain = isPacked ? bytes.on('error', (error) => plain.destroy(error)).pipe(createGunzip({ chunkSize: 1 << 20 })) : bytes;
  const decoder = new TextDecoder('utf-8');
  for await (const piece of plain) reader.push(decoder.decode(piece as Buffer, { stream: true }));
  reader.push(decoder.decode());
  return reader.end();
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
