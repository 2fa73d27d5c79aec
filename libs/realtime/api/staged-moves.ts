import type { OnModuleInit } from '@nestjs/common';
import type { Clock, Unheard, UnheardEvent } from '@isegoria/kernel/api';
import type { Subject } from '@isegoria/kernel/contracts';
import type { ClientSession, Model } from 'mongoose';
import type { Announcer } from './announcer.service';

/** Something public that goes from stage to stage; its revision grows with every change. */
export interface Staged {
  _id: string;
  stage: string;
  revision: number;
}

/** One step: to which stage, and what is written and told with it. */
export interface StagedMove<T extends Staged> {
  to: T['stage'];
  set?: Partial<T>;
  push?: Record<string, unknown>;
  told?: UnheardEvent;
}

/**
 * Every step in the life of something: one conditional write from where it was seen to stand, with what is to be told of it. Of two who make one at once, the second gets null
 * and looks again; what a killed process wrote and did not tell is told later (`Unheard`).
 */
export abstract class StagedMoves<T extends Staged> implements OnModuleInit {
  protected constructor(
    protected readonly records: Model<T>,
    protected readonly subjectOf: (id: string) => Subject,
    protected readonly by: { announcer: Announcer; unheard: Unheard; clock: Clock },
  ) {}

  onModuleInit(): void {
    this.by.unheard.watch(this.records);
  }

  find(id: string): Promise<T | null> {
    return this.records.findById(String(id)).lean<T>().exec();
  }

  async make(seen: T, step: StagedMove<T>): Promise<T | null> {
    const moved = await this.write(seen, step);
    if (moved) await this.tell(seen._id);
    return moved;
  }

  /** Tells what was written with a change, and has every open page ask again. */
  async tell(id: string): Promise<void> {
    await this.by.unheard.tell(this.records, id);
    await this.by.announcer.announce(this.subjectOf(id), 'changed', {});
  }

  /** The one write; null where it does not stand any more where it was seen. */
  protected write({ _id, stage, revision }: T, { to, set = {}, push = {}, told }: StagedMove<T>, session: ClientSession | null = null): Promise<T | null> {
    const seen: Record<string, unknown> = { _id, stage, revision };
    const change: Record<string, unknown> = { $set: { ...set, stage: to, touchedAt: this.by.clock.now() }, $push: { ...push, ...(told && { unheard: told }) }, $inc: { revision: 1 } };
    return this.records.findOneAndUpdate(seen, change, { returnDocument: 'after', session }).lean<T>().exec();
  }
}
