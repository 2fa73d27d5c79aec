import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { kernelEnv } from '@isegoria/kernel/api';
import { votesEnv } from './votes.env';

/** How fast one citizen may vote. Counted in this process's memory: a vote makes no trip more for it (decision 004). */
@Injectable()
export class Pace {
  private limiter: RateLimiterMemory | null = null;

  /** Takes one vote, or says after how many seconds there will be one again. */
  async take(citizenId: string): Promise<{ retryAfterSeconds: number } | null> {
    if (!kernelEnv.RATE_LIMITS) return null;
    this.limiter ??= new RateLimiterMemory({ points: votesEnv.VOTES_PER_MINUTE, duration: 60 });
    try {
      await this.limiter.consume(citizenId);
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return { retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
    }
  }
}
