import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { Clock, pageOf, type Sort } from '@isegoria/kernel/api';
import type { Meeting as Shown, MeetingDesk, MeetingPage, MeetingTime, QueryMeetingsArgs } from '@isegoria/meetings/contracts';
import type { Model } from 'mongoose';
import { MeetingGuestRecord } from './guests/guest.schema';
import { MeetingViews } from './meeting-views';
import { Meeting } from './meeting.schema';
import { comingStages, mayRead, pastStages, publicStages } from './meetings.rules';
import { Moves } from './moves';
import { QuestionViews } from './room/question-views';

const stagesOf: Record<MeetingTime, typeof publicStages> = { coming: comingStages, past: pastStages, all: publicStages };
const soonest: Sort = [['startsAt', 1], ['_id', 1]];
const latest: Sort = [['startsAt', -1], ['_id', -1]];
const deskMost = 50;

/** The public ones of some stages, as the store is asked for them. */
export const publicIn = (stages: readonly Meeting['stage'][] = publicStages) => ({ stage: { $in: [...stages] } });

/** What everyone, who comes and the organisers read of meetings. */
@Injectable()
export class Reading {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingGuestRecord.name) private readonly guests: Model<MeetingGuestRecord>,
    private readonly moves: Moves,
    private readonly views: MeetingViews,
    private readonly questions: QuestionViews,
    private readonly clock: Clock,
  ) {}

  async list({ filter: asked, first, after }: QueryMeetingsArgs, viewer: Citizen | null): Promise<MeetingPage> {
    const { time, text, kind, departmentId, districtId } = asked ?? {};
    const filter = {
      ...publicIn(stagesOf[time ?? 'all']), ...(kind && { kind }), ...(departmentId && { departmentId: String(departmentId) }),
      // What is for the whole city is for each of its districts.
      ...(districtId && { $or: [{ districtIds: String(districtId) }, { districtIds: { $size: 0 } }] }),
    };
    const page = await pageOf<Meeting>(this.meetings, { filter, words: (text ?? '').slice(0, 200), sort: time === 'coming' ? soonest : latest, first, after });
    return { ...page, items: await this.views.of(page.items, viewer) };
  }

  async one(id: string, viewer: Citizen | null): Promise<Shown | null> {
    const meeting = await this.moves.find(id);
    return meeting && mayRead(meeting, viewer) ? this.views.one(meeting, viewer) : null;
  }

  /** Those that the citizen registered for and that are still to come. */
  async mine(citizen: Citizen): Promise<Shown[]> {
    const own = await this.guests.find({ citizenId: citizen.id }, { meetingId: 1 }).sort({ at: -1 }).limit(deskMost).lean<Pick<MeetingGuestRecord, 'meetingId'>[]>().exec();
    const found = await this.meetings.find({ _id: { $in: own.map(({ meetingId }) => meetingId) }, ...publicIn(comingStages) }).sort({ startsAt: 1 }).lean<Meeting[]>().exec();
    return this.views.of(found, citizen);
  }

  async desk(official: Citizen): Promise<MeetingDesk> {
    const leads = hasRole(official, 'administrator', 'clerk') ? {} : { departmentId: official.departmentId };
    const of = async (stage: Meeting['stage']) => this.views.of(await this.meetings.find({ ...leads, stage }).sort({ touchedAt: -1 }).limit(deskMost).lean<Meeting[]>().exec(), official);
    const [drafts, toReport, toAnswer] = await Promise.all([of('draft'), of('closed'), this.questions.duties(official, leads, this.clock.now())]);
    return { drafts, toReport, toAnswer };
  }
}
