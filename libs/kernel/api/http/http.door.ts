import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { publicUrl } from '../kernel.env';
import { refusals, requestSeconds } from './metrics';

declare module 'fastify' {
  interface FastifyRequest {
    /** The page's nonce: a script or style that does not carry it does not run. */
    nonce: string;
  }
}

/** On every request: a correlation id, security headers, refusal of other sites' writes, and the time it took. */
export function httpDoor(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.decorateRequest('nonce', '');
  server.addHook('onRequest', (req: FastifyRequest, reply: FastifyReply, next: () => void) => {
    reply.header('x-correlation-id', req.id);
    securityHeaders(req, reply);
    if (comesFromElsewhere(req)) {
      refusals.inc({ reason: 'origin' });
      reply.status(403).send({ error: 'This request came from another site.', correlationId: req.id });
      return;
    }
    next();
  });
  server.addHook('onResponse', (req: FastifyRequest, reply: FastifyReply, next: () => void) => {
    requestSeconds.observe({ method: req.method, route: routeOf(req), status: reply.statusCode }, reply.elapsedTime / 1000);
    next();
  });
}

/** The route's pattern. Every built file is a route of its own, and would be a time series of its own: they are one. */
function routeOf({ routeOptions: { url } }: FastifyRequest): string {
  return url?.replace(/^(.*\/)[^/*:]+\.\w+$/, '$1(file)') ?? 'none';
}

/**
 * Writes are taken from our own pages only. A browser says where a write comes from (`Sec-Fetch-Site`, `Origin`); a caller
 * that says neither is no browser, and carries no citizen's cookie that it was not given.
 */
function comesFromElsewhere(req: FastifyRequest): boolean {
  if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') return false;
  const { origin, host } = req.headers;
  const site = req.headers['sec-fetch-site'];
  if (site && site !== 'same-origin' && site !== 'none') return true;
  return origin !== undefined && origin !== publicUrl() && origin !== `${req.protocol}://${host ?? ''}`;
}

function securityHeaders(req: FastifyRequest, reply: FastifyReply): void {
  const isEmbed = req.url.startsWith('/embed/');
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'strict-origin-when-cross-origin');
  // The window in which a citizen acts tells the page that opened it when that is done; every other page stands alone.
  reply.header('cross-origin-opener-policy', req.url.startsWith('/act/') ? 'unsafe-none' : 'same-origin');
  if (!isEmbed) reply.header('x-frame-options', 'DENY');
  if (req.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
  if (!asksForPage(req)) {
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    return;
  }
  req.nonce = randomBytes(16).toString('base64');
  reply.header('permissions-policy', 'camera=(), microphone=(), payment=(), geolocation=(self)');
  reply.header('content-security-policy', pagePolicy(req.nonce, isEmbed));
}

/** A browser says that it wants HTML. A monitor, a link preview or curl takes anything: what has no ending is a page to them. */
function asksForPage({ method, headers, url }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const accept = headers.accept ?? '*/*';
  if (accept.includes('text/html')) return true;
  const dest = headers['sec-fetch-dest'];
  return accept.includes('*/*') && (dest === undefined || dest === 'document') && !/\.\w+$/.test(url.split('?', 1)[0] ?? '');
}

function pagePolicy(nonce: string, isEmbed: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    // A decision or a count may stand on any municipal page; everything that acts may not be framed.
    `frame-ancestors ${isEmbed ? '*' : "'none'"}`,
    "frame-src 'self'",
  ].join('; ');
}
