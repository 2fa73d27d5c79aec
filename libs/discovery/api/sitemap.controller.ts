import { Readable } from 'node:stream';
import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@isegoria/identity/api';
import { Kept, PublicPages, publicUrl, sendKnown } from '@isegoria/kernel/api';
import { discoveryEnv } from './discovery.env';
import { robots, sitemapIndex, sitemapPart } from './sitemap';

/** The index tells only where files begin: an address that is gone is gone from its file at once. */
const keptMs = 600_000;

/** What crawlers ask first: what they may read, and what there is. */
@Controller()
@Public()
export class SitemapController {
  private readonly index: Kept<string>;

  constructor(private readonly pages: PublicPages) {
    this.index = new Kept(() => sitemapIndex(this.sources(), publicUrl()), keptMs);
  }

  @Get('robots.txt')
  robots(@Req() req: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    return sendKnown(req, reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=3600'), robots(publicUrl(), discoveryEnv.SEARCH_ENGINES));
  }

  @Get('sitemap.xml')
  async all(@Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return sendKnown(req, reply.type('application/xml; charset=utf-8').header('cache-control', 'no-cache'), await this.index.get());
  }

  @Get('sitemaps/:file')
  part(@Param('file') file: string, @Query('after') after: unknown, @Res() reply: FastifyReply): FastifyReply {
    const addresses = this.pages.named(file.replace(/\.xml$/, ''))?.addresses;
    const place = after ?? null;
    if (!file.endsWith('.xml') || !addresses || (place !== null && (typeof place !== 'string' || !/^[\w.:~-]{1,200}$/.test(place)))) throw new NotFoundException('There is no such list.');
    return reply.type('application/xml; charset=utf-8').header('cache-control', 'no-cache').send(Readable.from(sitemapPart(addresses(place), publicUrl())));
  }

  private sources() {
    return this.pages.names().flatMap((name) => {
      const source = this.pages.named(name);
      return source ? [{ name, source }] : [];
    });
  }
}
