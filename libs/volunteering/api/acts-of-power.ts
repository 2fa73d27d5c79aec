import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Events } from '@isegoria/kernel/api';
import { cityDay } from '@isegoria/kernel/contracts';
import { PublicActs, type PublicActSaid } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import type { Model } from 'mongoose';
import { callSubject, VolunteerCall } from './volunteer-call.schema';
import { VolunteerShift } from './volunteer-shift.schema';

const heard = ['volunteer-call.published', 'volunteer-call.declined', 'volunteer-call.cancelled', 'volunteer-call.reported'] as const;

/** What is done with a call stands in the public ledger: that it was published, or a citizen's taken on or declined; that it or a shift of it was cancelled; what is said of it afterwards; that the names of a shift were read. Of words their digests, of persons nothing. */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    @InjectModel(VolunteerShift.name) private readonly shifts: Model<VolunteerShift>,
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    for (const event of heard) this.events.later(event, 'volunteering.ledger', ({ id }) => this.record(id));
  }

  /** All that happened to it so far, each act once by its id; seeds call it for the past. */
  async record(id: string): Promise<void> {
    const call = await this.calls.findById(id).lean<VolunteerCall>().exec();
    if (!call) return;
    const { title, text, departmentId, isByCitizen, publishedAt, decline, cancellation, report } = call;
    const said = (act: string, body: NonNullable<PublicActSaid['body']>, more = ''): PublicActSaid => ({ act: `volunteer-call.${act}`, id: `volunteer-call:${id}:${act}${more}`, rule: null, role: 'official', subject: callSubject(id), body });
    const acts: PublicActSaid[] = [];
    const words = digest(JSON.stringify([title, text]));
    if (publishedAt) acts.push(said(isByCitizen ? 'accepted' : 'published', { department: departmentId, words }));
    if (decline) acts.push(said('declined', { department: departmentId, words: digest(decline.reason) }));
    for (const shift of await this.shifts.find({ callId: id, cancellation: { $ne: null } }).lean<VolunteerShift[]>().exec()) {
      acts.push(said('shiftCancelled', { words: digest(shift.cancellation?.reason ?? ''), offered: shift.registered }, `:${shift._id}`));
    }
    if (cancellation) acts.push(said('cancelled', { words: digest(cancellation.reason) }));
    if (report) acts.push(said('reported', { people: report.people, minutes: report.minutes, words: digest(JSON.stringify(report.text)) }));
    await this.acts.recordAll(acts);
  }

  /** Once a day and shift: who marks fifty people reads the list fifty times. */
  listOpened({ _id, callId, registered, waiting }: Pick<VolunteerShift, '_id' | 'callId' | 'registered' | 'waiting'>, now: Date): Promise<void> {
    return this.acts.record({ act: 'volunteer-call.listOpened', id: `volunteer-call:${callId}:list:${_id}:${cityDay(now)}`, rule: null, role: 'official', subject: callSubject(callId), body: { names: registered + waiting } });
  }
}
