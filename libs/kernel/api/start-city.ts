import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import { createApp, type Door } from './http/create-app';
import { forgetEnv } from './env';
import { Jobs } from './jobs/jobs';
import { REDIS } from './store/redis';

/** What a test holds of a city that it started: the address, the services, GraphQL, and the way to end it. */
export type TestCity = Awaited<ReturnType<typeof startCity>>;

/** An answer of the GraphQL endpoint. */
export interface GraphAnswer<T> {
  data: T;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/**
 * Starts a city of just the given slices on the real stores, with a database and a Redis prefix of its own, listening on a
 * free port. `beside` joins the stores of another city of the same test: a second api process, as far as the stores can tell.
 */
export async function startCity(slices: (Type | DynamicModule)[], { doors = [], beside = false, port = 0 }: { doors?: Door[]; beside?: boolean; port?: number } = {}) {
  const dataDir = beside ? null : ownStores();
  const app = await createApp(slices, doors);
  await app.listen(port, '127.0.0.1');
  const url = await app.getUrl();
  const mongo = app.get<Connection>(getConnectionToken());

  return {
    app,
    url,
    get: <T>(token: Type<T> | string | symbol): T => app.get<T>(token, { strict: false }),

    /** Sends GraphQL as a browser of our own pages would. */
    async graph<T = Record<string, unknown>>(query: string, variables: Record<string, unknown> = {}, { cookie }: { cookie?: string } = {}): Promise<GraphAnswer<T>> {
      const headers: Record<string, string> = { 'content-type': 'application/json', origin: url };
      if (cookie) headers['cookie'] = cookie;
      const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
      return (await answer.json()) as GraphAnswer<T>;
    },

    async stop(): Promise<void> {
      // No job may find its store gone.
      await ended('its jobs', app.get(Jobs).onModuleDestroy());
      if (dataDir) await forget(mongo, app.get<Redis>(REDIS));
      await ended('its modules', app.close());
      if (dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function ownStores(): string {
  const name = `test_${randomBytes(5).toString('hex')}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'isegoria-'));
  Object.assign(process.env, { NODE_ENV: 'test', MONGODB_DB: name, REDIS_PREFIX: name, DATA_DIR: dataDir, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error' });
  forgetEnv();
  return dataDir;
}

async function forget(mongo: Connection, redis: Redis): Promise<void> {
  await ended('its database', mongo.dropDatabase());
  const keys = await redis.keys(`${process.env['REDIS_PREFIX'] ?? 'none'}*`);
  if (keys.length > 0) await redis.del(keys);
}

const patienceMs = 20_000;

/** What has not ended in time is named and no longer waited for: the tests before it have said already what they had to say. */
async function ended(what: string, end: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((tell) => (timer = setTimeout(() => tell(true), patienceMs)));
  if (await Promise.race([end.then(() => false), late])) process.stderr.write(`A test's city ended without ${what}, which took longer than ${patienceMs / 1000} s.\n`);
  clearTimeout(timer);
}

/** Waits until a condition holds, asking every few milliseconds; fails with its sentence after `withinMs`. */
export async function eventually<T>(what: string, ask: () => Promise<T | null | false | undefined> | T | null | false | undefined, withinMs = 10_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`It did not happen in time: ${what}`);
    await new Promise((wake) => setTimeout(wake, 20));
  }
}
