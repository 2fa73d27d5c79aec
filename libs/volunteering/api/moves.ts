import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, Transactions, Unheard, type UnheardEvent } from '@isegoria/kernel/api';
import { Announcer } from '@isegoria/realtime/api';
import type { VolunteerDeltas, VolunteerStage } from '@isegoria/volunteering/contracts';
import type { ClientSession, Model } from 'mongoose';
import { callSubject, VolunteerCall } from './volunteer-call.schema';
import { VolunteerShift } from './volunteer-shift.schema';

interface Move {
  to: VolunteerStage;
  set?: Partial<VolunteerCall>;
  told?: UnheardEvent;
  /** What is written of its shifts with it. */
  also?: (session: ClientSession) => Promise<void>;
}

/** Every step in the life of a call: one conditional write from where it was seen to stand, in one transaction with what it does to the shifts. Of two who make one at once, the second gets null and looks again. */
@Injectable()
export class Moves implements OnModuleInit {
  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    @InjectModel(VolunteerShift.name) private readonly shifts: Model<VolunteerShift>,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.calls);
  }

  find(id: string): Promise<VolunteerCall | null> {
    return this.calls.findById(String(id)).lean<VolunteerCall>().exec();
  }

  shift(id: string): Promise<VolunteerShift | null> {
    return this.shifts.findById(String(id)).lean<VolunteerShift>().exec();
  }

  async make({ _id, stage, revision }: VolunteerCall, { to, set = {}, told, also }: Move): Promise<VolunteerCall | null> {
    const write = { $set: { ...set, stage: to, touchedAt: this.clock.now() }, ...(told && { $push: { unheard: told } }), $inc: { revision: 1 } };
    let moved: VolunteerCall | null = null;
    await this.transactions.run(async (session) => {
      moved = await this.calls.findOneAndUpdate({ _id, stage, revision }, write, { returnDocument: 'after', session }).lean<VolunteerCall>().exec();
      if (!moved) return;
      await also?.(session);
      // What a place is given by stands on the shift itself: an offer that is on its way meets this write.
      await this.shifts.updateMany({ callId: _id }, { $set: { isOpen: to === 'published' } }, { session }).exec();
    });
    if (moved) await this.tell(_id);
    return moved;
  }

  /** Tells what was written with a change, and has every open page ask again. */
  async tell(id: string): Promise<void> {
    await this.unheard.tell(this.calls, id);
    await this.say(id, 'changed', {});
  }

  /** Something that is to be told, written with what happened. */
  async keepTold(id: string, told: UnheardEvent, session: ClientSession): Promise<void> {
    await this.calls.updateOne({ _id: id }, { $push: { unheard: told } }, { session }).exec();
  }

  /** How a shift stands now, to every open page. */
  async tellPlaces(id: string): Promise<void> {
    const shift = await this.shift(id);
    if (shift) await this.say(shift.callId, 'places', { shiftId: id, registered: shift.registered, waiting: shift.waiting, seq: shift.tickets });
  }

  private say<K extends keyof VolunteerDeltas>(id: string, name: K, delta: VolunteerDeltas[K]): Promise<void> {
    return this.announcer.announce(callSubject(id), name, { ...delta });
  }
}
