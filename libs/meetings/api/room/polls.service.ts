import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, eachLeft, isThere, Jobs, oneLine, Unheard, unheard } from '@isegoria/kernel/api';
import { type Localized, problemsOf } from '@isegoria/kernel/contracts';
import { type MeetingPoll, type MeetingPollInput, type MeetingPollResult, pollInput } from '@isegoria/meetings/contracts';
import { Ballots, Tallies } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { mayRead, organises } from '../meetings.rules';
import { Moves } from '../moves';
import { invalid, noMeeting, noPoll, otherDepartment, refuse } from '../refusals';
import { MeetingPollRecord, pollBallot, pollQuestion, pollSubject } from './poll.schema';

const minuteMs = 60_000;
const lookMs = 5000;
const shownMost = 50;

/** Straw polls: a secret ballot that takes answers for some minutes, one at a time at each meeting. */
@Injectable()
export class Polls implements OnModuleInit {
  constructor(
    @InjectModel(MeetingPollRecord.name) private readonly polls: Model<MeetingPollRecord>,
    private readonly moves: Moves,
    private readonly ballots: Ballots,
    private readonly tallies: Tallies,
    private readonly unheard: Unheard,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.polls);
    this.jobs.every('meetings.polls', lookMs, () => this.endDue());
  }

  async list(meetingId: string, viewer: Citizen | null): Promise<MeetingPoll[]> {
    const meeting = await this.moves.find(meetingId);
    if (!meeting || !mayRead(meeting, viewer)) return [];
    return this.of(await this.polls.find({ meetingId: meeting._id }).sort({ openedAt: -1 }).limit(shownMost).lean<MeetingPollRecord[]>().exec());
  }

  async of(polls: readonly MeetingPollRecord[]): Promise<MeetingPoll[]> {
    const tallies = await this.tallies.of(polls.map(({ _id }) => pollBallot(_id)));
    const now = this.clock.now();
    return polls.map(({ _id: id, question, options, isLive, isOpen, present, openedAt, closesAt }) => {
      const tally = tallies.get(pollBallot(id));
      const isOver = !isOpen || closesAt <= now;
      const counts = new Map(tally?.counts.map(({ optionId, count }) => [optionId, count]));
      // The ballot tells its sums when they are to be told; with nobody's answer there is nothing to wait for.
      const isTold = isLive || (isOver && (counts.size > 0 || (tally?.voters ?? 0) === 0));
      return { id, ballotId: pollBallot(id), question, isLive, isOpen: !isOver, people: tally?.voters ?? 0, present, openedAt, closesAt, options: options.map((option) => ({ ...option, people: isTold ? (counts.get(option.id) ?? 0) : null })) };
    });
  }

  async ask(official: Citizen, input: MeetingPollInput): Promise<MeetingPollResult> {
    const { id, meetingId, isLive, minutes, present } = input;
    const problems = problemsOf(pollInput, input);
    if (problems.length > 0) return invalid(problems);
    const meeting = await this.moves.find(meetingId);
    if (!meeting) return noMeeting;
    if (!organises(official, meeting.departmentId)) return meeting.stage === 'draft' ? noMeeting : otherDepartment('meeting', { act: 'poll', citizenId: official.id, id: meetingId });
    if (meeting.stage !== 'open') return refuse('not_open');
    await this.endDue();
    const openedAt = this.clock.now();
    const words = ({ el, en }: Localized): Localized => ({ el: oneLine(el), en: oneLine(en) });
    const record = {
      _id: id, meetingId, question: words(input.question), options: input.options.map((option, at) => ({ id: `o${at + 1}`, text: words(option) })), isLive, present: present ?? null, isOpen: true, askedBy: official.id, openedAt,
      closesAt: new Date(openedAt.getTime() + minutes * minuteMs), unheard: [unheard('meeting.poll-asked', { id, meetingId, at: openedAt })],
    };
    // The ballot first: a poll without one would take no answers.
    await this.ballots.open(ballotOf(record));
    try {
      await this.polls.create(record);
    } catch (error) {
      if (!isThere(error)) throw error;
      const same = await this.polls.findOne({ _id: id, meetingId, askedBy: official.id }).lean<MeetingPollRecord>().exec();
      return same ? this.saved(id) : refuse('other');
    }
    await this.changed(id, meetingId);
    return this.saved(id);
  }

  async close(official: Citizen, id: string): Promise<MeetingPollResult> {
    const poll = await this.polls.findById(String(id)).lean<MeetingPollRecord>().exec();
    const meeting = poll && (await this.moves.find(poll.meetingId));
    if (!poll || !meeting) return noPoll;
    if (!organises(official, meeting.departmentId)) return otherDepartment('meeting', { act: 'poll', citizenId: official.id, id: meeting._id });
    if (poll.isOpen && poll.closesAt > this.clock.now()) {
      const closesAt = await this.ballots.close(pollBallot(id));
      await this.polls.updateOne({ _id: id, closesAt: { $gt: closesAt } }, { $set: { closesAt } }).exec();
      await this.moves.say(meeting._id, 'polls', {});
    }
    return this.saved(id);
  }

  /** Those whose time is over. Another may be asked then. */
  async endDue(): Promise<void> {
    const now = this.clock.now();
    const due = await this.polls.find({ isOpen: true, closesAt: { $lte: now } }).limit(100).lean<MeetingPollRecord[]>().exec();
    await eachLeft('straw polls', due, async ({ _id, meetingId }) => {
      const told = unheard('meeting.poll-closed', { id: _id, meetingId, at: now });
      const { matchedCount } = await this.polls.updateOne({ _id, isOpen: true }, { $set: { isOpen: false }, $push: { unheard: told } }).exec();
      if (matchedCount > 0) await this.changed(_id, meetingId);
    });
  }

  private async changed(id: string, meetingId: string): Promise<void> {
    await this.unheard.tell(this.polls, id);
    await this.moves.say(meetingId, 'polls', {});
  }

  private async saved(id: string): Promise<MeetingPollResult> {
    const [poll] = await this.of([await this.polls.findById(id).lean<MeetingPollRecord>().orFail().exec()]);
    return poll ? { __typename: 'MeetingPollSaved', poll } : noPoll;
  }
}

/** Secret, and with its sums told at the end alone unless it says so: who watches a hall answer one by one would read each answer. */
export function ballotOf({ _id, options, closesAt, isLive }: Pick<MeetingPollRecord, '_id' | 'options' | 'closesAt' | 'isLive'>) {
  return { id: pollBallot(_id), subject: pollSubject(_id), kind: 'poll' as const, secrecy: 'secret' as const, questions: [{ id: pollQuestion, options: options.map(({ id }) => id), form: 'single' as const }], closesAt, sumsAtEnd: !isLive };
}
