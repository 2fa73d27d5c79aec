import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock, eachLeft, Jobs, Limits, newId, pageOf, plain, Transactions, Unheard, unheard } from '@isegoria/kernel/api';
import { afterDays, problemsOf } from '@isegoria/kernel/contracts';
import { type MeetingGuestListResult, type MeetingGuestPage, needsInput, needsKeptDays, type QueryMeetingGuestsArgs, type RegisterResult } from '@isegoria/meetings/contracts';
import type { ClientSession, Model } from 'mongoose';
import { ActsOfPower } from '../acts-of-power';
import { MeetingViews } from '../meeting-views';
import { Meeting } from '../meeting.schema';
import { comingStages, freePlaces, hasRoom, isPublic, isToCome, organises, pastStages, registerRefusal } from '../meetings.rules';
import { Moves } from '../moves';
import { invalid, noMeeting, otherDepartment, refuse } from '../refusals';
import { guestId, MeetingGuestRecord } from './guest.schema';

const pace = { points: 20, seconds: 300 };
const lookMs = 60_000;
const hourMs = 3_600_000;
const listMost = 5000;

type Guest = Pick<MeetingGuestRecord, 'citizenId' | 'needs' | 'at'>;

/**
 * Who comes to a meeting. How many have a place and how many wait is written on the meeting in the same transaction as the guest: so no place is given twice,
 * and none is lost, whoever presses when. Those who wait move up in the order in which they came.
 */
@Injectable()
export class Places implements OnModuleInit {
  /** Of this process: whose turn it is at each meeting. Others are met in the store. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingGuestRecord.name) private readonly guests: Model<MeetingGuestRecord>,
    private readonly moves: Moves,
    private readonly views: MeetingViews,
    private readonly acts: ActsOfPower,
    private readonly citizens: Citizens,
    private readonly transactions: Transactions,
    private readonly unheard: Unheard,
    private readonly limits: Limits,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

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
    const guest = { citizenId: citizen.id, needs: plain(needs), at: this.clock.now() };
    const { matchedCount } = await this.guests.updateOne({ _id }, { $set: { needs: guest.needs } }).exec();
    if (matchedCount > 0) return this.shown(id, citizen);
    const refused = registerRefusal(meeting, guest.at);
    if (refused) return refuse(refused);
    const taken = await this.inTurn(id, () => this.take(id, guest));
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
    if (!(await this.inTurn(id, () => this.giveBack(id, citizenId)))) return;
    await this.fill(id);
    await this.moves.say(id, 'changed', {});
  }

  /** Gives the free places to those who wait, and tells them. May run twice, and goes on where a killed process stopped. */
  async fill(id: string): Promise<void> {
    const moved = await this.inTurn(id, () => this.moveUp(id));
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

  /** Takes a place, or one in the waiting list; says why not. */
  private async take(meetingId: string, guest: Guest): Promise<'over' | 'closed' | null> {
    let refused: 'over' | 'closed' | null = null;
    await this.transactions.run(async (session) => {
      refused = null;
      const _id = guestId(meetingId, guest.citizenId);
      const meeting = await this.held(meetingId, session);
      if (!meeting || (await this.guests.findById(_id, { _id: 1 }, { session }).lean().exec())) return;
      refused = registerRefusal(meeting, guest.at);
      if (refused) return;
      const isWaiting = !hasRoom(meeting);
      await this.guests.create([{ _id, meetingId, ...guest, isWaiting, ticket: meeting.tickets }], { session });
      await this.meetings.updateOne({ _id: meetingId }, { $inc: isWaiting ? { waiting: 1 } : { registered: 1 } }, { session }).exec();
    });
    return refused;
  }

  private async giveBack(meetingId: string, citizenId: string): Promise<boolean> {
    let isGone = false;
    await this.transactions.run(async (session) => {
      await this.held(meetingId, session);
      const gone = await this.guests.findOneAndDelete({ _id: guestId(meetingId, citizenId) }, { session }).lean<MeetingGuestRecord>().exec();
      isGone = gone !== null;
      if (gone) await this.meetings.updateOne({ _id: meetingId }, { $inc: gone.isWaiting ? { waiting: -1 } : { registered: -1 } }, { session }).exec();
    });
    return isGone;
  }

  private async moveUp(meetingId: string): Promise<string[]> {
    let moved: string[] = [];
    await this.transactions.run(async (session) => {
      moved = [];
      const meeting = await this.held(meetingId, session);
      const free = meeting && isToCome(meeting) ? freePlaces(meeting) : 0;
      if (free === 0) return;
      const next = await this.guests.find({ meetingId, isWaiting: true }, null, { session }).sort({ ticket: 1 }).limit(free).lean<MeetingGuestRecord[]>().exec();
      const at = this.clock.now();
      for (const { _id, citizenId } of next) {
        await this.guests.updateOne({ _id }, { $set: { isWaiting: false }, $push: { unheard: unheard('meeting.place-freed', { id: meetingId, citizenId, at }) } }, { session }).exec();
      }
      await this.meetings.updateOne({ _id: meetingId }, { $inc: { registered: next.length, waiting: -next.length } }, { session }).exec();
      moved = next.map(({ _id }) => _id);
    });
    return moved;
  }

  /** The meeting, and nobody else's transaction may count its places until ours is through. */
  private held(_id: string, session: ClientSession): Promise<Meeting | null> {
    return this.meetings.findOneAndUpdate({ _id }, { $inc: { tickets: 1 } }, { session, returnDocument: 'after' }).lean<Meeting>().exec();
  }

  /** One after the other in this process: two hundred who press at once would otherwise undo each other's transactions. */
  private inTurn<T>(id: string, run: () => Promise<T>): Promise<T> {
    const mine = (this.turns.get(id) ?? Promise.resolve()).then(run, run);
    this.turns.set(id, mine);
    const settle = () => void (this.turns.get(id) === mine && this.turns.delete(id));
    mine.then(settle, settle);
    return mine;
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
