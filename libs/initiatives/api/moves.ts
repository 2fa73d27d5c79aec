import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { InitiativeStage } from '@isegoria/initiatives/contracts';
import { Clock, Unheard, type UnheardEvent } from '@isegoria/kernel/api';
import { Announcer } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Initiative } from './initiative.schema';

interface Move {
  to: InitiativeStage;
  set?: Partial<Initiative>;
  push?: Record<string, unknown>;
  told?: UnheardEvent;
}

/** Every step in the life of an initiative: one conditional write from where it was seen to stand, with what is to be told of it. Of two who make one at once, the second gets null and looks again. */
@Injectable()
export class Moves implements OnModuleInit {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.initiatives);
  }

  find(id: string): Promise<Initiative | null> {
    return this.initiatives.findById(String(id)).lean<Initiative>().exec();
  }

  async make({ _id, stage, revision }: Initiative, { to, set = {}, push = {}, told }: Move): Promise<Initiative | null> {
    const write = { $set: { ...set, stage: to, touchedAt: this.clock.now() }, $push: { ...push, ...(told && { unheard: told }) }, $inc: { revision: 1 } };
    const moved = await this.initiatives.findOneAndUpdate({ _id, stage, revision }, write, { returnDocument: 'after' }).lean<Initiative>().exec();
    if (moved) await this.tell(_id);
    return moved;
  }

  /** Tells what was written with a change, and has every open page ask again. */
  async tell(id: string): Promise<void> {
    await this.unheard.tell(this.initiatives, id);
    await this.announcer.announce({ kind: 'initiative', id }, 'changed', {});
  }
}
