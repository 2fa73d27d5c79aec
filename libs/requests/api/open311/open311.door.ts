import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { localeOf } from '@isegoria/kernel/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mistaken, mistakesAnswer } from './mistakes';
import { formatFor, formats, parted } from './spark';

/**
 * What the server refuses before a handler of Open311 has it, a body that is no form, that is broken, too long or comes from another site's page, is told
 * in the words and the format of the standard too: a program that reads XML learns nothing from the server's own JSON.
 */
export function open311Door(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().addHook('onSend', (req: FastifyRequest, reply: FastifyReply, payload: unknown, next: (error: null, payload: unknown) => void) => {
    // What says its language is an answer of ours.
    if (reply.statusCode < 400 || !req.url.startsWith('/open311/v2/') || reply.hasHeader('content-language')) return next(null, payload);
    const locale = localeOf((req.query as Record<string, unknown>)['lang']);
    const [, ending] = parted(req.url.split('?', 1)[0] ?? '');
    const { mediaType, write } = formats[formatFor(ending)];
    const wrong = wrongOf(reply.statusCode, req.id);
    void reply.status(wrong.status).header('content-type', `${mediaType}; charset=utf-8`).header('content-language', locale).header('cache-control', 'no-store').removeHeader('content-length');
    next(null, write(mistakesAnswer(wrong, locale)));
  });
}

/** In the standard's codes: 403 for who may not, 400 for all that a program can put right. */
function wrongOf(status: number, id: string) {
  if (status >= 500) return mistaken('failed', { id }, 500);
  if (status === 403) return mistaken('elsewhere', {}, 403);
  return mistaken(status === 413 ? 'too_big' : 'no_form');
}
