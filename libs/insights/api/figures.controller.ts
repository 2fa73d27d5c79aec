import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { localized, type FigureRow } from '@isegoria/insights/contracts';
import { csv } from '@isegoria/kernel/api';
import type { Cell, Locale } from '@isegoria/kernel/contracts';
import type { FastifyReply } from 'fastify';
import { Insights } from './insights.service';

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
    const locale: Locale = lang === 'en' ? 'en' : 'el';
    const { columns } = found.figure;
    const header = columns.map(({ label }) => label[locale]);
    const rows = found.rows.map((row) => columns.map(({ key, type }) => (type === 'date' ? dayOf(row[key]) : cellOf(row[key], locale))));
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${id}.${locale}.csv"`)
      .header('cache-control', 'private, no-store')
      .send(csv(header, rows));
  }
}

/** A day as ISO 8601 writes it: spreadsheets read it as a day, and no hour of another zone slips in. */
function dayOf(cell: FigureRow[string] | undefined): Cell {
  return cell instanceof Date ? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Athens' }).format(cell) : null;
}

function cellOf(cell: FigureRow[string] | undefined, locale: Locale): Cell {
  if (cell === undefined || cell === null) return null;
  if (typeof cell === 'number' || cell instanceof Date) return cell;
  return localized(cell)?.[locale] ?? '';
}
