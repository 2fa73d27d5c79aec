import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { anyDate, Clock, eachLeft, freePlaces, Jobs, Limits, pageOf, PlaceList, Transactions, Unheard, unheard } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { markInput, type MarkVolunteerResult, type MutationMarkVolunteerArgs, type OfferVolunteeringResult, type QueryVolunteerOffersArgs, type VolunteerOffer as Shown, type VolunteerOfferPage } from '@isegoria/volunteering/contracts';
import type { Model } from 'mongoose';
import { ActsOfPower } from './acts-of-power';
import { Moves } from './moves';
import { invalid, noOffer, noShift, otherDepartment, refuse } from './refusals';
import type { VolunteerCall } from './volunteer-call.schema';
import { offerId, VolunteerOffer } from './volunteer-offer.schema';
import { VolunteerShift } from './volunteer-shift.schema';
import { VolunteerViews } from './volunteer-views';
import { heldUntil, isPublic, isToCome, leads, markRefusal, offerRefusal } from './volunteering.rules';

const pace = { points: 30, seconds: 300 };
const lookMs = 60_000;

/** Who offers themself for a shift, who waits, who came. A place that becomes free is held for the first who waits, for a while; then for the next. */
@Injectable()
export class Offers implements OnModuleInit {
  private readonly places: PlaceList<VolunteerShift, VolunteerOffer>;

  constructor(
    @InjectModel(VolunteerShift.name) private readonly shifts: Model<VolunteerShift>,
    @InjectModel(VolunteerOffer.name) private readonly offers: Model<VolunteerOffer>,
    private readonly moves: Moves,
    private readonly views: VolunteerViews,
    private readonly acts: ActsOfPower,
    private readonly citizens: Citizens,
    private readonly transactions: Transactions,
    private readonly unheard: Unheard,
    private readonly limits: Limits,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    this.places = new PlaceList({ things: shifts, holders: offers, of: 'shiftId' }, transactions);
  }

  onModuleInit(): void {
    this.unheard.watch(this.offers);
    this.jobs.every('volunteering.places', lookMs, () => this.goOn());
  }

  /** One press; said again, it changes only whether one is named. */
  async offer(citizen: Citizen, shiftId: string, isNamed: boolean): Promise<OfferVolunteeringResult> {
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const tooMany = await this.limits.take('volunteer-offer', citizen.id, pace);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    const seen = await this.publicShift(shiftId);
    if (!seen) return noShift;
    const _id = offerId(shiftId, citizen.id);
    const { matchedCount } = await this.offers.updateOne({ _id }, { $set: { isNamed } }).exec();
    if (matchedCount > 0) return this.shown(seen.call._id, citizen);
    const at = this.clock.now();
    const { endsAt } = seen.shift;
    if (!endsAt) return refuse('closed');
    const holder = { _id, shiftId, callId: seen.call._id, citizenId: citizen.id, confirmBy: null, isNamed, came: null, minutes: null, endsAt, at };
    const refused = await this.places.take(shiftId, holder, (shift) => offerRefusal(shift, at));
    if (refused) return refuse(refused);
    await this.moves.tellPlaces(shiftId);
    return this.shown(seen.call._id, citizen);
  }

  /** The place that was held is theirs. Said twice, or where nothing was to be said, it changes nothing. */
  async confirm(citizen: Citizen, shiftId: string): Promise<OfferVolunteeringResult> {
    const seen = await this.publicShift(shiftId);
    if (!seen) return noShift;
    const offer = await this.offers.findOneAndUpdate({ _id: offerId(shiftId, citizen.id), isWaiting: false }, { $set: { confirmBy: null } }).lean<VolunteerOffer>().exec();
    return offer ? this.shown(seen.call._id, citizen) : refuse('lapsed');
  }

  /** Gives the place back; it is held for who waits longest at once. What is over stays as it was. */
  async leave(citizen: Citizen, shiftId: string): Promise<OfferVolunteeringResult> {
    const seen = await this.publicShift(shiftId);
    if (!seen) return noShift;
    if (seen.shift.endsAt && seen.shift.endsAt <= this.clock.now()) return refuse('over');
    await this.release(shiftId, citizen.id);
    return this.shown(seen.call._id, citizen);
  }

  /** Takes somebody off the list. What they gave already stays counted. */
  async release(shiftId: string, citizenId: string): Promise<void> {
    if (!(await this.places.giveBack(shiftId, offerId(shiftId, citizenId)))) return;
    await this.fill(shiftId);
    await this.moves.tellPlaces(shiftId);
  }

  /** Gives the free places to those who wait, each held for a while, and tells them. May run twice, and goes on where a killed process stopped. */
  async fill(shiftId: string): Promise<void> {
    const at = this.clock.now();
    const moved = await this.places.moveUp(shiftId, (shift) => isToCome(shift, at), ({ citizenId, callId }, shift) => {
      const confirmBy = heldUntil(shift, at);
      return { $set: { confirmBy }, $push: { unheard: unheard('volunteer-call.place-freed', { callId, shiftId, citizenId, confirmBy, at }) } };
    });
    for (const offer of moved) await this.unheard.tell(this.offers, offer);
    if (moved.length > 0) await this.moves.tellPlaces(shiftId);
  }

