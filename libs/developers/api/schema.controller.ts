import { hash } from 'node:crypto';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Public } from '@isegoria/identity/api';
import type { FastifyReply } from 'fastify';
import { printSchema } from 'graphql';

/** The schema as a file, for whoever makes clients of it. */
@Controller()
export class SchemaController {
  private printed: { text: string; etag: string } | null = null;

  constructor(private readonly host: GraphQLSchemaHost) {}

  @Public()
  @Get('graphql/schema.graphql')
  schema(@Headers('if-none-match') known: string | undefined, @Res() reply: FastifyReply): void {
    this.printed ??= withTag(printSchema(this.host.schema));
    const { text, etag } = this.printed;
    void reply.header('etag', etag).header('cache-control', 'public, max-age=300').header('access-control-allow-origin', '*');
    void (known === etag ? reply.status(304).send() : reply.type('text/plain; charset=utf-8').send(text));
  }
}

function withTag(text: string) {
  return { text, etag: `"${hash('sha256', text, 'base64url').slice(0, 20)}"` };
}
