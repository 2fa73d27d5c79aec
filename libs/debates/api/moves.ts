import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Unheard, type UnheardEvent } from '@isegoria/kernel/api';
import { Announcer } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Debate } from './debate.schema';

/** Every step in the life of a debate: one conditional write from where it was seen to stand, with what is to be told of it. Of two who make one at once, the second gets null and looks again. */
@Injectable()
export class Moves implements OnModuleInit {
  constructor(
    @InjectModel(Debate.name) private readonly debates: Model<Debate>,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.debates);
  }

  find(id: string): Promise<Debate | null> {
    return this.debates.findById(String(id)).lean<Debate>().exec();
  }

  async make({ _id, revision }: Debate, set: Partial<Debate>, told: UnheardEvent[] = []): Promise<Debate | null> {
    const write = { $set: { ...set, ...(set.visibility && { listed: set.visibility === 'public' }) }, $inc: { revision: 1 }, ...(told.length > 0 && { $push: { unheard: { $each: told } } }) };
    const moved = await this.debates.findOneAndUpdate({ _id, revision }, write, { returnDocument: 'after' }).lean<Debate>().exec();
    if (moved) await this.tell(_id);
    return moved;
  }

  /** Tells what was written with a change, and has every open page ask again. */
  async tell(id: string): Promise<void> {
    await this.unheard.tell(this.debates, id);
    await this.announcer.announce(subjectOf(id), 'changed', {});
  }
}

export const subjectOf = (id: string) => ({ kind: 'debate', id });

/** The conclusion as moderators know it: a text of its own. */
export const conclusionOf = (id: string) => ({ kind: 'debate-conclusion', id });

export const debatePath = (id: string): string => `/debates/${id}`;
