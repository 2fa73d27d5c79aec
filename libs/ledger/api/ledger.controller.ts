import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@isegoria/identity/api';
import { verifierKey } from '@isegoria/ledger/contracts';
import { LedgerFiles } from './ledger-files';
import { LedgerKey } from './ledger-key';
import { Ledger } from './ledger.service';
import type { WitnessRefusal } from './witnesses/witness.rules';
import { Witnesses } from './witnesses/witnesses.service';

const zipped = promisify(gzip);
const text = 'text/plain; charset=utf-8';
const forEver = 'public, max-age=31536000, immutable';
const aMoment = 'public, max-age=1';

const statusOf: Record<WitnessRefusal, number> = {
  malformed: 400, another_log: 404, unknown_key: 403, bad_signature: 403, future: 422, unknown_size: 404, fork: 409, rollback: 409,
};

/** The log for everyone, after https://c2sp.org/tlog-tiles: any client that speaks it can follow. */
@Controller('ledger')
export class LedgerController {
  constructor(
    private readonly ledger: Ledger,
    private readonly files: LedgerFiles,
    private readonly witnesses: Witnesses,
    private readonly key: LedgerKey,
  ) {}

  @Public()
  @Get('checkpoint')
  async checkpoint(@Res() reply: FastifyReply): Promise<FastifyReply> {
    return open(reply, text, aMoment).send(await this.witnesses.signed(await this.ledger.checkpoint()));
  }

  /** The newest checkpoint that somebody else confirmed too: on a busy day it is a little behind. */
  @Public()
  @Get('checkpoint/witnessed')
  async witnessed(@Res() reply: FastifyReply): Promise<FastifyReply> {
    const note = await this.witnesses.newest();
    return note ? open(reply, text, aMoment).send(note) : missing(reply);
  }

  @Public()
  @Get('vkey')
  verifierKey(@Res() reply: FastifyReply): FastifyReply {
    return open(reply, text, 'public, max-age=60').send(`${verifierKey(this.key.key)}\n`);
  }

  /** Compressed here alone: one hash in a thousand begins as zlib does, and @fastify/compress would send that tile as it is and call it compressed. */
  @Public()
  @RouteConfig({ compress: false })
  @Get('tile/*')
  async tile(@Req() req: FastifyRequest<{ Params: { '*': string } }>, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const file = await this.files.read(req.params['*']);
    if (!file) return missing(reply);
    open(reply, 'application/octet-stream', file.isWhole ? forEver : 'no-store').header('vary', 'accept-encoding');
    // Hashes do not shrink; entries do, to a fifth.
    const isSmaller = req.params['*'].startsWith('entries/') && /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
    return isSmaller ? reply.header('content-encoding', 'gzip').send(await zipped(file.bytes)) : reply.send(Buffer.from(file.bytes));
  }

  /** A witness hands in the checkpoint that it verified, with its own signature line (cosignature/v1). */
  @Public()
  @Post('witness')
  @HttpCode(200)
  async witness(@Body() written: unknown, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const refused = typeof written === 'string' ? await this.witnesses.confirm(written) : 'malformed';
    if (refused) return reply.status(statusOf[refused]).type(text).send(`${refused}\n`);
    return this.checkpoint(reply);
  }
}

/** Anyone may read it, from any page. */
function open(reply: FastifyReply, type: string, caching: string): FastifyReply {
  return reply.headers({ 'content-type': type, 'cache-control': caching, 'access-control-allow-origin': '*' });
}

function missing(reply: FastifyReply): FastifyReply {
  return open(reply.status(404), text, 'no-store').send('There is no such file in this log.\n');
}
