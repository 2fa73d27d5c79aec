import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Entrance } from '@isegoria/identity/api';
import { type Asked, askedBy, type Drawn, isOwnRequest, kernelEnv, Limits, metrics } from '@isegoria/kernel/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Counter } from 'prom-client';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ApiKeys } from './api-keys.service';
import { Costs } from './cost';
import { deepest, developersEnv } from './developers.env';

const seconds = 60;
const refusedCost = new Counter({ name: 'isegoria_query_refused_total', help: 'Queries refused before they ran, by why', labelNames: ['why'], registers: [metrics] });

/** Whoever's allowance a query is drawn from. */
interface Purse {
  kind: 'page' | 'visitor' | 'key';
  holder: string;
  quota: number;
}

/** Before each query: what it costs, whether that is too much for one, and whether whoever asks has asked for too much. */
export function fairUseDoor(app: NestFastifyApplication): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const [entrance, keys, limits] = [app.get(Entrance, { strict: false }), app.get(ApiKeys, { strict: false }), app.get(Limits, { strict: false })];
  const costs = new Costs();
  const pages = new RateLimiterMemory({ points: developersEnv.FAIR_USE_PAGES, duration: seconds });

  server.addHook('preHandler', async (req, reply) => {
    if (req.routeOptions.url !== '/graphql' || isOwnRequest(req)) return;
    const asked = askedBy(req);
    const cost = costOf(asked, costs, reply);
    if (cost === null) return reply;
    const purse = await purseOf(req);
    if (!purse) return refuse(reply, 401, 'UNKNOWN_KEY', 'This key is not known here, or was revoked.');
    const drawn = await draw(purse, cost);
    void reply.header('x-query-cost', String(cost));
    if (!drawn) return;
    // draft-ietf-httpapi-ratelimit-headers-10: what the quota is, and what is left of it for how many seconds.
    void reply.header('ratelimit-policy', `"cost";q=${purse.quota};w=${seconds}`).header('ratelimit', `"cost";r=${drawn.remaining};t=${drawn.resetSeconds}`);
    if (!drawn.isOver) return;
    void reply.header('retry-after', String(drawn.resetSeconds));
    const hint = purse.kind === 'visitor' ? ', or with a key of your own' : '';
    return refuse(reply, 429, 'TOO_MANY', `Too much was asked for within a minute. Try again in ${drawn.resetSeconds} s${hint}.`, { retryAfterSeconds: drawn.resetSeconds });
  });

  /**
   * A program says who it is by its key. A signed-in citizen, and whoever reads our pages (a browser says `Sec-Fetch-Site` by itself),
   * has the allowance of a page: a town hall's hundred visitors share an address. A program that lies has a page's, and no more.
   */
  async function purseOf(req: FastifyRequest): Promise<Purse | null> {
    const { FAIR_USE_KEY, FAIR_USE_PAGES, FAIR_USE_VISITOR } = developersEnv;
    const [, secret] = /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '') ?? [];
    if (secret !== undefined) {
      const key = await keys.idOf(secret);
      return key === null ? null : { kind: 'key', holder: key, quota: FAIR_USE_KEY };
    }
    const citizen = await entrance.citizenOf(req);
    if (citizen) return { kind: 'page', holder: citizen.id, quota: FAIR_USE_PAGES };
    const isPage = req.headers['sec-fetch-site'] === 'same-origin' && req.headers['x-fair-use'] !== 'visitor';
    return isPage ? { kind: 'page', holder: req.ip, quota: FAIR_USE_PAGES } : { kind: 'visitor', holder: req.ip, quota: FAIR_USE_VISITOR };
  }

  /** A page's allowance is a fence and no quota: it is counted in this process, so that no press of a button waits for it. */
  async function draw({ kind, holder, quota }: Purse, cost: number): Promise<Drawn | null> {
    if (kind !== 'page') return limits.draw(`query.${kind}`, holder, { points: quota, seconds }, cost);
    if (!kernelEnv.RATE_LIMITS) return null;
    const stand: unknown = await pages.consume(holder, cost).catch((refused: unknown) => refused);
    if (!(stand instanceof RateLimiterRes)) throw stand;
    return { isOver: stand.consumedPoints > quota, remaining: Math.max(0, stand.remainingPoints), resetSeconds: Math.max(1, Math.ceil(stand.msBeforeNext / 1000)) };
  }
}

/** What the query costs; null where it was refused for what it is. */
function costOf({ query, variables }: Asked, costs: Costs, reply: FastifyReply): number | null {
  // Where there is no text, nothing runs: a hash that is not known here is answered PersistedQueryNotFound.
  if (query === null) return 1;
  const measure = costs.of(query, variables);
  const highest = developersEnv.QUERY_COST;
  if ('unread' in measure) void (measure.unread === 'too long' ? refuse(reply, 400, 'TOO_LONG', 'This query has more than 4,000 words and signs. Ask for it in parts.') : refuse(reply, 400, 'UNREADABLE', measure.unread.message));
  else if (measure.depth > deepest) void refuse(reply, 400, 'TOO_DEEP', `This query goes ${measure.depth} levels deep; it may go ${deepest}. Ask for the inner things by their ids.`, { depth: measure.depth, deepest });
  else if (measure.cost > highest) void refuse(reply, 400, 'TOO_COSTLY', `This query costs ${measure.cost}; one query may cost ${highest}. Ask for fewer things at once (\`first\`).`, { cost: measure.cost, highest });
  else return measure.cost;
  return null;
}

function refuse(reply: FastifyReply, status: number, code: string, message: string, more: Record<string, unknown> = {}): FastifyReply {
  refusedCost.inc({ why: code });
  return reply.status(status).send({ data: null, errors: [{ message, extensions: { code, ...more } }] });
}
