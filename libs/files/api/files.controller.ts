import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { isTheSame, Limits, log } from '@isegoria/kernel/api';
import { type Picture, pictureLimits, type PictureRefusal } from '@isegoria/files/contracts';
import { Files } from './files.service';

const statusOf: Record<PictureRefusal['code'], number> = {
  malformed: 400, missing: 400, too_big: 413, not_a_picture: 415, too_many_pixels: 422, unreadable: 422, unconfirmed: 403, too_many: 429,
};
const aWeek = 604_800;

/** Pictures over plain HTTP: in as multipart, out as WebP. */
@Controller('files')
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly limits: Limits,
  ) {}

  @Post()
  async upload(@CurrentCitizen() citizen: Citizen, @Req() req: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Picture | PictureRefusal> {
    const answer = await this.take(citizen, req);
    if ('code' in answer) reply.status(statusOf[answer.code]);
    else reply.status(201);
    return answer;
  }

  @Public()
  @Get(':id')
  full(@CurrentCitizen() viewer: Citizen | null, @Param('id') id: string, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.send(id, this.files.bytes(id, 'full', viewer), req, reply);
  }

  @Public()
  @Get(':id/small')
  small(@CurrentCitizen() viewer: Citizen | null, @Param('id') id: string, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.send(id, this.files.bytes(id, 'small', viewer), req, reply);
  }

  private async take(citizen: Citizen, req: FastifyRequest): Promise<Picture | PictureRefusal> {
    const refused = await this.refusal(citizen);
    if (refused) return refused;
    const bytes = await picture(req);
    return Buffer.isBuffer(bytes) ? this.files.keep(bytes, citizen.id) : bytes;
  }

  private async refusal(citizen: Citizen): Promise<PictureRefusal | null> {
    if (mayContribute(citizen)) return { code: 'unconfirmed', limit: null };
    const tooMany = await this.limits.take('files', citizen.id, { points: pictureLimits.aDay, seconds: 86_400 });
    return tooMany && { code: 'too_many', limit: tooMany.retryAfterSeconds };
  }

  private async send(id: string, asked: ReturnType<Files['bytes']>, req: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const found = await asked;
    if (!found) return reply.status(404).header('cache-control', 'no-store').send({ code: 'missing', limit: null });
    reply.headers({
      'content-type': 'image/webp',
      'content-disposition': `inline; filename="${id}.webp"`,
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${found.key}"`,
      // The bytes never change. Only the reader's own browser may keep them: what a moderator hides must not live on between.
      'cache-control': found.isPublic ? `private, max-age=${aWeek}, immutable` : 'private, no-store',
    });
    if (isTheSame(req, `"${found.key}"`)) return reply.status(304).send();
    return reply.send(found.bytes);
  }
}

/** The bytes of the one file of the form, or what is wrong with the form. Whatever comes, the process lives. */
async function picture(req: FastifyRequest): Promise<Buffer | PictureRefusal> {
  if (!req.isMultipart()) return { code: 'malformed', limit: null };
  try {
    const part = await req.file({ limits: { fileSize: pictureLimits.bytes, files: 1 } });
    if (!part) return { code: 'missing', limit: null };
    const bytes = await part.toBuffer();
    if (part.file.truncated) return { code: 'too_big', limit: pictureLimits.bytes };
    return bytes.length === 0 ? { code: 'missing', limit: null } : bytes;
  } catch (error) {
    log.info({ error: String(error), correlationId: req.id }, 'an upload could not be read');
    return { code: 'malformed', limit: null };
  }
}
