import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { REDIS, redisKey } from '@isegoria/kernel/api';

/** A room that was quiet so long is forgotten; whoever still looks at it sees the next change as a hole and asks again. */
const forgetAfterSeconds = 7 * 24 * 3600;

/** How many changes each room has seen, counted for all processes together. */
@Injectable()
export class Versions {
  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  async next(room: string): Promise<number> {
    const key = redisKey('room', room);
    const answers = await this.redis.pipeline().hincrby(key, 'version', 1).hset(key, 'at', Date.now()).expire(key, forgetAfterSeconds).exec();
    const [error, version] = answers?.[0] ?? [new Error('Redis did not answer'), 0];
    if (error) throw error;
    return Number(version);
  }

  async of(room: string): Promise<{ version: number; quietMs: number }> {
    const [version, at] = await this.redis.hmget(redisKey('room', room), 'version', 'at');
    return { version: Number(version ?? 0), quietMs: Math.max(0, Date.now() - Number(at ?? 0)) };
  }
}
