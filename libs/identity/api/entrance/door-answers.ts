import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Why a door stayed shut; `retryAfterSeconds` where it was tried too often. */
export interface Shut {
  refused: string;
  retryAfterSeconds?: number;
}

export function onlyJson(req: FastifyRequest): void {
  if (!req.headers['content-type']?.startsWith('application/json')) throw new UnsupportedMediaTypeException('application/json');
}

/** What a page is told of a door that stayed shut. */
export function tellRefused(reply: FastifyReply, { refused, retryAfterSeconds = 0 }: Shut): { reason: string; retryAfterSeconds?: number } {
  reply.status(retryAfterSeconds ? 429 : 401);
  if (!retryAfterSeconds) return { reason: refused };
  reply.header('retry-after', retryAfterSeconds);
  return { reason: 'too_many', retryAfterSeconds };
}
