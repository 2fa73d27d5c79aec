import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { newId } from '../store/ids';
import { REDIS, redisKey } from '../store/redis';

// A process that was killed while it held a lock holds up the others no longer than this; one that lives renews its own.
export const lockMs = 4_000;
// Who was held up for so long that their lock fell, and another's began, leaves that one its lock.
const renewed = `return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('pexpire', KEYS[1], ARGV[2])`;
const released = `return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('del', KEYS[1])`;

/** Runs it while no one else in the whole city holds the lock, and lets the lock go; null, and nothing has run, where somebody holds it. */
export async function whileHeld<T>(redis: Redis, lock: string, run: () => Promise<T>): Promise<{ result: T } | null> {
  const own = newId();
  if (!(await redis.set(lock, own, 'PX', lockMs, 'NX'))) return null;
  const renewal = setInterval(() => void redis.eval(renewed, 1, lock, own, lockMs).catch(() => undefined), lockMs / 3);
  try {
    return { result: await run() };
  } finally {
    clearInterval(renewal);
    // What does not reach the store falls by itself.
    await redis.eval(released, 1, lock, own).catch(() => undefined);
  }
}

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
    const until = Date.now() + patienceMs;
    for (;;) {
      const held = await whileHeld(this.redis, redisKey('turn', name), run);
      if (held) return held.result;
      if (Date.now() > until) throw new Error(`no turn came for ${name}`);
      await new Promise((wake) => setTimeout(wake, lookMs));
    }
  }
}
