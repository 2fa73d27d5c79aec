import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { FastifyReply } from 'fastify';
import { sendTable } from '../table-file';
import { audienceOf, SittingDocuments } from './sitting-documents.service';
import { Sittings } from './sittings.service';

/** Each table of a sitting's page as a CSV file, seen by whom the page is seen by. */
@Controller('insights/sittings')
export class SittingsController {
  constructor(
    private readonly sittings: Sittings,
    private readonly documents: SittingDocuments,
  ) {}

  @Public()
  @Get(':sittingId/:sectionId/:file')
  async file(
    @Param() { sittingId, sectionId, file }: Record<'sittingId' | 'sectionId' | 'file', string>,
    @Query('lang') lang: unknown,
    @CurrentCitizen() citizen: Citizen | null,
    @Res() reply: FastifyReply,
  ) {
    const record = await this.sittings.byId(sittingId);
    const section = record && (await this.documents.section(record, sectionId, audienceOf(citizen)));
    const tables = section?.parts.flatMap((part) => part.tables) ?? [];
    const table = tables.find(({ id }) => `${id}.csv` === file);
    if (!table) throw new NotFoundException('There is no such table.');
    return sendTable(reply, { name: table.id, columns: table.columns, rows: table.rows }, lang);
  }
}
