import { Controller, Get, NotFoundException, Query, Res } from '@nestjs/common';
import { Public } from '@isegoria/identity/api';
import { csv } from '@isegoria/kernel/api';
import { populationHeader, populationRows } from '@isegoria/statistics/contracts';
import type { FastifyReply } from 'fastify';
import { Populations } from './populations.service';

/** The table of the city's people as a file, as it is read back in. */
@Controller('statistics')
export class PopulationController {
  constructor(private readonly populations: Populations) {}

  @Public()
  @Get('population.csv')
  async file(@Query('id') id: unknown, @Res() reply: FastifyReply) {
    const population = await this.populations.one(typeof id === 'string' ? id : null);
    if (!population) throw new NotFoundException('There is no such table.');
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="population-${population.asOf}.csv"`)
      .send(csv(populationHeader, populationRows(population)));
  }
}
