import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { log, REDIS, redisKey } from '@isegoria/kernel/api';

const keepSeconds = 90 * 24 * 3600;

/**
 * About how many people have had a comment before their eyes: what a moderator weighs. A HyperLogLog for each comment keeps
 * how many, to one in a hundred, and cannot be asked who.
 */
@Injectable()
export class Sightings {
  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  /** Nobody waits for it, and a lost sighting is no loss. */
  note(ids: string[], reader: string): void {
    if (ids.length === 0) return;
    const pipeline = this.redis.pipeline();
    for (const id of ids) pipeline.pfadd(keyOf(id), reader).expire(keyOf(id), keepSeconds);
    pipeline.exec().catch((error: unknown) => log.debug({ error: String(error) }, 'sightings were lost'));
  }

  async of(ids: string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const pipeline = this.redis.pipeline();
    for (const id of ids) pipeline.pfcount(keyOf(id));
    const counts = await pipeline.exec();
    return new Map(ids.map((id, at) => [id, Number(counts?.[at]?.[1] ?? 0)]));
  }
}

const keyOf = (id: string) => redisKey('seen', 'comment', id);
