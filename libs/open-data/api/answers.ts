import type { FastifyReply, FastifyRequest } from 'fastify';

/** Public data may be read from any page, and with any program. */
export function openToAll(reply: FastifyReply): FastifyReply {
  return reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'link, etag, content-length, content-range, retry-after');
}

/** Whether the caller says that it has this very answer already (RFC 9110, 13.1.2; the weak comparison). */
export function isTheSame({ headers }: FastifyRequest, tag: string): boolean {
  const known = headers['if-none-match'];
  if (known === undefined) return false;
  const strip = (one: string) => one.trim().replace(/^W\//, '');
  return known.trim() === '*' || known.split(',').some((one) => strip(one) === strip(tag));
}
