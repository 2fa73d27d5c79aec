import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { excerpt, foundIn, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { partsOf } from '@isegoria/organisation/contracts';
import { Rooms } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Meeting } from './meeting.schema';
import { isPublic, isToCome, mayRead } from './meetings.rules';
import { meetingPath, meetingSubject } from './moves';
import { publicIn } from './reading.service';
import { MeetingPollRecord, pollSubject } from './room/poll.schema';
import { MeetingQuestionRecord, questionSubject } from './room/question.schema';

/** What others need of a meeting, its questions and its straw polls: to name them, find them, link, follow, watch and vote on them, and decide about a question. */
@Injectable()
export class MeetingSubject implements OnModuleInit {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingQuestionRecord.name) private readonly questions: Model<MeetingQuestionRecord>,
    @InjectModel(MeetingPollRecord.name) private readonly polls: Model<MeetingPollRecord>,
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
  ) {}

  onModuleInit(): void {
    this.subjects.register('meeting', { cards: (ids) => this.cards(ids), find: (words, most) => foundIn(this.meetings, words, { where: publicIn(), sort: { startsAt: -1, _id: -1 }, most }) });
    this.subjects.register('meeting-question', { cards: (ids) => this.questionCards(ids) });
    this.subjects.register('meeting-poll', { cards: (ids) => this.pollCards(ids) });
    this.rooms.open('meeting', async (citizen, id) => {
      const meeting = await this.meetings.findById(id).lean<Meeting>().exec();
      return meeting !== null && mayRead(meeting, citizen);
    });
    this.rooms.open('meeting-poll');
  }

  private async cards(ids: readonly string[]): Promise<SubjectCard[]> {
    const found = await this.meetings.find({ _id: { $in: [...new Set(ids.map(String))] } }).lean<Meeting[]>().exec();
    return found.map((meeting): SubjectCard => {
      const { _id: id, title, text, departmentId, districtIds: districts, room, createdAt } = meeting;
      return {
        ...meetingSubject(id), title: title.el, excerpt: excerpt(text.el), english: { title: title.en, excerpt: excerpt(text.en) }, path: meetingPath(id), authorId: null, departmentId, isPublic: isPublic(meeting), within: partsOf({ districts }), acceptsComments: false,
        ...(!isPublic(meeting) && departmentId && { readBy: departmentId }), opinionMode: room.hasOpinions && isToCome(meeting) ? room.questions : 'closed', createdAt,
      };
    });
  }

  /** A question is called by its meeting and stands on that page. */
  private async questionCards(ids: readonly string[]): Promise<SubjectCard[]> {
    const found = await this.questions.find({ _id: { $in: ids.map(String) } }).lean<MeetingQuestionRecord[]>().exec();
    const meetings = await this.meetingsOf(found);
    return found.flatMap(({ _id: id, meetingId, text, authorId, visibility, at: createdAt }): SubjectCard[] => {
      const about = meetings.get(meetingId);
      return about ? [{ ...about, ...questionSubject(id), path: `${about.path}#question-${id}`, excerpt: text, english: { title: about.english?.title ?? '', excerpt: text }, authorId, isPublic: visibility === 'public' && about.isPublic, opinionMode: 'closed', createdAt, about: meetingSubject(meetingId) }] : [];
    });
  }

  private async pollCards(ids: readonly string[]): Promise<SubjectCard[]> {
    const found = await this.polls.find({ _id: { $in: ids.map(String) } }).lean<MeetingPollRecord[]>().exec();
    const meetings = await this.meetingsOf(found);
    return found.flatMap(({ _id: id, meetingId, question, openedAt: createdAt }): SubjectCard[] => {
      const about = meetings.get(meetingId);
      return about ? [{ ...about, ...pollSubject(id), title: question.el, english: { title: question.en, excerpt: '' }, excerpt: '', path: `${about.path}#poll-${id}`, opinionMode: 'closed', createdAt, about: meetingSubject(meetingId) }] : [];
    });
  }

  private async meetingsOf(things: readonly { meetingId: string }[]): Promise<Map<string, SubjectCard>> {
    const cards = await this.cards(things.map(({ meetingId }) => meetingId));
    return new Map(cards.map((card) => [card.id, card]));
  }
}
