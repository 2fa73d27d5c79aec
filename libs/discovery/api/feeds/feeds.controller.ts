import { createHash } from 'node:crypto';
import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { feedNames } from '@isegoria/discovery/contracts';
import { Public } from '@isegoria/identity/api';
import { Clock, isTheSame, PublicFace, publicUrl } from '@isegoria/kernel/api';
import { localeOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { PartKind } from '@isegoria/organisation/contracts';
import { newPageMaker, type PageMaker } from '../page-maker';
import { atomOf } from './atom';
import type { Feed } from './feed';
import { feedNamed, feedOfProcess } from './feeds';
import { jsonFeedOf } from './json-feed';
import { LastChanges } from './last-changes';
import { feedOfPart } from './part-feed';

/** News for whoever reads feeds: Atom 1.0 and JSON Feed 1.1, in both languages. */
@Controller('feeds')
@Public()
export class FeedsController {
  private readonly changes = new LastChanges();

  constructor(
    private readonly face: PublicFace,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  @Get(':file')
  async one(@Param('file') file: string, @Query('lang') lang: unknown, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const asked = readFile(file);
    const name = feedNames.find((known) => known === asked?.name);
    return this.send(asked && name ? await feedNamed(name, this.maker(lang)) : null, asked?.format ?? 'atom', req, reply);
  }

  @Get('processes/:file')
  async ofProcess(@Param('file') file: string, @Query('lang') lang: unknown, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const asked = readFile(file);
    return this.send(asked && (await feedOfProcess(asked.name, this.maker(lang))), asked?.format ?? 'atom', req, reply);
  }

  @Get('districts/:file')
  ofDistrict(@Param('file') file: string, @Query('lang') lang: unknown, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.ofPart('district', file, lang, req, reply);
  }

  @Get('categories/:file')
  ofCategory(@Param('file') file: string, @Query('lang') lang: unknown, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.ofPart('category', file, lang, req, reply);
  }

  private async ofPart(kind: PartKind, file: string, lang: unknown, req: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = readFile(file);
    return this.send(asked && (await feedOfPart({ kind, id: asked.name }, this.maker(lang))), asked?.format ?? 'atom', req, reply);
  }

  private maker(lang: unknown): PageMaker {
    return newPageMaker(localeOf(lang), this.face.ask);
  }

  private async send(feed: Feed | null, format: 'atom' | 'json', req: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (!feed) throw new NotFoundException('There is no such feed.');
    const { name } = await this.organisation.city();
    const site = { platform: publicUrl(), city: name[localeOf(feed.lang)] };
    const text = format === 'atom' ? atomOf(feed, site) : jsonFeedOf(feed, site);
    const tag = `W/"${createHash('sha256').update(text).digest('base64url')}"`;
    const changedAt = this.changes.of(`${feed.path} ${feed.lang} ${format}`, tag, this.clock.now());
    void reply.header('etag', tag).header('cache-control', 'public, max-age=60, must-revalidate').header('access-control-allow-origin', '*');
    if (changedAt) void reply.header('last-modified', changedAt.toUTCString());
    if (isTheSame(req, tag) || isNotNewer(req, changedAt)) return reply.status(304).send();
    return reply.type(`${format === 'atom' ? 'application/atom+xml' : 'application/feed+json'}; charset=utf-8`).send(text);
  }
}

function readFile(file: string): { name: string; format: 'atom' | 'json' } | null {
  const [, name, format] = /^([\w-]{1,120})\.(atom|json)$/.exec(file) ?? [];
  return name ? { name, format: format === 'json' ? 'json' : 'atom' } : null;
}

/** RFC 9110, 13.1.3: asked only where no tag is asked for. */
function isNotNewer({ headers }: FastifyRequest, changedAt: Date | null): boolean {
  const since = headers['if-modified-since'];
  if (headers['if-none-match'] !== undefined || since === undefined || !changedAt) return false;
  return Date.parse(since) >= changedAt.getTime();
}
