/**
 * A picture from outside is never kept as it came: it is read within limits and made anew. What rides in on it (position,
 * a second format behind the first, a script in a comment) stays behind, because only its pixels are taken.
 */
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { pictureLimits, type PictureRefusal } from '@isegoria/files/contracts';

/** The picture as the platform keeps it. */
export interface Remade {
  full: Buffer;
  small: Buffer;
  width: number;
  height: number;
}

const known = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/avif', 'image/heic', 'image/heif']);
const formats = new Set<string | undefined>(['jpeg', 'png', 'webp', 'heif']);
const atOnce = 2;

// libvips reads many formats; of those only the ones that we let in, so that no other reader's faults are ours.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadHeifBuffer'] });
sharp.cache(false);
sharp.concurrency(1);

/** Makes a picture anew, or says why not. Huge ones are refused by their header, before a pixel is read. */
export async function remake(bytes: Buffer): Promise<Remade | PictureRefusal> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!type || !known.has(type.mime)) return { code: 'not_a_picture', limit: null };
  const header = await sharp(bytes, { limitInputPixels: false }).metadata().catch(() => null);
  if (!header || !formats.has(header.format)) return { code: 'unreadable', limit: null };
  if (header.width * header.height > pictureLimits.pixels) return { code: 'too_many_pixels', limit: pictureLimits.pixels };
  return inTurn(() => drawn(bytes)).catch(() => ({ code: 'unreadable', limit: null }));
}

async function drawn(bytes: Buffer): Promise<Remade> {
  const { data: full, info } = await sharp(bytes, { limitInputPixels: pictureLimits.pixels, failOn: 'error' })
    .autoOrient()
    .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .timeout({ seconds: 20 })
    .toBuffer({ resolveWithObject: true });
  const small = await sharp(full).resize({ width: 480, height: 480, fit: 'inside', withoutEnlargement: true }).webp({ quality: 76 }).toBuffer();
  return { full, small, width: info.width, height: info.height };
}

const waiting: (() => void)[] = [];
let running = 0;

/** A few pictures at a time: each may take more than a hundred megabytes while it is drawn. */
async function inTurn<T>(draw: () => Promise<T>): Promise<T> {
  if (running < atOnce) running++;
  else await new Promise<void>((go) => waiting.push(go));
  try {
    return await draw();
  } finally {
    // Who waits takes this place over, so that nobody slips in between.
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
