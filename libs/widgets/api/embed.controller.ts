import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@isegoria/identity/api';
import { publicUrl } from '@isegoria/kernel/api';
import { localeOf } from '@isegoria/kernel/contracts';
import { readLook, readThing } from '@isegoria/widgets/contracts';
import { Cards } from './cards.service';
import { embedPage, embedPolicy } from './embed.page';

/** One widget as a page of its own, for frames. */
@Controller('embed')
@Public()
export class EmbedController {
  constructor(private readonly cards: Cards) {}

  @Get(':kind')
  async page(@Param('kind') kind: string, @Query() query: Record<string, unknown>, @Req() { nonce, ip }: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const locale = localeOf(query['lang']);
    const thing = readThing(kind, query['of'], query['part']);
    const card = thing && (await this.cards.of(thing, locale, ip));
    const { scheme } = query;
    const options = { platform: publicUrl(), locale, nonce, look: readLook(query), scheme: scheme === 'light' || scheme === 'dark' ? scheme : '' } as const;
    return reply
      .status(card ? 200 : 404)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', embedPolicy(options.platform, nonce))
      .header('cross-origin-opener-policy', 'unsafe-none')
      .send(embedPage(card, { ...options, thing: thing ?? { kind: 'ledger', of: '', part: '' } }));
  }
}
