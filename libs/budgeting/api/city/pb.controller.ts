import { gunzipSync } from 'node:zlib';
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { StoragePort } from '@isegoria/files/api';
import { Public } from '@isegoria/identity/api';
import type { FastifyReply } from 'fastify';
import { AreaCounting } from './counting.service';

/** The published ballots and result of an area, as the file whose digest stands in the ledger. */
@Controller('pb')
export class PbController {
  constructor(
    private readonly counting: AreaCounting,
    private readonly storage: StoragePort,
  ) {}

  @Public()
  @Get(':budget/:file')
  async file(@Param('budget') budgetId: string, @Param('file') file: string, @Res() reply: FastifyReply) {
    const areaId = file.endsWith('.pb') ? file.slice(0, -3) : '';
    const outcome = areaId ? await this.counting.find(budgetId, areaId) : null;
    const bytes = outcome && (await this.storage.get(outcome.file));
    if (!bytes) throw new NotFoundException('There is no such file.');
    return reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="${budgetId}-${areaId}.pb"`)
      .header('cache-control', 'public, max-age=3600')
      .send(gunzipSync(bytes));
  }
}
