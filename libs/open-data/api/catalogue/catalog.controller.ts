import { Controller, Get, NotAcceptableException, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@isegoria/identity/api';
import { sendKnown } from '@isegoria/kernel/api';
import { openToAll } from '../answers';
import { absolute } from '../addresses';
import { Catalog } from './catalog';
import { wanted } from '../negotiation';
import { jsonLdOf } from './rdf-json';
import { turtle } from './rdf-turtle';
import { rdfXml } from './rdf-xml';

const writings = {
  ttl: { mediaType: 'text/turtle', write: turtle },
  jsonld: { mediaType: 'application/ld+json', write: jsonLdOf },
  rdf: { mediaType: 'application/rdf+xml', write: rdfXml },
} as const;

type Ending = keyof typeof writings;

/** What may be asked for, and which writing answers it. A page is what a browser wants. */
const offers: Record<string, Ending | 'page'> = {
  'text/turtle': 'ttl', 'application/ld+json': 'jsonld', 'application/json': 'jsonld', 'application/rdf+xml': 'rdf', 'application/xml': 'rdf', 'text/xml': 'rdf', 'text/html': 'page',
};

/** The catalogue (DCAT-AP 3.0.1): `/catalog.ttl`, `/catalog.jsonld`, `/catalog.rdf`, and `/catalog` in whichever of them is wanted. */
@Controller()
export class CatalogController {
  constructor(private readonly catalog: Catalog) {}

  @Public()
  @Get('catalog')
  async negotiated(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    reply.header('vary', 'accept');
    const offer = wanted(req.headers.accept, Object.keys(offers));
    const ending = offer === null ? null : offers[offer];
    if (!ending) throw new NotAcceptableException(`The catalogue comes as ${Object.keys(offers).join(', ')}.`);
    return ending === 'page' ? reply.redirect('/open-data', 303) : this.send(ending, req, reply);
  }

  @Public()
  @Get('catalog.:ending')
  async written(@Param('ending') ending: string, @Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    if (!Object.hasOwn(writings, ending)) throw new NotFoundException(`The catalogue comes as ${Object.keys(writings).map((one) => `/catalog.${one}`).join(', ')}.`);
    return this.send(ending as Ending, req, reply);
  }

  private async send(ending: Ending, req: FastifyRequest, reply: FastifyReply) {
    const { mediaType, write } = writings[ending];
    const text = write(await this.catalog.things());
    const others = Object.entries(writings).map(([name, other]) => `<${absolute(`/catalog.${name}`)}>; rel="alternate"; type="${other.mediaType}"`);
    openToAll(reply).header('content-type', `${mediaType}; charset=utf-8`).header('link', others.join(', ')).header('cache-control', 'public, no-cache');
    return sendKnown(req, reply, text);
  }
}
