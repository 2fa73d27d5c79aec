import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { Clock, pageOf, type Sort } from '@isegoria/kernel/api';
import type { Subject } from '@isegoria/kernel/contracts';
import type { MyVolunteerOfferPage, MyVolunteerSum, QueryMyVolunteerCallsArgs, QueryMyVolunteerOffersArgs, QueryVolunteerCallsArgs, VolunteerCall as Shown, VolunteerCallPage, VolunteerDesk, VolunteerTime } from '@isegoria/volunteering/contracts';
import type { Model } from 'mongoose';
import { Moves } from './moves';
import { callPath, VolunteerCall } from './volunteer-call.schema';
import { VolunteerOffer } from './volunteer-offer.schema';
import { shortOnes, VolunteerShift } from './volunteer-shift.schema';
import { publicOnes, shiftOf, VolunteerViews } from './volunteer-views';
import { mayRead } from './volunteering.rules';

const soonest: Sort = [['startsAt', 1], ['_id', 1]];
const latest: Sort = [['startsAt', -1], ['_id', -1]];
const listMost = 50;

/** What everyone, who offered themself and the departments read of calls. */
@Injectable()
export class Reading {
  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    @InjectModel(VolunteerShift.name) private readonly shifts: Model<VolunteerShift>,
    @InjectModel(VolunteerOffer.name) private readonly offers: Model<VolunteerOffer>,
    private readonly moves: Moves,
    private readonly views: VolunteerViews,
    private readonly clock: Clock,
  ) {}

  async list({ filter: asked, first, after }: QueryVolunteerCallsArgs, viewer: Citizen | null): Promise<VolunteerCallPage> {
    const { time, text, departmentId, districtId, categoryId, hasPlaces } = asked ?? {};
    const now = this.clock.now();
    const filter = {
      ...publicOnes(), ...timeOf(time ?? 'all', now), ...(departmentId && { departmentId: String(departmentId) }), ...(categoryId && { categoryId: String(categoryId) }),
      // What is for the whole city is for each of its districts.
      ...(districtId && { districtId: { $in: [String(districtId), null] } }), ...(hasPlaces && { _id: { $in: await this.withPlaces(now) } }),
    };
    const page = await pageOf<VolunteerCall>(this.calls, { filter, words: (text ?? '').slice(0, 200), sort: time === 'coming' ? soonest : latest, first, after });
    return { ...page, items: await this.views.of(page.items, viewer) };
  }

  async one(id: string, viewer: Citizen | null): Promise<Shown | null> {
    const call = await this.moves.find(id);
    return call && mayRead(call, viewer) ? this.views.one(call, viewer) : null;
  }

  async grownFrom({ kind, id }: Subject, viewer: Citizen | null): Promise<Shown[]> {
    const found = await this.calls.find({ ...publicOnes(), 'origin.id': String(id), 'origin.kind': String(kind) }).sort({ startsAt: -1 }).limit(listMost).lean<VolunteerCall[]>().exec();
    return this.views.of(found, viewer);
  }

  async proposedBy(citizen: Citizen, { first, after }: QueryMyVolunteerCallsArgs): Promise<VolunteerCallPage> {
    const page = await pageOf<VolunteerCall>(this.calls, { filter: { authorId: citizen.id }, sort: [['_id', -1]], first, after });
    return { ...page, items: await this.views.of(page.items, citizen) };
  }

  async mine(citizen: Citizen, { time, first, after }: QueryMyVolunteerOffersArgs): Promise<MyVolunteerOfferPage> {
    const now = this.clock.now();
    const endsAt = time === 'coming' ? { endsAt: { $gt: now } } : time === 'past' ? { endsAt: { $lte: now } } : {};
    const order = time === 'coming' ? 1 : -1;
    const page = await pageOf<VolunteerOffer>(this.offers, { filter: { citizenId: citizen.id, ...endsAt }, sort: [['endsAt', order], ['_id', order]], first, after });
    const [shifts, calls] = await Promise.all([
      this.shifts.find({ _id: { $in: page.items.map(({ shiftId }) => shiftId) } }).lean<VolunteerShift[]>().exec(),
      this.calls.find({ _id: { $in: page.items.map(({ callId }) => callId) }, isHidden: false }).lean<VolunteerCall[]>().exec(),
    ]);
    const ahead = await Promise.all(page.items.map(({ shiftId, isWaiting, ticket }) => (isWaiting ? this.offers.countDocuments({ shiftId, isWaiting: true, ticket: { $lt: ticket } }).exec() : 0)));
    const items = page.items.flatMap((offer, at) => {
      const shift = shifts.find(({ _id }) => _id === offer.shiftId);
      const call = calls.find(({ _id }) => _id === offer.callId);
      if (!shift || !call) return [];
      // What no longer takes place says so, also where its call was cancelled as a whole.
      const stands = { ...shift, cancellation: shift.cancellation ?? call.cancellation };
      return [{ id: offer._id, callId: call._id, title: call.title, place: call.place.label, path: callPath(call._id), shift: shiftOf(stands, new Map([[shift._id, { offer, ahead: ahead[at] ?? 0 }]]), now), minutes: offer.minutes }];
    });
    return { ...page, items };
  }

  async sum(citizen: Pick<Citizen, 'id'>): Promise<MyVolunteerSum> {
    const [sum] = await this.offers.aggregate<{ shifts: number; minutes: number }>([{ $match: { citizenId: citizen.id, came: true } }, { $group: { _id: null, shifts: { $sum: 1 }, minutes: { $sum: '$minutes' } } }]).exec();
    return { shifts: sum?.shifts ?? 0, minutes: sum?.minutes ?? 0 };
  }

  async desk(official: Citizen): Promise<VolunteerDesk> {
    const own = hasRole(official, 'administrator') ? {} : { departmentId: official.departmentId };
    const of = async (filter: object) => this.views.of(await this.calls.find({ ...own, ...filter }).sort({ touchedAt: 1 }).limit(listMost).lean<VolunteerCall[]>().exec(), official);
    const now = this.clock.now();
    const [drafts, proposed, short, toReport] = await Promise.all([of({ stage: 'draft' }), of({ stage: 'proposed' }), of({ stage: 'published', _id: { $in: await this.shifts.distinct('callId', shortOnes(now)).exec() } }), of({ stage: 'published', endsAt: { $lte: now } })]);
    return { drafts, proposed, short, toReport };
  }

  private async withPlaces(now: Date): Promise<string[]> {
    const free = { $expr: { $lt: ['$registered', '$places'] } };
    return this.shifts.distinct('callId', { isOpen: true, endsAt: { $gt: now }, waiting: 0, cancellation: null, ...free }).exec();
  }
}

function timeOf(time: VolunteerTime, now: Date): object {
  if (time === 'coming') return { stage: 'published', endsAt: { $gt: now } };
  return time === 'past' ? { $or: [{ stage: { $ne: 'published' } }, { endsAt: { $lte: now } }] } : {};
}
