import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { isTheSame, Limits, oneFile } from '@isegoria/kernel/api';
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
    const bytes = await oneFile(req, pictureLimits.bytes);
    if (typeof bytes === 'string') return { code: bytes, limit: bytes === 'too_big' ? pictureLimits.bytes : null };
    return this.files.keep(bytes, citizen.id);
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
