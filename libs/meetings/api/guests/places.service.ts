import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock, eachLeft, freePlaces, Jobs, Limits, newId, pageOf, PlaceList, plain, Transactions, Unheard, unheard } from '@isegoria/kernel/api';
import { afterDays, problemsOf } from '@isegoria/kernel/contracts';
import { type MeetingGuestListResult, type MeetingGuestPage, needsInput, needsKeptDays, type QueryMeetingGuestsArgs, type RegisterResult } from '@isegoria/meetings/contracts';
import type { Model } from 'mongoose';
import { ActsOfPower } from '../acts-of-power';
import { MeetingViews } from '../meeting-views';
import { Meeting } from '../meeting.schema';
import { comingStages, isPublic, isToCome, organises, pastStages, registerRefusal } from '../meetings.rules';
import { Moves } from '../moves';
import { invalid, noMeeting, otherDepartment, refuse } from '../refusals';
import { guestId, MeetingGuestRecord } from './guest.schema';

const pace = { points: 20, seconds: 300 };
const lookMs = 60_000;
const hourMs = 3_600_000;
const listMost = 5000;

/** Who comes to a meeting, and who waits for a place there. */
@Injectable()
export class Places implements OnModuleInit {
  private readonly places: PlaceList<Meeting, MeetingGuestRecord>;

  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingGuestRecord.name) private readonly guests: Model<MeetingGuestRecord>,
    private readonly moves: Moves,
    private readonly views: MeetingViews,
    private readonly acts: ActsOfPower,
    private readonly citizens: Citizens,
    transactions: Transactions,
    private readonly unheard: Unheard,
    private readonly limits: Limits,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    this.places = new PlaceList({ things: meetings, holders: guests, of: 'meetingId' }, transactions);
  }

  onModuleInit(): void {
    this.unheard.watch(this.guests);
    this.jobs.every('meetings.places', lookMs, () => this.fillAll());
    this.jobs.every('meetings.needs', hourMs, () => this.forgetNeeds());
  }

  async register(citizen: Citizen, id: string, needs: string): Promise<RegisterResult> {
    const problems = problemsOf(needsInput, { needs });
    if (problems.length > 0) return invalid(problems);
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const tooMany = await this.limits.take('meeting-register', citizen.id, pace);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    const meeting = await this.moves.find(id);
    if (!meeting || !isPublic(meeting)) return noMeeting;
    const _id = guestId(id, citizen.id);
    const guest = { _id, meetingId: id, citizenId: citizen.id, needs: plain(needs), at: this.clock.now() };
    const { matchedCount } = await this.guests.updateOne({ _id }, { $set: { needs: guest.needs } }).exec();
    if (matchedCount > 0) return this.shown(id, citizen);
    const refused = registerRefusal(meeting, guest.at);
    if (refused) return refuse(refused);
    const taken = await this.places.take(id, guest, (held) => registerRefusal(held, guest.at));
    if (taken) return refuse(taken);
    await this.moves.say(id, 'changed', {});
    return this.shown(id, citizen);
  }

  /** Gives the place back; who waits longest has it at once. */
  async leave(citizen: Citizen, id: string): Promise<RegisterResult> {
    const meeting = await this.moves.find(id);
    if (!meeting || !isPublic(meeting)) return noMeeting;
    await this.release(id, citizen.id);
    return this.shown(id, citizen);
  }

  /** Takes somebody off the list. */
  async release(id: string, citizenId: string): Promise<void> {
    if (!(await this.places.giveBack(id, guestId(id, citizenId)))) return;
    await this.fill(id);
    await this.moves.say(id, 'changed', {});
  }

  /** Gives the free places to those who wait, and tells them. May run twice, and goes on where a killed process stopped. */
  async fill(id: string): Promise<void> {
    const at = this.clock.now();
    const moved = await this.places.moveUp(id, isToCome, ({ citizenId }) => ({ $push: { unheard: unheard('meeting.place-freed', { id, citizenId, at }) } }));
    for (const guest of moved) await this.unheard.tell(this.guests, guest);
    if (moved.length > 0) await this.moves.say(id, 'changed', {});
  }

  async fillAll(): Promise<void> {
    const found = await this.meetings.find({ stage: { $in: comingStages }, waiting: { $gt: 0 } }).limit(200).lean<Meeting[]>().exec();
    await eachLeft('waiting lists', found.filter((meeting) => freePlaces(meeting) > 0), ({ _id }) => this.fill(_id));
  }

  /** Who comes, for the organisers: those with a place first, each in the order in which they came. */
  async list(viewer: Citizen, { meetingId, first, after }: QueryMeetingGuestsArgs): Promise<MeetingGuestPage> {
    const meeting = await this.moves.find(meetingId);
    if (!meeting || !organises(viewer, meeting.departmentId)) return { items: [], next: null, total: 0 };
    const page = await pageOf<MeetingGuestRecord>(this.guests, { filter: { meetingId: meeting._id }, sort: [['isWaiting', 1], ['ticket', 1]], first, after });
    return { ...page, items: await this.named(page.items) };
  }

  /** All of them, to be printed. Whoever opens the list is on record: it stands in the ledger before anybody sees a name. */
  async open(official: Citizen, id: string): Promise<MeetingGuestListResult> {
    const meeting = await this.moves.find(id);
    if (!meeting) return noMeeting;
    if (!organises(official, meeting.departmentId)) return isPublic(meeting) ? otherDepartment('meeting', { act: 'guests', citizenId: official.id, id }) : noMeeting;
    await this.acts.listOpened(meeting, newId(this.clock.now()));
    const found = await this.guests.find({ meetingId: id }).sort({ isWaiting: 1, ticket: 1 }).limit(listMost).lean<MeetingGuestRecord[]>().exec();
    return { __typename: 'MeetingGuestList', guests: await this.named(found) };
  }

  /** What people said that they need serves the one meeting, and goes with it. */
  async forgetNeeds(): Promise<void> {
    const past = afterDays(this.clock.now(), -needsKeptDays);
    const found = await this.meetings.find({ needsErased: false, stage: { $in: pastStages }, endsAt: { $lt: past } }, { _id: 1 }).limit(100).lean<Pick<Meeting, '_id'>[]>().exec();
    await eachLeft('needs', found, async ({ _id }) => {
      await this.guests.updateMany({ meetingId: _id }, { $set: { needs: '' } }).exec();
      await this.meetings.updateOne({ _id }, { $set: { needsErased: true } }).exec();
    });
  }

  private async named(guests: readonly MeetingGuestRecord[]) {
    const people = await this.citizens.cards(guests.map(({ citizenId }) => citizenId));
    return guests.map(({ _id: id, citizenId, isWaiting, needs, at }) => ({ id, name: people.get(citizenId)?.name ?? '', isWaiting, needs, at }));
  }

  private async shown(id: string, citizen: Citizen): Promise<RegisterResult> {
    const meeting = await this.moves.find(id);
    return meeting ? { __typename: 'MeetingSaved', meeting: await this.views.one(meeting, citizen) } : noMeeting;
  }
}
