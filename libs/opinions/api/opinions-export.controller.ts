import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Roles } from '@isegoria/identity/api';
import { exportFiles, writeFile } from './format/write-folder';
import { OpinionsExport } from './opinions-export';

/** A subject's opinions as the files of a Polis export, for those who publish or study them: all answers of a person together may tell who it is. */
@Controller('opinions-export')
export class OpinionsExportController {
  constructor(private readonly exports: OpinionsExport) {}

  @Roles('administrator', 'council')
  @Get(':kind/:id/:file')
  async file(@Param('kind') kind: string, @Param('id') id: string, @Param('file') name: string, @Res() reply: FastifyReply) {
    const file = exportFiles.find((known) => known === name);
    const conversation = file && (await this.exports.conversation({ kind, id }));
    if (!conversation) throw new NotFoundException('There is no such file.');
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file}"`)
      .header('cache-control', 'private, no-store')
      .send(writeFile(conversation, file));
  }
}
