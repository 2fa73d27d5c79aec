import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, Unheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { MeetingDeltas, MeetingStage } from '@isegoria/meetings/contracts';
import { Announcer } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Meeting } from './meeting.schema';

interface Move {
  to: MeetingStage;
  set?: Partial<Meeting>;
  push?: Record<string, unknown>;
  told?: UnheardEvent;
}

export const meetingSubject = (id: string) => ({ kind: 'meeting', id });
export const meetingPath = (id: string): string => `/meetings/${id}`;

/** Every step in the life of a meeting: one conditional write from where it was seen to stand, with what is to be told of it. Of two who make one at once, the second gets null and looks again. */
@Injectable()
export class Moves implements OnModuleInit {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.meetings);
  }

  find(id: string): Promise<Meeting | null> {
    return this.meetings.findById(String(id)).lean<Meeting>().exec();
  }

  async make({ _id, stage, revision }: Meeting, { to, set = {}, push = {}, told }: Move): Promise<Meeting | null> {
    const write = { $set: { ...set, stage: to, touchedAt: this.clock.now() }, $push: { ...push, ...(told && { unheard: told }) }, $inc: { revision: 1 } };
    const moved = await this.meetings.findOneAndUpdate({ _id, stage, revision }, write, { returnDocument: 'after' }).lean<Meeting>().exec();
    if (moved) await this.tell(_id);
    return moved;
  }

  /** Tells what was written with a change, and has every open page ask again. */
  async tell(id: string): Promise<void> {
    await this.unheard.tell(this.meetings, id);
    await this.say(id, 'changed', {});
  }

  /** What everybody in the room of a meeting hears. */
  say<K extends keyof MeetingDeltas>(id: string, name: K, delta: MeetingDeltas[K]): Promise<void> {
    return this.announcer.announce(meetingSubject(id), name, { ...delta });
  }
}
