import { Controller, Get, Header, Inject, Res, SetMetadata } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { FastifyReply } from 'fastify';
import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import { metrics } from './metrics';
import { PUBLIC } from '../graphql/kernel.resolver';
import { REDIS } from '../store/redis';

const patienceMs = 2000;

/** For those who run the city: is the process alive, can it serve, how is it doing. */
@Controller()
@SetMetadata(PUBLIC, true)
export class HealthController {
  constructor(
    @InjectConnection() private readonly mongo: Connection,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  @Get('healthz')
  alive() {
    return { status: 'ok' };
  }

  /** 200 when both stores answer within two seconds, 503 with the one that does not. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const [documents, queues] = await Promise.all([
      answers(this.mongo.db?.admin().ping()),
      answers(this.redis.ping()),
    ]);
    if (!documents || !queues) reply.status(503);
    return { status: documents && queues ? 'ok' : 'unavailable', documents, queues };
  }

  @Get('metrics')
  @Header('content-type', metrics.contentType)
  metrics(): Promise<string> {
    return metrics.metrics();
  }
}

async function answers(question: Promise<unknown> | undefined): Promise<boolean> {
  if (!question) return false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('late')), patienceMs)));
  return Promise.race([question, late]).then(() => true, () => false).finally(() => clearTimeout(timer));
}
