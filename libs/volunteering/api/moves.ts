import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, Transactions, Unheard, type UnheardEvent } from '@isegoria/kernel/api';
import { Announcer, type StagedMove, StagedMoves } from '@isegoria/realtime/api';
import type { VolunteerDeltas } from '@isegoria/volunteering/contracts';
import type { ClientSession, Model } from 'mongoose';
import { callSubject, VolunteerCall } from './volunteer-call.schema';
import { VolunteerShift } from './volunteer-shift.schema';

interface Move extends StagedMove<VolunteerCall> {
  /** What is written of its shifts with it. */
  also?: (session: ClientSession) => Promise<void>;
}

/** Every step in the life of a call, in one transaction with what it does to the shifts. */
@Injectable()
export class Moves extends StagedMoves<VolunteerCall> {
  constructor(
    @InjectModel(VolunteerCall.name) calls: Model<VolunteerCall>,
    @InjectModel(VolunteerShift.name) private readonly shifts: Model<VolunteerShift>,
    announcer: Announcer,
    unheard: Unheard,
    private readonly transactions: Transactions,
    clock: Clock,
  ) {
    super(calls, callSubject, { announcer, unheard, clock });
  }

  shift(id: string): Promise<VolunteerShift | null> {
    return this.shifts.findById(String(id)).lean<VolunteerShift>().exec();
  }

  override async make(seen: VolunteerCall, { also, ...step }: Move): Promise<VolunteerCall | null> {
    let moved: VolunteerCall | null = null;
    await this.transactions.run(async (session) => {
      moved = await this.write(seen, step, session);
      if (!moved) return;
      await also?.(session);
      // What a place is given by stands on the shift itself: an offer that is on its way meets this write.
      await this.shifts.updateMany({ callId: seen._id }, { $set: { isOpen: step.to === 'published' } }, { session }).exec();
    });
    if (moved) await this.tell(seen._id);
    return moved;
  }

  /** Something that is to be told, written with what happened. */
  async keepTold(id: string, told: UnheardEvent, session: ClientSession): Promise<void> {
    await this.records.updateOne({ _id: id }, { $push: { unheard: told } }, { session }).exec();
  }

  /** How a shift stands now, to every open page. */
  async tellPlaces(id: string): Promise<void> {
    const shift = await this.shift(id);
    if (shift) await this.say(shift.callId, 'places', { shiftId: id, registered: shift.registered, waiting: shift.waiting, seq: shift.tickets });
  }

  private say<K extends keyof VolunteerDeltas>(id: string, name: K, delta: VolunteerDeltas[K]): Promise<void> {
    return this.by.announcer.announce(callSubject(id), name, { ...delta });
  }
}
