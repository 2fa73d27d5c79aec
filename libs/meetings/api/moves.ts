import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, Unheard } from '@isegoria/kernel/api';
import type { MeetingDeltas } from '@isegoria/meetings/contracts';
import { Announcer, StagedMoves } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Meeting } from './meeting.schema';

export const meetingSubject = (id: string) => ({ kind: 'meeting', id });
export const meetingPath = (id: string): string => `/meetings/${id}`;

/** Every step in the life of a meeting. */
@Injectable()
export class Moves extends StagedMoves<Meeting> {
  constructor(@InjectModel(Meeting.name) meetings: Model<Meeting>, announcer: Announcer, unheard: Unheard, clock: Clock) {
    super(meetings, meetingSubject, { announcer, unheard, clock });
  }

  /** What everybody in the room of a meeting hears. */
  say<K extends keyof MeetingDeltas>(id: string, name: K, delta: MeetingDeltas[K]): Promise<void> {
    return this.by.announcer.announce(meetingSubject(id), name, { ...delta });
  }
}
