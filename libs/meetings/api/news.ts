import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, eachLeft, Events, excerpt, Jobs } from '@isegoria/kernel/api';
import { dateFormat, type Localized } from '@isegoria/kernel/contracts';
import type { MeetingQuestionAnsweredEvent } from '@isegoria/meetings/contracts';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import type { Model } from 'mongoose';
import { MeetingGuestRecord } from './guests/guest.schema';
import { Meeting } from './meeting.schema';
import { meetingSubject } from './moves';
import { MeetingQuestionRecord, questionSubject } from './room/question.schema';

type Params = Parameters<Inbox['tell']>[0]['params'];

interface Piece {
  name: string;
  at: Date;
  mail: boolean;
  params?: Params;
  /** Told again for each of them. */
  key?: string;
}

const hourMs = 3_600_000;
/** So long before a meeting begins those who come are reminded of it. */
const remindMs = 24 * hourMs;

/** By the city's clock, in both languages. */
export const when = (at: Date): Localized => {
  const style = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return { el: dateFormat('el', style).format(at), en: dateFormat('en', style).format(at) };
};

/** Tells the city, and each who registered for a meeting or follows it, what became of it. Each piece of news has its key: heard twice, it is told once. */
@Injectable()
export class News implements OnModuleInit {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingGuestRecord.name) private readonly guests: Model<MeetingGuestRecord>,
    @InjectModel(MeetingQuestionRecord.name) private readonly questions: Model<MeetingQuestionRecord>,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.later('meeting.announced', 'meetings.news', ({ id, at, startsAt }) => this.announced(id, at, startsAt));
    this.events.later('meeting.postponed', 'meetings.news', ({ id, at, startsAt, reason }) => this.tell(id, { name: 'postponed', at, mail: true, params: { when: when(startsAt), text: excerpt(reason, 160) } }));
    this.events.later('meeting.cancelled', 'meetings.news', ({ id, at, reason }) => this.tell(id, { name: 'cancelled', at, mail: true, params: { text: excerpt(reason, 160) } }));
    this.events.later('meeting.opened', 'meetings.news', ({ id, at }) => this.tell(id, { name: 'opened', at, mail: false }));
    this.events.later('meeting.reported', 'meetings.news', ({ id, at, outcomeId }) => this.reported(id, at, outcomeId));
    this.events.later('meeting.place-freed', 'meetings.news', ({ id, citizenId, at }) => this.placeFreed(id, citizenId, at));
    this.events.later('meeting.question-answered', 'meetings.news', (answered) => this.answered(answered));
    this.jobs.every('meetings.remind', hourMs, () => this.remind());
  }

  /** Those that begin within a day, each beginning once. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    const near = await this.meetings.find({ stage: 'announced', startsAt: { $gt: now, $lte: new Date(now.getTime() + remindMs) } }).limit(200).lean<Meeting[]>().exec();
    await eachLeft('meetings that begin', near.filter(({ startsAt, remindedFor }) => startsAt?.getTime() !== remindedFor?.getTime()), async ({ _id, title, startsAt }) => {
      if (!startsAt) return;
      await this.inbox.tell({ to: await this.concerned(_id), about: meetingSubject(_id), name: 'meetings.soon', params: { title, when: when(startsAt) }, mail: true, key: `meeting.soon:${_id}:${startsAt.getTime()}` });
      await this.meetings.updateOne({ _id, startsAt }, { $set: { remindedFor: startsAt } }).exec();
    });
  }

  /** Whoever follows what is talked about is told that it will be. */
  private async announced(id: string, at: Date, startsAt: Date): Promise<void> {
    const params = { when: when(startsAt) };
    await this.tell(id, { name: 'announced', at, mail: false, params });
    const meeting = await this.meetings.findById(id).lean<Meeting>().exec();
    if (!meeting) return;
    const followers = await Promise.all(meeting.items.flatMap(({ subjects }) => subjects).map((subject) => this.follows.followers(subject)));
    await this.inbox.tell({ to: [...new Set(followers.flat())], about: meetingSubject(id), name: 'meetings.announced', params: { title: meeting.title, ...params }, mail: true, key: `meeting.invites:${id}` });
  }

  private async reported(id: string, at: Date, outcomeId: string | null): Promise<void> {
    const { report } = (await this.meetings.findById(id).lean<Meeting>().exec()) ?? {};
    const outcome = report?.outcomes.find((one) => one.id === outcomeId);
    const text = excerpt(outcome?.text ?? report?.text.el ?? '', 160);
    await this.tell(id, { name: outcomeId ? 'kept' : 'reported', at, mail: true, params: { text }, key: outcomeId ?? '' });
  }

  private async placeFreed(id: string, citizenId: string, at: Date): Promise<void> {
    const meeting = await this.meetings.findById(id).lean<Meeting>().exec();
    if (!meeting?.startsAt) return;
    await this.inbox.tell({ to: [citizenId], about: meetingSubject(id), name: 'meetings.place', params: { title: meeting.title, when: when(meeting.startsAt) }, mail: true, key: `meeting.place:${id}:${citizenId}:${at.getTime()}` });
  }

  private async answered({ id, meetingId, isInWriting, at }: MeetingQuestionAnsweredEvent): Promise<void> {
    const [question, meeting] = await Promise.all([this.questions.findById(id).lean<MeetingQuestionRecord>().exec(), this.meetings.findById(meetingId).lean<Meeting>().exec()]);
    if (!question?.answer || question.visibility !== 'public' || !meeting) return;
    const params = { title: meeting.title, question: excerpt(question.text, 80), text: excerpt(question.answer.text, 160) };
    await this.inbox.tell({ to: await this.follows.followers(questionSubject(id)), about: questionSubject(id), name: 'meetings.answered', params, mail: isInWriting, key: `meeting.answered:${id}:${at.getTime()}` });
  }

  private async tell(id: string, { name, at, mail, params: more = {}, key: part = '' }: Piece): Promise<void> {
    const meeting = await this.meetings.findById(id).lean<Meeting>().exec();
    if (!meeting) return;
    const about = meetingSubject(id);
    const params = { title: meeting.title, ...more };
    const key = `meeting.${name}:${id}:${part}:${at.getTime()}`;
    await this.activity.record({ about, name: `meetings.${name}`, params, at, key });
    await this.inbox.tell({ to: await this.concerned(id), about, name: `meetings.${name}`, params, mail, key });
  }

  /** Who registered, with a place or without, and who follows. */
  private async concerned(id: string): Promise<string[]> {
    const [guests, followers] = await Promise.all([this.guests.find({ meetingId: id }, { citizenId: 1 }).lean<Pick<MeetingGuestRecord, 'citizenId'>[]>().exec(), this.follows.followers(meetingSubject(id))]);
    return [...new Set([...guests.map(({ citizenId }) => citizenId), ...followers])];
  }
}
