import { Controller, Get, Header, HttpCode, HttpException, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { isTheSame, Limits } from '@isegoria/kernel/api';
import type { Locale } from '@isegoria/kernel/contracts';
import { FORMATS, type ReportFormat } from '@isegoria/reports/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachment, fileNameOf } from './file-name';
import { Subscriptions } from './mailing/subscriptions.service';
import { reportsEnv } from './reports.env';
import { Reports } from './reports.service';

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
    const locale: Locale = lang === 'en' ? 'en' : 'el';
    // The tag is weak: of the same figures at another moment another file is made, which says the same.
    const tag = `W/"${found.tag}.${format}.${locale}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'cookie').header('x-robots-tag', 'noindex');
    if (isTheSame(req, tag)) return reply.status(304).send();
    const refused = await this.limits.take('reports.file', req.ip, { points: reportsEnv.REPORTS_PER_MINUTE, seconds: 60 });
    if (refused) {
      reply.header('retry-after', String(refused.retryAfterSeconds));
      throw new HttpException('Too many files in a short time. Try again in a minute.', 429);
    }
    return reply.header('content-type', TYPES[format]).header('content-disposition', attachment(fileNameOf(found.document, format, locale))).send(await this.reports.file(found, format, locale));
  }
}
