import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { FastifyReply } from 'fastify';
import { Insights } from './insights.service';
import { sendTable } from './table-file';

/** Each figure as a CSV file, seen by whom the page is seen by. */
@Controller('insights/figures')
export class FiguresController {
  constructor(private readonly insights: Insights) {}

  @Public()
  @Get(':file')
  async file(@Param('file') file: string, @Query('lang') lang: unknown, @CurrentCitizen() citizen: Citizen | null, @Res() reply: FastifyReply) {
    const id = file.endsWith('.csv') ? file.slice(0, -4) : '';
    const found = await this.insights.one(id, citizen);
    if (!found) throw new NotFoundException('There is no such figure.');
    return sendTable(reply, { name: id, columns: found.figure.columns, rows: found.rows }, lang);
  }
}
