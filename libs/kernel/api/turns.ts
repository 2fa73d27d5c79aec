import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { newId } from './ids';
import { REDIS, redisKey } from './redis';

// Who was held up for so long that their lock fell, and another's began, leaves that one its lock.
export const renewed = `return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('pexpire', KEYS[1], ARGV[2])`;
export const released = `return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('del', KEYS[1])`;

// A process that was killed in its turn holds up the next one no longer than this; one that lives renews its lock.
const lockMs = 4_000;
const patienceMs = 15_000;
const lookMs = 20;

/**
 * Acts that read much before they write, over several records and stores, one after the other in the whole city. For what no index and no single
 * write can keep apart: whoever comes second reads what the first one wrote.
 */
@Injectable()
export class Turns {
  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  /** Does it when it is its turn among all of that name. Throws where the others take longer than a quarter of a minute. */
  async take<T>(name: string, run: () => Promise<T>): Promise<T> {
    const [lock, own] = [redisKey('turn', name), newId()];
    const until = Date.now() + patienceMs;
    while (!(await this.redis.set(lock, own, 'PX', lockMs, 'NX'))) {
      if (Date.now() > until) throw new Error(`no turn came for ${name}`);
      await new Promise((wake) => setTimeout(wake, lookMs));
    }
    const renewal = setInterval(() => void this.redis.eval(renewed, 1, lock, own, lockMs).catch(() => undefined), lockMs / 3);
    try {
      return await run();
    } finally {
      clearInterval(renewal);
      await this.redis.eval(released, 1, lock, own).catch(() => undefined);
    }
  }
}
