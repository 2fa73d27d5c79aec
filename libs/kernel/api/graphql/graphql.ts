import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { HttpException } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import type { ASTVisitor, ExecutionResult, ValidationContext } from 'graphql';
import { log } from '../log';
import { persistedQueries } from './persisted-queries';
import { sdl } from './sdl';

/** What every resolver's context holds. */
export interface GraphContext {
  req: FastifyRequest;
  reply: FastifyReply;
}

/** Limits on one request: how deep, how many aliases and directives. How long, the body's limit says. The depth lets the stock introspection query pass (13). */
const limits = { depth: 15, aliases: 15, directives: 20 };

const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: (value) => readDate(value),
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : null),
});

/** GraphQL over Mercurius, schema first: the SDL of every slice, merged. */
export const graphqlRoot = GraphQLModule.forRoot<MercuriusDriverConfig>({
  driver: MercuriusDriver,
  typeDefs: [...sdl],
  resolvers: { DateTime },
  graphiql: false,
  jit: 1,
  allowBatchedQueries: false,
  persistedQueryProvider: persistedQueries,
  queryDepth: limits.depth,
  // Without a HEAD beside the GET: a HEAD is no write to a browser or to our door, and mercurius keeps mutations from GET alone.
  additionalRouteOptions: { bodyLimit: 100_000, exposeHeadRoute: false },
  validationRules: [
    oneOperation,
    maxAliasesRule({ n: limits.aliases, propagateOnRejection: true }),
    maxDirectivesRule({ n: limits.directives, propagateOnRejection: true }),
  ],
  context: (req: FastifyRequest, reply: FastifyReply): GraphContext => ({ req, reply }),
  errorFormatter: (execution: ExecutionResult, context: unknown) => ({
    statusCode: statusOf(execution),
    response: { data: execution.data ?? null, errors: execution.errors?.flatMap(reasons).map((error) => shown(error, context)) },
  }),
} as MercuriusDriverConfig);

/**
 * A text holds one operation. Mercurius compiles a text that it meets again for the operation that was named then, and runs that one
 * whichever is named later: a GET that names the text's query would run its mutation, for whoever follows a link.
 */
function oneOperation(context: ValidationContext): ASTVisitor {
  return {
    Document({ definitions }) {
      const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      if (operations.length > 1) context.reportError(new GraphQLError('This text holds more than one operation. Send each by itself.', { nodes: operations }));
    },
  };
}

/** A request that never became a query (not JSON, too large) keeps its HTTP status; whatever was asked is answered with 200. */
function statusOf({ data, errors }: ExecutionResult): number {
  const cause: unknown = data ? null : (errors?.[0]?.originalError ?? errors?.[0]);
  const status = typeof cause === 'object' && cause !== null && 'statusCode' in cause ? Number(cause.statusCode) : 200;
  return status >= 400 && status < 500 ? status : 200;
}

/** A query that does not fit the schema or the limits comes as one error that holds the reasons: they are what helps its writer. */
function reasons(error: GraphQLError): GraphQLError[] {
  const cause: unknown = error.originalError;
  if (typeof cause !== 'object' || cause === null || !('errors' in cause) || !Array.isArray(cause.errors)) return [error];
  const found: unknown[] = cause.errors;
  return found.filter((one): one is Error => one instanceof Error).map((one) => (one instanceof GraphQLError ? one : new GraphQLError(one.message)));
}

/** What a caller is told. What only we can cause is logged with the request's correlation id, and the caller gets the id alone. */
function shown(error: GraphQLError, context: unknown): GraphQLError {
  const cause = error.originalError;
  if (cause instanceof HttpException) return coded(error, cause.message, codeOf(cause.getStatus()));
  if (!cause || cause instanceof GraphQLError || 'statusCode' in cause) return error;
  // Whoever asked went away in the middle of the answer: nobody is there to be told, and nothing of ours failed.
  if ('code' in cause && cause.code === 'ERR_STREAM_PREMATURE_CLOSE') return error;
  const correlationId = (context as Partial<GraphContext> | null)?.req?.id ?? 'none';
  log.error({ correlationId, path: error.path, error: cause.stack }, 'a request failed');
  return coded(error, 'Something went wrong on our side.', 'INTERNAL', { correlationId });
}

function coded({ nodes, source, positions, path }: GraphQLError, message: string, code: string, more: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { code, ...more } });
}

function codeOf(status: number): string {
  const codes: Record<number, string> = { 400: 'BAD_REQUEST', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 429: 'TOO_MANY', 503: 'UNAVAILABLE' };
  return codes[status] ?? 'INTERNAL';
}

function readDate(value: unknown): Date {
  const date = new Date(typeof value === 'string' ? value : Number.NaN);
  if (Number.isNaN(date.getTime())) throw new GraphQLError('A DateTime is an ISO 8601 string.', { extensions: { code: 'BAD_REQUEST' } });
  return date;
}