  /** Places that nobody took in time go on; and what a killed process left is finished. */
  async goOn(): Promise<void> {
    const now = this.clock.now();
    const late = await this.offers.find({ confirmBy: { $gt: anyDate, $lte: now } }).limit(200).lean<VolunteerOffer[]>().exec();
    await eachLeft('places that were held', late, (offer) => this.lapse(offer, now));
    const open = await this.shifts.find({ isOpen: true, endsAt: { $gt: now }, waiting: { $gt: 0 } }).limit(200).lean<VolunteerShift[]>().exec();
    await eachLeft('waiting lists', open.filter((shift) => freePlaces(shift) > 0), ({ _id }) => this.fill(_id));
  }

  /** Who offered themself, for the department alone: those with a place first, each in the order in which they came. That it was read stands in the ledger before anybody sees a name. */
  async list(viewer: Citizen, { shiftId, first, after }: QueryVolunteerOffersArgs): Promise<VolunteerOfferPage> {
    const shift = await this.moves.shift(shiftId);
    const call = shift && (await this.moves.find(shift.callId));
    if (!call || !leads(viewer, call.departmentId)) return { items: [], next: null, total: 0 };
    if (shift.registered + shift.waiting > 0) await this.acts.listOpened(shift, this.clock.now());
    const page = await pageOf<VolunteerOffer>(this.offers, { filter: { shiftId: shift._id }, sort: [['isWaiting', 1], ['ticket', 1]], first, after });
    return { ...page, items: await this.named(page.items) };
  }

  /** Whether somebody came. The numbers of the shift are written with it: they stay when the person has left the city. */
  async mark(official: Citizen, { offerId: id, came = null, minutes = null }: MutationMarkVolunteerArgs): Promise<MarkVolunteerResult> {
    const problems = problemsOf(markInput, { minutes });
    if (problems.length > 0) return invalid(problems);
    const offer = await this.offers.findById(String(id)).lean<VolunteerOffer>().exec();
    const [call, shift] = offer ? await Promise.all([this.moves.find(offer.callId), this.moves.shift(offer.shiftId)]) : [null, null];
    if (!offer || !call || !shift) return noOffer;
    if (!leads(official, call.departmentId)) return otherDepartment('volunteer-call', { act: 'mark', citizenId: official.id, id: call._id });
    const refused = markRefusal(call, shift, { offer, now: this.clock.now() });
    if (refused) return refuse(refused);
    await this.write(offer._id, shift, { came, minutes: came ? (minutes ?? shift.minutes) : null });
    const after = await this.offers.findById(offer._id).lean<VolunteerOffer>().exec();
    const [view] = after ? await this.named([after]) : [];
    return view ? { __typename: 'VolunteerOfferSaved', offer: view } : noOffer;
  }

  private async write(id: string, { _id }: VolunteerShift, mark: Pick<VolunteerOffer, 'came' | 'minutes'>): Promise<void> {
    await this.transactions.run(async (session) => {
      const before = await this.offers.findOneAndUpdate({ _id: id, isWaiting: false }, { $set: { ...mark, confirmBy: null } }, { session }).lean<VolunteerOffer>().exec();
      const held = await this.shifts.findOneAndUpdate({ _id }, { $inc: { tickets: 1 } }, { session }).lean<VolunteerShift>().exec();
      if (!before || !held) return;
      const came = (held.came ?? 0) + Number(mark.came === true) - Number(before.came === true);
      const given = held.given + (mark.minutes ?? 0) - (before.minutes ?? 0);
      await this.shifts.updateOne({ _id }, { $set: { came, given } }, { session }).exec();
    });
  }

  private async lapse({ _id, shiftId, callId, citizenId, confirmBy }: VolunteerOffer, at: Date): Promise<void> {
    // Told with the call, for the offer goes; who came back meanwhile, or was marked, keeps their place.
    const told = unheard('volunteer-call.place-lapsed', { callId, shiftId, citizenId, at });
    if (!(await this.places.giveBack(shiftId, _id, { where: { confirmBy }, also: (_gone, session) => this.moves.keepTold(callId, told, session) }))) return;
    await this.moves.tell(callId);
    await this.fill(shiftId);
    await this.moves.tellPlaces(shiftId);
  }

  private async publicShift(id: string): Promise<{ shift: VolunteerShift; call: VolunteerCall } | null> {
    const shift = await this.moves.shift(id);
    const call = shift && (await this.moves.find(shift.callId));
    return call && isPublic(call) ? { shift, call } : null;
  }

  private async named(offers: readonly VolunteerOffer[]): Promise<Shown[]> {
    const people = await this.citizens.cards(offers.map(({ citizenId }) => citizenId));
    return offers.map(({ _id: id, citizenId, isWaiting, confirmBy, came, minutes, at }) => ({ id, name: people.get(citizenId)?.name ?? '', isWaiting, confirmBy, came, minutes, at }));
  }

  private async shown(id: string, citizen: Citizen): Promise<OfferVolunteeringResult> {
    const call = await this.moves.find(id);
    return call ? { __typename: 'VolunteerCallSaved', call: await this.views.one(call, citizen) } : noShift;
  }
}
