import { hash } from 'node:crypto';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { Public } from '@isegoria/identity/api';
import type { FastifyReply } from 'fastify';

/** The whole public face, as `generate.mjs` wrote it down. */
const [text = ''] = Object.values(import.meta.glob<string>('/schema.graphql', { query: '?raw', import: 'default', eager: true }));
const etag = `"${hash('sha256', text, 'base64url').slice(0, 20)}"`;

/** The schema as a file, for whoever makes clients of it. */
@Controller()
export class SchemaController {
  @Public()
  @Get('graphql/schema.graphql')
  schema(@Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): void {
    void reply.header('etag', etag).header('cache-control', 'public, max-age=300').header('access-control-allow-origin', '*');
    void (known === etag ? reply.status(304).send() : reply.type('text/plain; charset=utf-8').send(text));
  }
}
