import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { pageOf, type Sort } from '@isegoria/kernel/api';
import type { MeetingDesk, MeetingQuestion, MeetingQuestionPage, MeetingQuestionSort, QueryMeetingQuestionsArgs } from '@isegoria/meetings/contracts';
import type { Model } from 'mongoose';
import { Meeting } from '../meeting.schema';
import { mayRead, organises } from '../meetings.rules';
import { MeetingQuestionRecord, questionBallot } from './question.schema';

const orders: Record<MeetingQuestionSort, Sort> = { SUPPORTED: [['supports', -1], ['_id', -1]], NEWEST: [['_id', -1]] };
const dutiesMost = 50;

/** Makes of the questions of a meeting what is shown. */
@Injectable()
export class QuestionViews {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingQuestionRecord.name) private readonly questions: Model<MeetingQuestionRecord>,
    private readonly citizens: Citizens,
  ) {}

  async list({ meetingId, sort, first, after }: QueryMeetingQuestionsArgs, viewer: Citizen | null): Promise<MeetingQuestionPage> {
    const meeting = await this.meetings.findById(String(meetingId)).lean<Meeting>().exec();
    if (!meeting || !mayRead(meeting, viewer)) return { items: [], next: null, total: 0 };
    const seen: Record<string, unknown>[] = [{ visibility: 'public' }];
    if (organises(viewer, meeting.departmentId)) seen.push({ visibility: 'waiting' });
    else if (viewer) seen.push({ authorId: viewer.id, visibility: { $in: ['waiting', 'hidden'] } });
    const [only] = seen;
    const page = await pageOf<MeetingQuestionRecord>(this.questions, { filter: { meetingId: meeting._id, ...(seen.length === 1 ? only : { $or: seen }) }, sort: orders[sort ?? 'SUPPORTED'], first, after });
    return { ...page, items: await this.of(page.items, viewer) };
  }

  async of(questions: readonly MeetingQuestionRecord[], viewer: Pick<Citizen, 'id'> | null): Promise<MeetingQuestion[]> {
    const people = await this.citizens.cards(questions.flatMap(({ authorId }) => authorId || []));
    return questions.map(({ _id: id, text, authorId, writtenBy, itemId, stage, answer, dueAt, supports, supportsSeq: seq, visibility, verdict, at }) => {
      const isMine = viewer !== null && authorId !== '' && viewer.id === authorId;
      return {
        id, text, itemId, stage, dueAt, supports, seq, at, isMine, author: people.get(authorId)?.name ?? '', isFromHall: writtenBy !== null, answer: answer && { text: answer.text, isInWriting: answer.isInWriting, at: answer.at }, ballotId: questionBallot(id),
        isPublic: visibility === 'public', verdict: isMine ? verdict : null,
      };
    });
  }

  async one(question: MeetingQuestionRecord, viewer: Pick<Citizen, 'id'> | null): Promise<MeetingQuestion> {
    const [view] = await this.of([question], viewer);
    if (!view) throw new Error('a view for each question');
    return view;
  }

  /** What was left to be answered in writing, at the meetings that this official leads. */
  async duties(official: Citizen, leads: Record<string, unknown>, now: Date): Promise<MeetingDesk['toAnswer']> {
    const meetings = await this.meetings.find({ ...leads, stage: { $in: ['open', 'closed', 'reported'] } }, { title: 1 }).sort({ touchedAt: -1 }).limit(200).lean<Pick<Meeting, '_id' | 'title'>[]>().exec();
    const titles = new Map(meetings.map(({ _id, title }) => [_id, title]));
    const found = await this.questions.find({ stage: 'later', meetingId: { $in: [...titles.keys()] }, visibility: 'public' }).sort({ dueAt: 1 }).limit(dutiesMost).lean<MeetingQuestionRecord[]>().exec();
    const views = await this.of(found, official);
    return found.flatMap(({ meetingId, dueAt }, at) => {
      const [question, title] = [views[at], titles.get(meetingId)];
      return question && title ? [{ question, meetingId, title, isLate: dueAt !== null && dueAt < now }] : [];
    });
  }
}
