import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { Public } from '@isegoria/identity/api';
import { spanFields } from '@isegoria/integrity/contracts';
import { csv } from '@isegoria/kernel/api';
import type { FastifyReply } from 'fastify';
import { Signs } from './signs.service';

/** The chart of a sign as a CSV file. */
@Controller('integrity-files')
export class SpansController {
  constructor(private readonly signs: Signs) {}

  @Public()
  @Get(':file')
  async file(@Param('file') file: string, @Res() reply: FastifyReply) {
    const id = /^([0-9a-f]{20})\.csv$/.exec(file)?.[1] ?? '';
    const spans = id ? await this.signs.spans(id) : [];
    if (spans.length === 0) throw new NotFoundException('There is no such sign.');
    const rows = spans.map(({ from, to, supports }) => [id, from, to, supports]);
    return reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', `attachment; filename="integrity-${id}.csv"`).send(csv(spanFields.map(({ name }) => name), rows));
  }
}
