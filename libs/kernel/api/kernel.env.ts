import { isIP } from 'node:net';
import { z } from 'zod';
import { defineEnv, envVar, onOff, secretVar } from './env';

/** Ranges of addresses that have a name (@fastify/proxy-addr). */
const namedRanges = ['loopback', 'linklocal', 'uniquelocal'];
const entrances = z.string().refine((text) => text.split(',').every((one) => isRange(one.trim())), `is a list of addresses, ranges (10.0.0.0/8) or ${namedRanges.join(', ')}, with commas`);

/** What every process of the city needs to know. */
export const kernelEnv = defineEnv({
  NODE_ENV: envVar(z.enum(['development', 'test', 'production']), 'How the process behaves; production hides the outbox and developer pages.', 'development'),
  PORT: envVar(z.string().regex(/^\d{1,5}$/, 'is a number from 0 to 65535').transform(Number).refine((port) => port <= 65535, 'is a number from 0 to 65535'), 'The one port for pages, GraphQL and sockets.', 4000),
  HOST: envVar(z.string(), 'The address to listen on.', '127.0.0.1'),
  PUBLIC_URL: envVar(z.url({ protocol: /^https?$/ }), 'The address that citizens see, without a path; links in mail begin with it.', ''),
  DATA_DIR: envVar(z.string(), 'The folder for stores, uploads and the secret of this city.', '.data'),
  MONGODB_URI: envVar(z.string().regex(/^mongodb(\+srv)?:\/\//, 'begins with mongodb:// or mongodb+srv://'), 'The document store, a replica set.', 'mongodb://127.0.0.1:27017/'),
  MONGODB_DB: envVar(z.string().regex(/^[\w-]{1,60}$/), 'The name of the database: one city, one database.', 'isegoria'),
  REDIS_URL: envVar(z.string().regex(/^rediss?:\/\//, 'begins with redis:// or rediss://'), 'Sessions, queues, rooms and locks.', 'redis://127.0.0.1:6379/0'),
  REDIS_PREFIX: envVar(z.string().regex(/^[\w-]{1,40}$/), 'What the keys of this city begin with.', 'isegoria'),
  WORKER: envVar(onOff, 'Whether this process runs jobs; off where worker processes run beside it.', true),
  TRUST_PROXY: envVar(entrances, 'Which entrances in front are believed in X-Forwarded-*: their addresses or ranges, with commas. A browser that wrote one itself is not.', ''),
  LOG_LEVEL: envVar(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), 'How much is logged, as JSON lines on standard error.', 'warn'),
  CITY_SECRET: secretVar(z.string().min(32), 'At least 32 characters from which cookies, tokens and pseudonyms are derived; made and kept in DATA_DIR when not set.', ''),
  WEBHOOK_PRIVATE: envVar(onOff, 'Whether webhooks, and notices to people’s devices, may lead to private and loopback addresses: for trying them out, never for a city.', false),
  RATE_LIMITS: envVar(onOff, 'Whether limits on tries are kept; off only for measuring.', true),
});

/** The address that citizens see, without a trailing slash. */
export function publicUrl(): string {
  return (kernelEnv.PUBLIC_URL || `http://localhost:${kernelEnv.PORT}`).replace(/\/+$/, '');
}

function isRange(text: string): boolean {
  const [address = '', bits = '0', ...more] = text.split('/');
  const longest = isIP(address) === 4 ? 32 : 128;
  return namedRanges.includes(text) || (isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= longest && more.length === 0);
}
