import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '@isegoria/identity/api';
import { publicUrl } from '@isegoria/kernel/api';
import { Cards } from './cards.service';
import { oEmbedOf, oEmbedXml, readOEmbed } from './oembed.rules';

/** oEmbed 1.0: a web site's editor pastes an address of ours, and gets the frame for it. */
@Controller('oembed')
@Public()
export class OEmbedController {
  constructor(private readonly cards: Cards) {}

  @Get()
  async answer(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const platform = publicUrl();
    const asked = readOEmbed(query, platform);
    void reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=60');
    if ('status' in asked) return reply.status(asked.status).send({ error: said[asked.status] });
    const card = await this.cards.of(asked.thing, asked.locale);
    if (!card) return reply.status(404).send({ error: said[404] });
    const answer = oEmbedOf(card, asked.thing, { platform, ...asked });
    return asked.format === 'xml' ? reply.type('text/xml; charset=utf-8').send(oEmbedXml(answer)) : reply.type('application/json; charset=utf-8').send(answer);
  }
}

const said = {
  400: 'Give the address of a page as url; maxwidth and maxheight are pixels.',
  404: 'There is no such page, or none that can be embedded.',
  501: 'The formats are json and xml.',
};
