import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@isegoria/identity/api';
import { PublicPages, publicUrl } from '@isegoria/kernel/api';
import { Cards } from './cards.service';
import { type OEmbed, oEmbedLink, oEmbedOf, type OEmbedQuestion, oEmbedXml, readOEmbed } from './oembed.rules';

/** oEmbed 1.0: a web site's editor pastes an address of ours, and gets the frame for it. */
@Controller('oembed')
@Public()
export class OEmbedController {
  constructor(
    private readonly cards: Cards,
    private readonly pages: PublicPages,
  ) {}

  @Get()
  async answer(@Query() query: Record<string, unknown>, @Req() { ip }: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const platform = publicUrl();
    const asked = readOEmbed(query, platform);
    void reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=60');
    if ('status' in asked) return reply.status(asked.status).send({ error: said[asked.status] });
    const answer = await this.answerTo(asked, platform, ip);
    if (!answer) return reply.status(404).send({ error: said[404] });
    return asked.format === 'xml' ? reply.type('text/xml; charset=utf-8').send(oEmbedXml(answer)) : reply.type('application/json; charset=utf-8').send(answer);
  }

  /** The frame of a thing that has a widget; of any other public page its title and picture. */
  private async answerTo(asked: OEmbedQuestion, platform: string, ip: string): Promise<OEmbed | null> {
    const { path, thing, locale } = asked;
    if (thing) {
      const card = await this.cards.of(thing, locale, ip);
      return card && oEmbedOf(card, thing, { platform, ...asked });
    }
    await this.cards.draw(ip);
    const page = await this.pages.at(path, locale);
    return page && oEmbedLink(page, { platform, ...asked });
  }
}

const said = {
  400: 'Give the address of a page as url; maxwidth and maxheight are pixels.',
  404: 'There is no such page, or none that can be embedded.',
  501: 'The formats are json and xml.',
};
