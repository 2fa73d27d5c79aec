import type { FastifyRequest } from 'fastify';
import { log } from '../log';

/** Why a form held no file that we take. */
export type FileTrouble = 'malformed' | 'missing' | 'too_big';

/** The bytes of the one file of a multipart form, or what is wrong with the form. Whatever comes, the process lives. `most`: bytes. */
export async function oneFile(req: FastifyRequest, most: number): Promise<Buffer | FileTrouble> {
  if (!req.isMultipart()) return 'malformed';
  try {
    const part = await req.file({ limits: { fileSize: most, files: 1 } });
    if (!part) return 'missing';
    const bytes = await part.toBuffer();
    if (part.file.truncated) return 'too_big';
    return bytes.length === 0 ? 'missing' : bytes;
  } catch (error) {
    log.info({ error: String(error), correlationId: req.id }, 'an upload could not be read');
    return 'malformed';
  }
}
