import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Events } from '@isegoria/kernel/api';
import { PublicActs, type PublicActSaid } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import type { Model } from 'mongoose';
import { Meeting } from './meeting.schema';
import { meetingSubject } from './moves';
import { MeetingPollRecord } from './room/poll.schema';
import { MeetingQuestionRecord } from './room/question.schema';

const heard = ['meeting.announced', 'meeting.postponed', 'meeting.cancelled', 'meeting.opened', 'meeting.closed', 'meeting.reported'] as const;

/** How an act on one meeting is said: by the official, about it, under an id that it has once. */
const actsAt = (id: string) => (act: string, body: NonNullable<PublicActSaid['body']>, more = ''): PublicActSaid => ({ act: `meeting.${act}`, id: `meeting:${id}:${act}${more}`, rule: null, role: 'official', subject: meetingSubject(id), body });

/** What is done with a meeting stands in the public ledger: that it was announced, moved, cancelled, opened, closed, reported; each answer, each straw poll, each opening of the list of who comes. Of words their digests, of persons nothing. */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingQuestionRecord.name) private readonly questions: Model<MeetingQuestionRecord>,
    @InjectModel(MeetingPollRecord.name) private readonly polls: Model<MeetingPollRecord>,
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    for (const event of heard) this.events.later(event, 'meetings.ledger', ({ id }) => this.record(id));
    this.events.later('meeting.question-answered', 'meetings.ledger', ({ id }) => this.answered(id));
    this.events.later('meeting.poll-asked', 'meetings.ledger', ({ id }) => this.polled(id));
  }

  /** All that happened to it so far, each act once by its id; seeds call it for the past. */
  async record(id: string): Promise<void> {
    const meeting = await this.meetings.findById(id).lean<Meeting>().exec();
    if (!meeting?.announcedAt) return;
    const { title, text, departmentId, startsAt, postponements, cancellation, openedAt, closedAt, report } = meeting;
    const said = actsAt(id);
    const acts = [said('announced', { department: departmentId, starts: (postponements[0]?.from ?? startsAt)?.toISOString() ?? null, words: digest(JSON.stringify([title, text])) })];
    for (const { from, reason, at } of postponements) acts.push(said('postponed', { from: from.toISOString(), words: digest(reason) }, `:${at.getTime()}`));
    if (cancellation) acts.push(said('cancelled', { words: digest(cancellation.reason) }));
    if (openedAt) acts.push(said('opened', {}));
    if (closedAt) acts.push(said('closed', {}));
    if (report) {
      acts.push(said('reported', { outcomes: report.outcomes.length, words: digest(JSON.stringify([report.text, report.outcomes.map(({ text: words, dueAt }) => [words, dueAt])])) }));
      for (const { id: outcome, text: words, doneAt } of report.outcomes) if (doneAt) acts.push(said('kept', { outcome: digest(words) }, `:${outcome}`));
    }
    await this.acts.recordAll(acts);
  }

  async answered(id: string): Promise<void> {
    const question = await this.questions.findById(id).lean<MeetingQuestionRecord>().exec();
    if (!question?.answer) return;
    const { meetingId, text, answer } = question;
    await this.acts.record(actsAt(meetingId)('answered', { question: digest(text), words: digest(answer.text), inWriting: answer.isInWriting }, `:${id}`));
  }

  async polled(id: string): Promise<void> {
    const poll = await this.polls.findById(id).lean<MeetingPollRecord>().exec();
    if (!poll) return;
    const { meetingId, question, options } = poll;
    await this.acts.record(actsAt(meetingId)('polled', { poll: id, form: digest(JSON.stringify([question, options])) }, `:${id}`));
  }

  listOpened({ _id: id, registered, waiting }: Pick<Meeting, '_id' | 'registered' | 'waiting'>, opening: string): Promise<void> {
    return this.acts.record({ act: 'meeting.listOpened', id: `meeting:${id}:list:${opening}`, rule: null, role: 'official', subject: meetingSubject(id), body: { names: registered + waiting } });
  }
}
