import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { kernelEnv } from '../kernel.env';
import { REDIS, redisKey } from '../store/redis';

/** How many tries in how many seconds. */
export interface Allowance {
  points: number;
  seconds: number;
}

/** How an allowance stands after a draw. */
export interface Drawn {
  isOver: boolean;
  remaining: number;
  /** Until it is whole again. */
  resetSeconds: number;
}

/** Counts tries per key over all processes; in memory of this one while Redis does not answer. */
@Injectable()
export class Limits {
  private readonly limiters = new Map<string, RateLimiterRedis>();

  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  /** Takes one try (or `cost` tries), or says after how many seconds there will be one again. */
  async take(name: string, key: string, allowance: Allowance, cost = 1): Promise<{ retryAfterSeconds: number } | null> {
    const drawn = await this.draw(name, key, allowance, cost);
    return drawn?.isOver ? { retryAfterSeconds: drawn.resetSeconds } : null;
  }

  /** Takes tries and says how it stands then; null where no limits are kept. */
  async draw(name: string, key: string, allowance: Allowance, cost: number): Promise<Drawn | null> {
    if (!kernelEnv.RATE_LIMITS) return null;
    try {
      return standing(await this.limiter(name, allowance).consume(key, cost), false);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return standing(refused, true);
      throw refused;
    }
  }

  /** Forgets the tries of a key, as after a right password. */
  async forget(name: string, key: string): Promise<void> {
    await this.limiters.get(name)?.delete(key);
  }

  private limiter(name: string, { points, seconds }: Allowance): RateLimiterRedis {
    const known = this.limiters.get(name);
    if (known) return known;
    const limits = { keyPrefix: redisKey('limit', name), points, duration: seconds };
    const made = new RateLimiterRedis({ ...limits, storeClient: this.redis, insuranceLimiter: new RateLimiterMemory(limits) });
    this.limiters.set(name, made);
    return made;
  }
}

function standing({ remainingPoints, msBeforeNext }: RateLimiterRes, isOver: boolean): Drawn {
  return { isOver, remaining: Math.max(0, remainingPoints), resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}
