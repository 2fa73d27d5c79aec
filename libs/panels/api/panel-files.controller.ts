import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { Public } from '@isegoria/identity/api';
import type { FastifyReply } from 'fastify';
import { PanelReading } from './reading.service';

/** All that a draw is checked by, as one file: by the reader's browser, by a program, by hand. */
@Controller('panel-files')
export class PanelFilesController {
  constructor(private readonly reading: PanelReading) {}

  @Public()
  @Get(':id/draw.json')
  async draw(@Param('id') id: string, @Res() reply: FastifyReply) {
    const file = await this.reading.drawFile(id);
    if (!file) throw new NotFoundException('There is no draw of this panel.');
    return reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'public, no-cache').header('access-control-allow-origin', '*').send(JSON.stringify(file));
  }
}
