import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, NotFoundException, Query, Req, Res, Param } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@isegoria/identity/api';
import { publicUrl, sendKnown } from '@isegoria/kernel/api';
import { localeOf } from '@isegoria/kernel/contracts';
import { quoted, readThing } from '@isegoria/widgets/contracts';
import { Cards } from './cards.service';
import { Examples } from './examples.service';
import { widgetsEnv } from './widgets.env';

const files = new Map<string, string>();

/** What the municipal site loads: the script, the cards that it draws, and a page that shows them all. */
@Controller('widgets')
@Public()
export class WidgetsController {
  constructor(
    private readonly cards: Cards,
    private readonly examples: Examples,
  ) {}

  @Get('widgets.js')
  script(@Req() req: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    // Any page may load it, also one that asks others for leave (COEP) or checks what it loads (integrity).
    open(reply).header('cross-origin-resource-policy', 'cross-origin').header('cache-control', 'public, max-age=300');
    return sendKnown(req, reply.type('text/javascript; charset=utf-8'), fileOf('widgets.js'));
  }

  /** The same for everybody, asked for without credentials; a card that did not change is answered with 304. */
  @Get('cards/:kind')
  async card(@Param('kind') kind: string, @Query() query: Record<string, unknown>, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const thing = readThing(kind, query['of'], query['part']);
    const card = thing && (await this.cards.of(thing, localeOf(query['lang']), req.ip));
    open(reply).header('cross-origin-resource-policy', 'cross-origin').header('cache-control', 'no-cache');
    return card ? sendKnown(req, reply.type('application/json; charset=utf-8'), JSON.stringify(card)) : reply.status(404).send({ error: 'There is no such thing.' });
  }

  /** Every widget on a plain page, with things that are there. Saved and opened from any other host, it works the same. */
  @Get('demo.html')
  async demo(@Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const blanks: Record<string, string> = { ...(await this.examples.some()), PLATFORM: publicUrl(), NONCE: req.nonce };
    const page = fileOf('demo.html').replace(/%([A-Z]+)%/g, (_, name: string) => quoted(blanks[name] ?? 'none'));
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  }
}

function open(reply: FastifyReply): FastifyReply {
  return reply.header('access-control-allow-origin', '*');
}

function fileOf(name: string): string {
  const known = files.get(name);
  if (known !== undefined) return known;
  const path = join(process.cwd(), widgetsEnv.WIDGETS_DIR, name);
  if (!existsSync(path)) throw new NotFoundException('The widgets are not built.');
  const content = readFileSync(path, 'utf8');
  files.set(name, content);
  return content;
}
