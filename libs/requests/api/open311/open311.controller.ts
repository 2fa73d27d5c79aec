import { All, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { Public } from '@isegoria/identity/api';
import { Limits, log, sendKnown } from '@isegoria/kernel/api';
import { type Locale, localeOf } from '@isegoria/kernel/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formOf } from './form';
import { HandingIn } from './handing-in.service';
import { Mistaken, mistaken, mistakesAnswer } from './mistakes';
import { open311Env } from './open311.env';
import { Open311Reading } from './reading.service';
import { type Answer, formatFor, formats, parted } from './spark';

type Query = Readonly<Record<string, unknown>>;
type Asked = FastifyRequest<{ Querystring: Query }>;

/**
 * Open311 GeoReport v2: `/open311/v2/<what>.<xml or json>`, in Greek, and in English with `?lang=en`. Reading needs no key and may be done from any page; handing in
 * needs one, and is refused to other sites' pages like every write (`http.door`): a key in a page would be everybody's.
 */
@Controller('open311/v2')
@Public()
export class Open311Controller {
  constructor(
    private readonly reading: Open311Reading,
    private readonly handingIn: HandingIn,
    private readonly limits: Limits,
  ) {}

  @Get('discovery.:format')
  discovery(@Param('format') format: string, @Req() req: Asked, @Res() reply: FastifyReply) {
    return this.answered(format, req, reply, (locale) => this.reading.discovery(locale));
  }

  @Get('services.:format')
  services(@Param('format') format: string, @Req() req: Asked, @Res() reply: FastifyReply) {
    return this.answered(format, req, reply, (locale) => this.reading.services(locale));
  }

  @Get('services/:file')
  definition(@Param('file') file: string, @Req() req: Asked, @Res() reply: FastifyReply) {
    const [code, format] = parted(file);
    return this.answered(format, req, reply, (locale) => this.reading.definition(code, locale));
  }

  @Get('requests.:format')
  list(@Param('format') format: string, @Req() req: Asked, @Res() reply: FastifyReply) {
    return this.answered(format, req, reply, async (locale) => {
      await this.draw(req.ip);
      return this.reading.list(req.query, locale);
    });
  }

  @Get('requests/:file')
  one(@Param('file') file: string, @Req() req: Asked, @Res() reply: FastifyReply) {
    const [id, format] = parted(file);
    return this.answered(format, req, reply, (locale) => this.reading.one(id, locale));
  }

  /** Every request has its number at once: there never was a token. */
  @Get('tokens/:file')
  token(@Param('file') file: string, @Req() req: Asked, @Res() reply: FastifyReply) {
    const [token, format] = parted(file);
    return this.answered(format, req, reply, () => Promise.reject(mistaken('no_such_token', { token }, 404)));
  }

  @Get('servicerequestupdates.:format')
  updates(@Param('format') format: string, @Req() req: Asked, @Res() reply: FastifyReply) {
    return this.answered(format, req, reply, async () => {
      await this.draw(req.ip);
      return this.reading.updates(req.query);
    });
  }

  @Post('requests.:format')
  handIn(@Param('format') format: string, @Req() req: Asked, @Res() reply: FastifyReply) {
    return this.answered(format, req, reply, async (locale) => {
      const form = formOf(req.body);
      if (!form || !/^application\/x-www-form-urlencoded\b/i.test(req.headers['content-type'] ?? '')) throw mistaken('no_form');
      const { id, service } = await this.handingIn.take(form, locale);
      return { root: 'service_requests', content: { item: 'request', values: [{ service_request_id: id, service_notice: service.notice[locale] || service.notice.el, account_id: null }] } };
    });
  }

  @All('*')
  nothing(@Req() req: Asked, @Res() reply: FastifyReply) {
    const [, format] = parted(req.url.split('?', 1)[0] ?? '');
    return this.answered(format, req, reply, () => Promise.reject(mistaken('no_such_address', {}, 404)));
  }

  /** Sends the answer, or what is wrong, in the format of the address. A format that we do not write is told in XML, the one that the standard asks for. */
  private async answered(format: string, req: Asked, reply: FastifyReply, make: (locale: Locale) => Promise<Answer>): Promise<FastifyReply> {
    const locale = localeOf(req.query['lang']);
    const name = formatFor(format);
    const { mediaType, write } = formats[name];
    void reply.status(200).header('content-type', `${mediaType}; charset=utf-8`).header('content-language', locale).header('access-control-allow-origin', '*').header('cache-control', req.method === 'POST' ? 'no-store' : 'public, no-cache');
    try {
      if (name !== format) throw mistaken('wrong_format');
      const text = write(await make(locale));
      return req.method === 'POST' ? reply.send(text) : sendKnown(req, reply, text);
    } catch (error) {
      if (!(error instanceof Mistaken)) log.error({ err: error, correlationId: req.id }, 'an Open311 request failed');
      const wrong = error instanceof Mistaken ? error : mistaken('failed', { id: req.id }, 500);
      if (wrong.retryAfterSeconds !== null) void reply.header('retry-after', String(wrong.retryAfterSeconds));
      return reply.status(wrong.status).header('cache-control', 'no-store').send(write(mistakesAnswer(wrong, locale)));
    }
  }

  /** A list is up to a thousand requests: nobody needs many of them in a minute. */
  private async draw(address: string): Promise<void> {
    const refused = await this.limits.take('open311.read', address, { points: open311Env.OPEN311_READS_PER_MINUTE, seconds: 60 });
    if (refused) throw new Mistaken([{ key: 'too_many', blanks: { seconds: String(refused.retryAfterSeconds) }, status: 429 }], refused.retryAfterSeconds);
  }
}
