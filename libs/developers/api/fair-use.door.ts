import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { hash } from 'node:crypto';
import { Entrance } from '@isegoria/identity/api';
import { Limits, metrics } from '@isegoria/kernel/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Counter } from 'prom-client';
import { ApiKeys } from './api-keys.service';
import { Costs } from './cost';
import { developersEnv } from './developers.env';

const seconds = 60;
/** What a query costs that is known by its hash alone, and to GraphQL's memory only. */
const unknownCost = 100;
const rememberedHashes = 1024;

const refusedCost = new Counter({ name: 'isegoria_query_cost_refused_total', help: 'Queries refused for their cost, by why', labelNames: ['why'], registers: [metrics] });

interface Asked {
  query?: unknown;
  variables?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } };
}

/** Before each query: what it costs, whether that is too much for one, and whether whoever asks has asked for too much. */
export function fairUseDoor(app: NestFastifyApplication): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const [entrance, keys, limits] = [app.get(Entrance, { strict: false }), app.get(ApiKeys, { strict: false }), app.get(Limits, { strict: false })];
  const persisted = new Map<string, string>();
  let costs: Costs | null = null;

  server.addHook('preHandler', async (req, reply) => {
    if (req.routeOptions.url !== '/graphql') return;
    costs ??= new Costs(app.get(GraphQLSchemaHost, { strict: false }).schema);
    const asked = askedBy(req);
    const query = textOf(asked, persisted);
    const cost = query === null ? unknownCost : costs.of(query, recordOf(asked.variables));
    if (cost > developersEnv.QUERY_COST) {
      refusedCost.inc({ why: 'one query' });
      return refuse(reply, 400, 'TOO_COSTLY', `This query costs ${cost}; one query may cost ${developersEnv.QUERY_COST}. Ask for fewer things at once (\`first\`).`, { cost, highest: developersEnv.QUERY_COST });
    }
    const secret = bearerOf(req);
    const key = secret === null ? null : await keys.idOf(secret);
    if (secret !== null && key === null) return refuse(reply, 401, 'UNKNOWN_KEY', 'This key is not known here, or was revoked.');
    // Whoever is signed in acts under limits of their own, and a town hall's hundred visitors share an address.
    if (!key && (await entrance.citizenOf(req))) return;
    const quota = key ? developersEnv.FAIR_USE_KEY : developersEnv.FAIR_USE_VISITOR;
    const drawn = await limits.draw(key ? 'query.key' : 'query.visitor', key ?? req.ip, { points: quota, seconds }, Math.max(1, cost));
    if (!drawn) return;
    // draft-ietf-httpapi-ratelimit-headers: what the quota is, and what is left of it for how many seconds.
    void reply.header('ratelimit-policy', `"cost";q=${quota};w=${seconds}`).header('ratelimit', `"cost";r=${drawn.remaining};t=${drawn.resetSeconds}`).header('x-query-cost', String(cost));
    if (!drawn.isOver) return;
    refusedCost.inc({ why: key ? 'key' : 'visitor' });
    void reply.header('retry-after', String(drawn.resetSeconds));
    return refuse(reply, 429, 'TOO_MANY', `Too much was asked for within a minute. Try again in ${drawn.resetSeconds} s${key ? '' : ', or with a key of your own'}.`, { retryAfterSeconds: drawn.resetSeconds });
  });
}

function askedBy(req: FastifyRequest): Asked {
  if (req.method !== 'GET') return recordOf(req.body);
  const { query, variables, extensions } = recordOf(req.query);
  return { query, variables: parsed(variables), extensions: recordOf(parsed(extensions)) };
}

/** The query's text, also where only its hash was sent; null where the hash is not known here. A text that comes with its hash is remembered. */
function textOf({ query, extensions }: Asked, persisted: Map<string, string>): string | null {
  const said = extensions?.persistedQuery?.sha256Hash;
  if (typeof query !== 'string') return typeof said === 'string' ? (persisted.get(said) ?? null) : '';
  if (typeof said === 'string' && hash('sha256', query, 'hex') === said) {
    persisted.delete(said);
    persisted.set(said, query);
    const [oldest] = persisted.keys();
    if (persisted.size > rememberedHashes && oldest !== undefined) persisted.delete(oldest);
  }
  return query;
}

function bearerOf({ headers: { authorization } }: FastifyRequest): string | null {
  const [, secret] = /^Bearer (isg_[\w-]{1,100})$/i.exec(authorization ?? '') ?? [];
  return secret ?? null;
}

function refuse(reply: FastifyReply, status: number, code: string, message: string, more: Record<string, unknown> = {}): FastifyReply {
  return reply.status(status).send({ data: null, errors: [{ message, extensions: { code, ...more } }] });
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
