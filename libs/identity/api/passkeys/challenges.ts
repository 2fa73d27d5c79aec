import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { REDIS, redisKey } from '@isegoria/kernel/api';

/** A question that a device answers lives so long. */
export const challengeSeconds = 300;

/** The questions that are put to devices: each may be answered once, for what it was asked. In Redis, so that any process hears the answer. */
@Injectable()
export class Challenges {
  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  async ask(purpose: string): Promise<string> {
    const challenge = randomBytes(32).toString('base64url');
    await this.redis.set(keyOf(challenge), purpose, 'EX', challengeSeconds);
    return challenge;
  }

  /** Uses a question up: of two answers that come at once, one finds it there. */
  async take(purpose: string, challenge: string): Promise<boolean> {
    if (!/^[\w-]{43}$/.test(challenge)) return false;
    const kept = await this.redis.get(keyOf(challenge));
    return (await this.redis.del(keyOf(challenge))) === 1 && kept === purpose;
  }
}

const keyOf = (challenge: string): string => redisKey('passkey-asked', challenge);
