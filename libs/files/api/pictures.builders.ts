import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';

/** A photograph as a telephone makes one: turned by its orientation tag, and with the place where it was taken. */
export function aPhotograph(width = 2400, height = 1200): Promise<Buffer> {
  const place = { GPSLatitudeRef: 'N', GPSLatitude: '37/1 56/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '23/1 1/1 0/1' };
  return sharp({ create: { width, height, channels: 3, background: '#0b4a8f' } })
    .withExif({ IFD0: { Copyright: 'SECRET-OWNER', Make: 'SECRET-CAMERA' }, IFD3: place })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

export function aDrawing(colour: string, format: 'png' | 'webp' | 'avif' = 'png'): Promise<Buffer> {
  return sharp({ create: { width: 300, height: 200, channels: 3, background: colour } }).toFormat(format).toBuffer();
}

/** A PNG of any size that weighs little: one byte row after another, all the same, packed. It bursts only when it is drawn. */
export function aBomb(width: number, height: number): Buffer {
  const rowBytes = Math.ceil(width / 8) + 1;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(rowBytes * Math.min(height, 4000)), { level: 9 });
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
