import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { BoxAudit } from './box-audit';
import { OpenedBallots } from './opened-ballots';

/** What came out of a box, as files: the ballots for everybody, the way from commitments to ballots for its trustees. */
@Controller('boxes')
export class BoxesController {
  constructor(
    private readonly opened: OpenedBallots,
    private readonly audit: BoxAudit,
  ) {}

  @Public()
  @Get(':ballotId/ballots.jsonl')
  async ballots(@Param('ballotId') ballotId: string, @Res() reply: FastifyReply) {
    return send(reply, await this.opened.file(ballotId), 'public, max-age=3600');
  }

  @Get(':ballotId/audit.jsonl')
  async auditFile(@CurrentCitizen() citizen: Citizen, @Param('ballotId') ballotId: string, @Res() reply: FastifyReply) {
    return send(reply, await this.audit.file(citizen, ballotId), 'private, no-store');
  }
}

function send(reply: FastifyReply, text: string | null, caching: string) {
  if (text === null) throw new NotFoundException('There is no such file, or none for you.');
  return reply.header('content-type', 'application/jsonl; charset=utf-8').header('cache-control', caching).send(text);
}
