import { Controller, Get, Header, HttpCode, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { isTheSame, Limits, log, ThreadsBusy } from '@isegoria/kernel/api';
import { localeOf } from '@isegoria/kernel/contracts';
import { FORMATS, type ReportFormat } from '@isegoria/reports/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachment, fileNameOf } from './file-name';
import { Subscriptions } from './mailing/subscriptions.service';
import { reportsEnv } from './reports.env';
import { Reports } from './reports.service';
import { sayIn } from './words';

const TYPES: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Pages as files, seen by whom the page is seen by; and the certificate that they are signed by. */
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly reports: Reports,
    private readonly subscriptions: Subscriptions,
    private readonly limits: Limits,
  ) {}

  @Public()
  @Get('certificate.pem')
  @Header('content-type', 'application/x-pem-file')
  @Header('content-disposition', 'attachment; filename="isegoria-reports.pem"')
  certificate(): Promise<string> {
    return this.reports.pem();
  }

  /** The one-click end of a report that mail programs offer beside the sender (RFC 8058). People who follow the link see a page. */
  @Public()
  @Post('stop')
  @HttpCode(204)
  async stop(@Query('id') id: unknown, @Query('token') token: unknown): Promise<void> {
    if (typeof id === 'string' && typeof token === 'string') await this.subscriptions.stop(id, token);
  }

  @Public()
  @Get(':kind/:file')
  async file(@Param() { kind, file }: Record<'kind' | 'file', string>, @Query('lang') lang: unknown, @CurrentCitizen() citizen: Citizen | null, @Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    const dot = file.lastIndexOf('.');
    const format = FORMATS.find((one) => one === file.slice(dot + 1));
    const found = format && dot > 0 ? await this.reports.find(kind, file.slice(0, dot), citizen) : null;
    if (!format || !found) throw new NotFoundException('There is no such page.');
    const locale = localeOf(lang);
    // The tag is weak: of the same figures at another moment another file is made, which says the same.
    const tag = `W/"${found.tag}.${format}.${locale}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'cookie').header('x-robots-tag', 'noindex');
    if (isTheSame(req, tag)) return reply.status(304).send();
    const refused = await this.limits.take('reports.file', req.ip, { points: reportsEnv.REPORTS_PER_MINUTE, seconds: 60 });
    if (refused) return apology(reply, 429, sayIn(locale)('failed.tooMany'), refused.retryAfterSeconds);
    try {
      const bytes = await this.reports.file(found, format, locale);
      return reply.header('content-type', TYPES[format]).header('content-disposition', attachment(fileNameOf(found.document, format, locale))).send(bytes);
    } catch (error) {
      if (error instanceof ThreadsBusy) return apology(reply, 503, sayIn(locale)('failed.busy'), error.retryAfterSeconds);
      log.error({ report: kind, format, error: error instanceof Error ? error.stack : String(error) }, 'a file of a page could not be made');
      return apology(reply, 500, sayIn(locale)('failed.broken'));
    }
  }
}

/** A sentence in place of the file: nobody keeps it, and it has no tag of the file's. */
function apology(reply: FastifyReply, status: 429 | 500 | 503, sentence: string, retryAfterSeconds?: number): FastifyReply {
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  return reply.status(status).removeHeader('etag').header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(`${sentence}\n`);
}
