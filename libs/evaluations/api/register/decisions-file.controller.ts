import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { decisionColumns, type DecisionsFileAnswer, decisionsFileLimits, type DecisionsFileRefusal } from '@isegoria/evaluations/contracts';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { oneFile } from '@isegoria/kernel/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { textOfFile, WrongFile } from './decisions-file';
import { answerOf, DecisionsFiles, isToCome, type LookedLine } from './decisions-files.service';

type Answer = DecisionsFileAnswer | DecisionsFileRefusal;

const statusOf: Record<DecisionsFileRefusal['code'], number> = {
  malformed: 400, missing: 400, too_big: 413, too_many_lines: 413, spreadsheet: 415, not_csv: 422, columns_missing: 422, columns_unknown: 422, columns_twice: 422, empty: 422,
};

/** A file of decisions over plain HTTP, for officials: looked at first, then taken in by the same code. The city keeps no file: the page sends it to be looked at, and again until all of it is in. */
@Controller('evaluations/decisions-file')
export class DecisionsFileController {
  constructor(private readonly files: DecisionsFiles) {}

  /** An empty file with the names of the columns, as the spreadsheets of each language part them. `in`: el or en. */
  @Public()
  @Get('template.csv')
  template(@Query('in') language: unknown, @Res() reply: FastifyReply) {
    const isGreek = language !== 'en';
    const header = decisionColumns.map(({ name }) => (isGreek ? name.el : name.en)).join(isGreek ? ';' : ',');
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${isGreek ? 'apofaseis' : 'decisions'}.csv"`)
      .send(`\uFEFF${header}\r\n`);
  }

  @Roles('official', 'administrator')
  @Post('check')
  @HttpCode(200)
  async check(@Req() req: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Answer> {
    const lines = await this.linesOf(req);
    if ('code' in lines) return refused(lines, reply);
    return answerOf(lines);
  }

  @Roles('official', 'administrator')
  @Post('take')
  @HttpCode(200)
  async take(@CurrentCitizen() official: Citizen, @Req() req: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Answer> {
    const lines = await this.linesOf(req);
    if ('code' in lines) return refused(lines, reply);
    const answer = answerOf(lines);
    if (answer.wrong.length > 0) return answer;
    const left = Math.max(0, answer.left - decisionsFileLimits.atOnce);
    // The last part goes over the whole file: a sending that broke off may have left out the news of what it had brought in.
    const part = left === 0 ? lines : lines.filter(isToCome).slice(0, decisionsFileLimits.atOnce);
    const counts = { added: 0, changed: 0, unchanged: lines.length - left - part.length };
    await this.files.take(part, { role: 'official', id: official.id }, (fate) => void (counts[fate === 'contradicted' ? 'unchanged' : fate] += 1));
    return { ...answer, isTaken: left === 0, left, counts };
  }

  private async linesOf(req: FastifyRequest): Promise<LookedLine[] | DecisionsFileRefusal> {
    const bytes = await oneFile(req, decisionsFileLimits.bytes);
    if (typeof bytes === 'string') return { code: bytes, limit: bytes === 'too_big' ? decisionsFileLimits.bytes : null, names: [] };
    try {
      const lines = await this.files.look(textOfFile(bytes), decisionsFileLimits.lines);
      return lines.length > 0 ? lines : { code: 'empty', limit: null, names: [] };
    } catch (error) {
      if (!(error instanceof WrongFile)) throw error;
      return { code: error.code, limit: error.code === 'too_many_lines' ? decisionsFileLimits.lines : null, names: error.names };
    }
  }
}

function refused(refusal: DecisionsFileRefusal, reply: FastifyReply): DecisionsFileRefusal {
  reply.status(statusOf[refusal.code]);
  return refusal;
}
