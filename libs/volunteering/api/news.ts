import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import { Clock, eachLeft, Events, excerpt, Jobs } from '@isegoria/kernel/api';
import { dateFormat, type Localized } from '@isegoria/kernel/contracts';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import type { VolunteerPlaceFreedEvent, VolunteerPlaceLapsedEvent } from '@isegoria/volunteering/contracts';
import type { Model } from 'mongoose';
import { callSubject, VolunteerCall } from './volunteer-call.schema';
import { VolunteerOffer } from './volunteer-offer.schema';
import { beginningWithin, shortOnes, VolunteerShift } from './volunteer-shift.schema';

type Params = Parameters<Inbox['tell']>[0]['params'];

interface Piece {
  name: string;
  at: Date;
  params?: Params;
  /** Those alone who offered themself for this shift. */
  shiftId?: string | null;
}

const hourMs = 3_600_000;
/** So long before a shift begins those who have a place are reminded of it. */
const remindMs = 24 * hourMs;

/** By the city's clock, in both languages. */
export const when = (at: Date): Localized => {
  const style = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return { el: dateFormat('el', style).format(at), en: dateFormat('en', style).format(at) };
};

/** Tells the city, and each who offered themself for a call or follows it, what became of it. Each piece of news has its key: heard twice, it is told once. */
@Injectable()
export class News implements OnModuleInit {
  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    @InjectModel(VolunteerShift.name) private readonly shifts: Model<VolunteerShift>,
    @InjectModel(VolunteerOffer.name) private readonly offers: Model<VolunteerOffer>,
    private readonly citizens: Citizens,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.later('volunteer-call.proposed', 'volunteering.news', ({ id, at }) => this.proposed(id, at));
    this.events.later('volunteer-call.published', 'volunteering.news', ({ id, at }) => this.published(id, at));
    this.events.later('volunteer-call.declined', 'volunteering.news', ({ id, at, reason }) => this.toAuthor(id, 'declined', at, { text: excerpt(reason, 160) }));
    this.events.later('volunteer-call.cancelled', 'volunteering.news', ({ id, at, reason, shiftId }) => this.cancelled({ id, at, reason, shiftId }));
    this.events.later('volunteer-call.reported', 'volunteering.news', ({ id, at }) => this.reported(id, at));
    this.events.later('volunteer-call.place-freed', 'volunteering.news', (freed) => this.placeFreed(freed));
    this.events.later('volunteer-call.place-lapsed', 'volunteering.news', (lapsed) => this.placeLapsed(lapsed));
    this.jobs.every('volunteering.remind', hourMs, () => this.remind());
    this.jobs.every('volunteering.warn', hourMs, () => this.warn());
  }

  /** Shifts that begin within a day, each once; of what each does when they like, before it is over. Nobody is reminded of what does not take place. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    const near = await this.shifts.find({ ...beginningWithin(remindMs, now), isReminded: false }).limit(200).lean<VolunteerShift[]>().exec();
    await eachLeft('shifts that begin', near, async ({ _id, callId, startsAt, endsAt }) => {
      const call = await this.calls.findById(callId).lean<VolunteerCall>().exec();
      const begins = startsAt ?? endsAt;
      if (!call || !begins || call.isHidden) return;
      const params = { title: call.title, when: when(begins), place: call.place.label };
      await this.inbox.tell({ to: await this.offered({ shiftId: _id, isWaiting: false }), about: callSubject(callId), name: startsAt ? 'volunteering.soon' : 'volunteering.ends', params, mail: true, key: `volunteer-call.soon:${_id}` });
      await this.shifts.updateOne({ _id }, { $set: { isReminded: true } }).exec();
    });
  }

  /** Shifts that are near and lack people, each once, to the department that can find some or cancel them. */
  async warn(): Promise<void> {
    const short = await this.shifts.find({ ...shortOnes(this.clock.now()), isShortTold: false }).limit(200).lean<VolunteerShift[]>().exec();
    await eachLeft('shifts that lack people', short, async ({ _id, callId, startsAt, endsAt, registered, minimum }) => {
      const call = await this.find(callId);
      const begins = startsAt ?? endsAt;
      if (!call?.departmentId || !begins || call.isHidden) return;
      const params = { title: call.title, when: when(begins), people: registered, minimum };
      await this.inbox.tell({ to: await this.officialsOf(call.departmentId), about: callSubject(callId), name: 'volunteering.short', params, mail: true, key: `volunteer-call.short:${_id}` });
      await this.shifts.updateOne({ _id }, { $set: { isShortTold: true } }).exec();
    });
  }

  /** The officials of the department that is to decide. */
  private async proposed(id: string, at: Date): Promise<void> {
    const call = await this.find(id);
    if (!call?.departmentId) return;
    await this.follow(call);
    await this.inbox.tell({ to: await this.officialsOf(call.departmentId), about: callSubject(id), name: 'volunteering.proposed', params: { title: call.title }, mail: true, key: `volunteer-call.proposed:${id}:${at.getTime()}` });
  }

  /** Its author, that it was taken on; and whoever follows what it grew from. */
  private async published(id: string, at: Date): Promise<void> {
    const call = await this.find(id);
    if (!call?.publishedAt) return;
    const about = callSubject(id);
    const params = { title: call.title, when: call.startsAt ? when(call.startsAt) : '' };
    await this.activity.record({ about, name: 'volunteering.published', params, at, key: `volunteer-call.published:${id}::${at.getTime()}` });
    if (call.isByCitizen) await this.toAuthor(id, 'accepted', at);
    const followers = call.origin ? await this.follows.followers(call.origin) : [];
    await this.inbox.tell({ to: followers.filter((one) => one !== call.authorId), about, name: 'volunteering.published', params, mail: true, key: `volunteer-call.invites:${id}` });
  }

  private async cancelled({ id, at, reason, shiftId }: { id: string; at: Date; reason: string; shiftId: string | null }): Promise<void> {
    const shift = shiftId ? await this.shifts.findById(shiftId).lean<VolunteerShift>().exec() : null;
    const begins = shift?.startsAt ?? shift?.endsAt;
    await this.tell(id, { name: shiftId ? 'shiftCancelled' : 'cancelled', at, params: { text: excerpt(reason, 160), when: begins ? when(begins) : '' }, shiftId });
  }

  private async reported(id: string, at: Date): Promise<void> {
    const { report } = (await this.find(id)) ?? {};
    if (report) await this.tell(id, { name: 'reported', at, params: { text: excerpt(report.text.el, 160), people: report.people, hours: Math.round(report.minutes / 60) } });
  }

  private async placeFreed({ callId, shiftId, citizenId, confirmBy, at }: VolunteerPlaceFreedEvent): Promise<void> {
    const [call, shift] = await Promise.all([this.find(callId), this.shifts.findById(shiftId).lean<VolunteerShift>().exec()]);
    const begins = shift?.startsAt ?? shift?.endsAt;
    if (!call || !begins) return;
    const params = { title: call.title, when: when(begins), until: confirmBy ? when(confirmBy) : '' };
    await this.inbox.tell({ to: [citizenId], about: callSubject(callId), name: confirmBy ? 'volunteering.held' : 'volunteering.place', params, mail: true, key: `volunteer-call.place:${shiftId}:${citizenId}:${at.getTime()}` });
  }

  private async placeLapsed({ callId, shiftId, citizenId, at }: VolunteerPlaceLapsedEvent): Promise<void> {
    const call = await this.find(callId);
    if (call) await this.inbox.tell({ to: [citizenId], about: callSubject(callId), name: 'volunteering.lapsed', params: { title: call.title }, mail: true, key: `volunteer-call.lapsed:${shiftId}:${citizenId}:${at.getTime()}` });
  }

  private async toAuthor(id: string, name: string, at: Date, more: Params = {}): Promise<void> {
    const call = await this.find(id);
    if (call?.authorId) await this.inbox.tell({ to: [call.authorId], about: callSubject(id), name: `volunteering.${name}`, params: { title: call.title, ...more }, mail: true, key: `volunteer-call.${name}:${id}:${at.getTime()}` });
  }

  private async tell(id: string, { name, at, params: more = {}, shiftId = null }: Piece): Promise<void> {
    const call = await this.find(id);
    if (!call) return;
    const about = callSubject(id);
    const params = { title: call.title, ...more };
    const key = `volunteer-call.${name}:${id}:${shiftId ?? ''}:${at.getTime()}`;
    await this.activity.record({ about, name: `volunteering.${name}`, params, at, key });
    const [offered, followers] = await Promise.all([this.offered(shiftId ? { shiftId } : { callId: id }), shiftId ? [] : this.follows.followers(about)]);
    await this.inbox.tell({ to: [...new Set([...offered, ...followers])], about, name: `volunteering.${name}`, params, mail: true, key });
  }

  private async offered(filter: { callId: string } | { shiftId: string; isWaiting?: boolean }): Promise<string[]> {
    return this.offers.distinct('citizenId', filter).exec();
  }

  private async officialsOf(departmentId: string): Promise<string[]> {
    return (await this.citizens.withRole('official')).filter((official) => official.departmentId === departmentId).map(({ id }) => id);
  }

  private find(id: string): Promise<VolunteerCall | null> {
    return this.calls.findById(id).lean<VolunteerCall>().exec();
  }

  /** Whoever proposed it follows it. */
  private async follow({ _id, authorId }: VolunteerCall): Promise<void> {
    if (authorId) await this.follows.follow(authorId, callSubject(_id), 'author');
  }
}
