import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, eachLeft, Events, Jobs, Unheard } from '@isegoria/kernel/api';
import { afterDays } from '@isegoria/kernel/contracts';
import { afterDecision, type ModerationDecided } from '@isegoria/moderation/contracts';
import { Follows } from '@isegoria/notifications/api';
import { Ballots } from '@isegoria/votes/api';
import type { BallotCounted } from '@isegoria/votes/contracts';
import type { Model } from 'mongoose';
import { Meeting } from '../meeting.schema';
import { meetingSubject, Moves } from '../moves';
import { QuestionViews } from './question-views';
import { MeetingQuestionRecord, questionSubject, supportBallot } from './question.schema';

const lookMs = 60_000;
const forgottenAfterMs = 30_000;

/** What follows when a question is asked, taken back, decided about, supported or left over: its ballot, the moderators' queue, the open pages. Each step may be taken twice. */
@Injectable()
export class QuestionStanding implements OnModuleInit {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingQuestionRecord.name) private readonly questions: Model<MeetingQuestionRecord>,
    private readonly moves: Moves,
    private readonly views: QuestionViews,
    private readonly ballots: Ballots,
    private readonly follows: Follows,
    private readonly events: Events,
    private readonly unheard: Unheard,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.questions);
    this.events.on('moderation.decided', 'meetings.decide', (decided) => this.decide(decided));
    this.events.on('ballot.counted', 'meetings.supports', (counted) => this.counted(counted));
    this.events.later('meeting.closed', 'meetings.leave', ({ id }) => this.leaveOver(id));
    this.jobs.every('meetings.enter', lookMs, () => this.enterTheForgotten());
  }

  /** The mark is set last: one whose process died in between is found and entered again. */
  async enter(record: MeetingQuestionRecord): Promise<void> {
    if (record.entered) return;
    if (record.visibility === 'withdrawn') return this.withdrawn(record);
    const { _id, meetingId, authorId, text, visibility, at } = record;
    const meeting = await this.meetings.findById(meetingId, { title: 1 }).lean<Pick<Meeting, 'title'>>().exec();
    if (visibility === 'public') await this.ballots.open(supportBallot(_id));
    if (authorId) {
      await this.follows.follow(authorId, questionSubject(_id), 'author');
      await this.events.publish('contribution.submitted', { item: questionSubject(_id), authorId, title: meeting?.title.el ?? '', text, mode: visibility === 'waiting' ? 'wait' : 'public', subject: meetingSubject(meetingId), at });
    }
    await this.show(record);
    await this.questions.updateOne({ _id, visibility }, { $set: { entered: true } }).exec();
  }

  async withdrawn(record: MeetingQuestionRecord): Promise<void> {
    await this.events.publish('contribution.withdrawn', { item: questionSubject(record._id) });
    await this.show(record);
    await this.questions.updateOne({ _id: record._id }, { $set: { entered: true } }).exec();
  }

  /** Tells what was written with a change, and shows it on every open page. */
  async changed(id: string): Promise<void> {
    await this.unheard.tell(this.questions, id);
    const record = await this.questions.findById(id).lean<MeetingQuestionRecord>().exec();
    if (record) await this.show(record);
  }

  async enterTheForgotten(): Promise<void> {
    const left = await this.questions.find({ entered: false, at: { $lt: new Date(this.clock.now().getTime() - forgottenAfterMs) } }).limit(100).lean<MeetingQuestionRecord[]>().exec();
    await eachLeft('questions', left, (record) => this.enter(record));
  }

  /** Hears a moderator. An older decision that comes late, or again, changes nothing; neither does one about what was taken back. */
  private async decide(decided: ModerationDecided): Promise<void> {
    const { item, at } = decided;
    if (item.kind !== 'meeting-question') return;
    const after = afterDecision(decided);
    const isShown = after.visibility === 'public';
    const set = { ...after, visibility: isShown ? 'public' : 'hidden', entered: false } as const;
    const pending = [{ decidedAt: null }, { decidedAt: { $lt: at } }];
    const record = await this.questions.findOneAndUpdate({ _id: item.id, visibility: { $ne: 'withdrawn' }, $or: pending }, { $set: set }, { returnDocument: 'after' }).lean<MeetingQuestionRecord>().exec();
    if (!record) return;
    if (isShown) await this.ballots.open(supportBallot(record._id));
    else await this.meetings.updateOne({ _id: record.meetingId, currentQuestionId: record._id }, { $set: { currentQuestionId: null } }).exec();
    await this.show(record);
    await this.questions.updateOne({ _id: record._id, decidedAt: at }, { $set: { entered: true } }).exec();
  }

  /** How many support it is the count of its ballot; an older count that comes late changes nothing. */
  private async counted({ subject, kind, voters, seq }: BallotCounted): Promise<void> {
    if (subject.kind !== 'meeting-question' || kind !== 'support') return;
    const record = await this.questions.findOneAndUpdate({ _id: subject.id, supportsSeq: { $lt: seq } }, { $set: { supports: voters, supportsSeq: seq } }).lean<MeetingQuestionRecord>().exec();
    if (record?.visibility === 'public') await this.moves.say(record.meetingId, 'supported', { id: subject.id, supports: voters, seq });
  }

  /** What nobody answered in the hall is answered in writing. */
  private async leaveOver(meetingId: string): Promise<void> {
    const meeting = await this.meetings.findById(meetingId).lean<Meeting>().exec();
    if (!meeting?.closedAt) return;
    const { modifiedCount } = await this.questions.updateMany({ meetingId, stage: 'asked' }, { $set: { stage: 'later', dueAt: afterDays(meeting.closedAt, meeting.room.answerDays) } }).exec();
    if (modifiedCount > 0) await this.moves.say(meetingId, 'changed', {});
  }

  private async show(record: MeetingQuestionRecord): Promise<void> {
    const { _id: id, meetingId, visibility } = record;
    if (visibility === 'public') await this.moves.say(meetingId, 'question', await this.views.one(record, null));
    else if (visibility !== 'waiting') await this.moves.say(meetingId, 'gone', { id });
  }
}
