import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { Clock, log } from '@isegoria/kernel/api';

const askAgainMs = 30_000;
/** What a machine's clock may differ from the store's: the way there and back, and a little. */
export const toleratedMs = 2000;

/**
 * The time by which ballots open and close: the store's, which all machines share. A machine whose own clock is an hour ahead
 * would refuse votes an hour early and open a box while others still fill it. It is asked for every half minute; in between,
 * this machine's clock is corrected by what it was wrong. Until the first answer the machine's own clock holds.
 */
@Injectable()
export class CityClock {
  private wrongMs = 0;
  private askedAt = Number.NEGATIVE_INFINITY;
  private asking: Promise<void> | null = null;

  constructor(
    @InjectConnection() private readonly mongo: Connection,
    private readonly machine: Clock,
  ) {}

  /** The moment, as well as it was last known. Never waits. */
  now(): Date {
    if (performance.now() - this.askedAt > askAgainMs) void this.compare();
    return new Date(this.machine.now().getTime() + this.wrongMs);
  }

  /** The moment by a store that has just been asked: for what must not happen too early. */
  async sure(): Promise<Date> {
    await this.compare();
    return this.now();
  }

  private compare(): Promise<void> {
    this.asking ??= this.ask()
      .catch((error: unknown) => log.warn({ error: String(error) }, 'the store did not say what time it is'))
      .finally(() => (this.asking = null));
    return this.asking;
  }

  private async ask(): Promise<void> {
    this.askedAt = performance.now();
    const before = this.machine.now().getTime();
    const answer = await this.mongo.db?.admin().command({ hello: 1 });
    const storeNow: unknown = answer?.['localTime'];
    if (!(storeNow instanceof Date)) return;
    const difference = storeNow.getTime() - (before + this.machine.now().getTime()) / 2;
    const isWrong = Math.abs(difference) > toleratedMs;
    if (isWrong && this.wrongMs === 0) log.error({ seconds: Math.round(-difference / 1000) }, 'this machine’s clock is wrong; ballots go by the store’s');
    this.wrongMs = isWrong ? difference : 0;
  }
}
