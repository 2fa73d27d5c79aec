import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Whether the caller says that it has this very answer already (RFC 9110, 13.1.2; the weak comparison). */
export function isTheSame({ headers }: FastifyRequest, tag: string): boolean {
  const known = headers['if-none-match'];
  if (known === undefined) return false;
  const strip = (one: string) => one.trim().replace(/^W\//, '');
  return known.trim() === '*' || known.split(',').some((one) => strip(one) === strip(tag));
}

/**
 * Sends a text with its tag, or 304 to who has it. The tag is weak: a compressed answer is the same one. `beside` is what belongs to the answer and
 * stands in its headers.
 */
export function sendKnown(req: FastifyRequest, reply: FastifyReply, text: string, beside = ''): FastifyReply {
  const tag = `W/"${createHash('sha256').update(text).update(beside).digest('base64url')}"`;
  void reply.header('etag', tag);
  return isTheSame(req, tag) ? reply.status(304).send() : reply.send(text);
}
