import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { type Allowance, Limits } from '@isegoria/kernel/api';
import { BoxAudit } from './box-audit';
import { OpenedBallots } from './opened-ballots';

/** Of lists that are read from the store for it; one that is at hand costs nothing, and a town hall's readers share an address. */
const readings: Allowance = { points: 60, seconds: 60 };

/** What came out of a box, as files: the ballots for everybody, the way from commitments to ballots for its trustees. */
@Controller('boxes')
export class BoxesController {
  constructor(
    private readonly opened: OpenedBallots,
    private readonly audit: BoxAudit,
    private readonly limits: Limits,
  ) {}

  @Public()
  @Get(':ballotId/ballots.jsonl')
  async ballots(@Param('ballotId') ballotId: string, @Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    const refused = this.opened.has(ballotId) ? null : await this.limits.take('boxes.file', req.ip, readings);
    if (refused) return reply.status(429).header('retry-after', String(refused.retryAfterSeconds)).send({ error: 'Too many boxes in a short time.' });
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
