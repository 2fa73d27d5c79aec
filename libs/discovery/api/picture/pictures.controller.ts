import { createHash } from 'node:crypto';
import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@isegoria/identity/api';
import { isTheSame, keepNewest, Limits, PublicPages } from '@isegoria/kernel/api';
import { localeOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { pathOfPicture, readWidth } from '@isegoria/discovery/contracts';
import { newPageMaker } from '../page-maker';
import { type PictureFacts, picturePng } from './picture';

/** Pictures that one reader may have drawn; one that is known already costs nothing. */
const allowance = { points: 120, seconds: 60 };
const remembered = 200;
/** Grows when the drawing itself changes. */
const layout = 1;

/** Of every public page a picture, for whoever shows its link. */
@Controller('cards')
@Public()
export class PicturesController {
  /** By what is drawn: the same facts are the same picture, of whatever page. */
  private readonly drawn = new Map<string, Promise<Buffer>>();
  /** One at a time in a process: drawing takes a core. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly pages: PublicPages,
    private readonly organisation: Organisation,
    private readonly limits: Limits,
  ) {}

  @Get('*')
  async one(@Param('*') rest: string, @Query() { lang, width: asked }: Record<string, unknown>, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const locale = localeOf(lang);
    const path = pathOfPicture(`/${rest}`);
    const page = path === null ? null : await this.pages.at(path, locale);
    if (!page) throw new NotFoundException('There is no such picture.');
    const width = readWidth(asked);
    const { label, title, figures, act } = page;
    const { name } = await this.organisation.city();
    const facts = { label, title, figures, act, site: newPageMaker(locale, () => Promise.resolve(null)).t('site'), city: name[locale] };
    const hash = createHash('sha256').update(JSON.stringify([layout, width, facts])).digest('base64url');
    void reply.header('etag', `"${hash}"`).header('cache-control', 'public, max-age=60, must-revalidate').header('cross-origin-resource-policy', 'cross-origin').header('access-control-allow-origin', '*');
    if (isTheSame(req, `"${hash}"`)) return reply.status(304).send();
    const refused = this.drawn.has(hash) ? null : await this.limits.take('pictures', req.ip, allowance);
    if (refused) return reply.status(429).header('retry-after', String(refused.retryAfterSeconds)).header('cache-control', 'no-store').removeHeader('etag').send({ error: 'Too many pictures at once.' });
    return reply.type('image/png').send(await this.picture(hash, facts, width));
  }

  private picture(hash: string, facts: PictureFacts, width: number): Promise<Buffer> {
    const known = this.drawn.get(hash);
    if (known) return known;
    const drawing = this.turn.then(() => picturePng(facts, width));
    this.turn = drawing.catch(() => this.drawn.delete(hash));
    keepNewest(this.drawn, hash, drawing, remembered);
    return drawing;
  }
}
