import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Files } from '@isegoria/files/api';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, type SubjectCard, Subjects, titlesOf } from '@isegoria/kernel/api';
import { type Localized, subjectKey } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { MyVolunteerShift, VolunteerCall as Shown, VolunteerLabel, VolunteerOrigin, VolunteerShift as ShownShift } from '@isegoria/volunteering/contracts';
import type { Model } from 'mongoose';
import { callPath, callSubject, VolunteerCall } from './volunteer-call.schema';
import { offerId, VolunteerOffer } from './volunteer-offer.schema';
import { VolunteerShift } from './volunteer-shift.schema';
import { isShort, leads, mayCorrect, mayEdit, offerRefusal, publicStages, reportDueAt, reportRefusal } from './volunteering.rules';

type Own = Map<string, { offer: VolunteerOffer; ahead: number }>;

export const originOf = (card: SubjectCard): VolunteerOrigin => ({ kind: card.kind, id: card.id, title: titlesOf(card), path: card.path });

/** Makes of what is stored what is shown. */
@Injectable()
export class VolunteerViews {
  constructor(
    @InjectModel(VolunteerShift.name) private readonly shifts: Model<VolunteerShift>,
    @InjectModel(VolunteerOffer.name) private readonly offers: Model<VolunteerOffer>,
    private readonly organisation: Organisation,
    private readonly subjects: Subjects,
    private readonly citizens: Citizens,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  async of(calls: readonly VolunteerCall[], viewer: Citizen | null): Promise<Shown[]> {
    const ids = calls.map(({ _id }) => _id);
    const shifts = await this.shifts.find({ callId: { $in: ids } }).lean<VolunteerShift[]>().exec();
    const [{ departments, districts, categories }, cards, own, authors, named, pictures] = await Promise.all([
      this.organisation.city(), this.subjects.cards(calls.flatMap(({ origin }) => origin ?? [])), this.ownOf(shifts, viewer),
      this.citizens.cards(calls.filter(({ authorId, departmentId }) => authorId && leads(viewer, departmentId)).map(({ authorId }) => authorId)),
      this.namedOf(calls), this.files.of(calls.filter(({ report }) => (report?.pictures.length ?? 0) > 0).map(({ _id }) => callSubject(_id))),
    ]);
    const now = this.clock.now();
    return calls.map((call): Shown => {
      const { _id: id, stage, title, text, isByCitizen, authorId, departmentId, place, startsAt, endsAt, publishedAt, decline, cancellation, report, isHidden, verdict, isDemo, revision } = call;
      const held = shifts.filter(({ callId }) => callId === id).sort(inTime).map((shift) => shiftOf(shift, own, now));
      const open = held.filter((shift) => !shift.cancellation);
      const card = call.origin && cards.get(subjectKey(call.origin));
      const isLeader = leads(viewer, departmentId);
      const isAuthor = authorId !== '' && viewer?.id === authorId;
      const sum = (of: (shift: ShownShift) => number) => open.reduce((all, shift) => all + of(shift), 0);
      return {
        id, stage, title, text, isByCitizen, author: authors.get(authorId)?.name ?? '', department: label(departments, departmentId), category: label(categories, call.categoryId), district: label(districts, call.districtId), place,
        origin: card?.isPublic ? originOf(card) : null, shifts: held, startsAt, endsAt, places: sum(({ places }) => places), registered: sum(({ registered }) => registered), placesLeft: sum(leftOf), publishedAt, decline, cancellation,
        reportDueAt: reportDueAt(call, now), report: report && { ...report, pictures: pictures.get(subjectKey(callSubject(id))) ?? [] }, named: named.get(id) ?? [], isHidden, verdict: isAuthor || isLeader ? verdict : null, subject: callSubject(id), path: callPath(id), isDemo, revision,
        mine: {
          leads: isLeader, isAuthor, responsible: isLeader || held.some(({ mine }) => mine.place === 'registered') ? call.responsible : '', canEdit: isLeader && mayEdit(call), canCorrect: mayCorrect(call, viewer), canPublish: isLeader && stage === 'draft', canDecide: isLeader && stage === 'proposed',
          canCancel: isLeader && stage === 'published', canReport: isLeader && reportRefusal(call, now) === null, canDiscard: (isLeader && stage === 'draft') || mayCorrect(call, viewer),
        },
      };
    });
  }

  async one(call: VolunteerCall, viewer: Citizen | null): Promise<Shown> {
    const [view] = await this.of([call], viewer);
    if (!view) throw new Error('a view for each call');
    return view;
  }

  private async ownOf(shifts: readonly VolunteerShift[], viewer: Citizen | null): Promise<Own> {
    if (!viewer || shifts.length === 0) return new Map();
    const found = await this.offers.find({ _id: { $in: shifts.map(({ _id }) => offerId(_id, viewer.id)) } }).lean<VolunteerOffer[]>().exec();
    const ahead = await Promise.all(found.map(({ shiftId, isWaiting, ticket }) => (isWaiting ? this.offers.countDocuments({ shiftId, isWaiting: true, ticket: { $lt: ticket } }).exec() : 0)));
    return new Map(found.map((offer, at) => [offer.shiftId, { offer, ahead: ahead[at] ?? 0 }]));
  }

  /** Who came and chose to be named, of the calls of which it is told what was done. */
  private async namedOf(calls: readonly VolunteerCall[]): Promise<Map<string, string[]>> {
    const told = calls.filter(({ report }) => report).map(({ _id }) => _id);
    if (told.length === 0) return new Map();
    const found = await this.offers.find({ callId: { $in: told }, came: true, isNamed: true }).lean<VolunteerOffer[]>().exec();
    const people = await this.citizens.cards(found.map(({ citizenId }) => citizenId));
    return new Map(told.map((id) => [id, [...new Set(found.flatMap(({ callId, citizenId }) => (callId === id ? (people.get(citizenId)?.name ?? []) : [])))].sort((a, b) => a.localeCompare(b, 'el'))]));
  }
}

const leftOf = ({ places, registered, waiting, isOver }: ShownShift): number => (isOver || waiting > 0 ? 0 : Math.max(0, places - registered));

const inTime = (a: VolunteerShift, b: VolunteerShift): number => (a.startsAt ?? a.endsAt ?? anyLater).getTime() - (b.startsAt ?? b.endsAt ?? anyLater).getTime() || (a._id < b._id ? -1 : 1);
const anyLater = new Date(8.64e15);

/** A shift as the reader sees it. One in a draft may have no end yet: it is shown as if it ended now. */
export function shiftOf(shift: VolunteerShift, own: Own, now: Date): ShownShift {
  const { _id, callId: _call, isOpen: _open, tickets: _tickets, given: _given, isReminded: _reminded, isShortTold: _told, endsAt, ...rest } = shift;
  const { offer, ahead = 0 } = own.get(_id) ?? {};
  const mine: MyVolunteerShift = {
    place: !offer ? 'none' : offer.isWaiting ? 'waiting' : 'registered', queue: offer?.isWaiting ? ahead + 1 : null, confirmBy: offer?.confirmBy ?? null, isNamed: offer?.isNamed ?? false, came: offer?.came ?? null, mayOffer: !offer && offerRefusal(shift, now) === null,
  };
  return { ...rest, id: _id, endsAt: endsAt ?? now, isOver: endsAt !== null && endsAt <= now, isShort: isShort(shift, now), mine };
}

/** The public ones of some stages, as the store is asked for them. */
export const publicOnes = (stages = publicStages) => ({ stage: { $in: [...stages] }, isHidden: false });

function label(all: readonly { id: string; name: Localized }[], id: string | null): VolunteerLabel | null {
  const found = all.find((one) => one.id === id);
  return found ? { id: found.id, name: found.name } : null;
}
