import { Redis } from 'ioredis';
import { kernelEnv } from '../kernel.env';
import { log } from '../log';

/** Injection token of the city's Redis connection. */
export const REDIS = Symbol('redis');

/** A key of this city. */
export function redisKey(...parts: string[]): string {
  return [kernelEnv.REDIS_PREFIX, ...parts].join(':');
}

/** A connection of its own; `patient` for those who block or subscribe (Bull wants them without limits and checks). It reconnects by itself and never takes the process down. */
export function newRedis(options: { patient?: boolean } = {}): Redis {
  const redis = new Redis(kernelEnv.REDIS_URL, {
    maxRetriesPerRequest: options.patient ? null : 2,
    retryStrategy: (tries) => Math.min(tries * 100, 2000),
    enableReadyCheck: !options.patient,
  });
  let told = false;
  redis.on('error', (error: Error) => {
    if (!told) log.warn({ error: error.message }, 'Redis does not answer; trying again');
    told = true;
  });
  redis.on('ready', () => (told = false));
  return redis;
}
