import type { FastifyReply } from 'fastify';

/** Public data may be read from any page, and with any program. */
export function openToAll(reply: FastifyReply): FastifyReply {
  return reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'link, etag, content-length, content-range, retry-after');
}
