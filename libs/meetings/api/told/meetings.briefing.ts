import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Briefings, excerpt, Participation, type SubjectCard } from '@isegoria/kernel/api';
import { type DocumentLine, type DocumentPart, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Meeting } from '../meeting.schema';
import { meetingPath } from '../moves';
import { publicIn } from '../reading.service';
import { MeetingQuestionRecord } from '../room/question.schema';

const shownMost = 5;
const questionsShown = 3;

/** What meetings tell those who decide on something: where it was talked about, what was asked most, what was agreed; and who takes part. */
@Injectable()
export class MeetingsBriefing implements OnModuleInit {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingQuestionRecord.name) private readonly questions: Model<MeetingQuestionRecord>,
    private readonly briefings: Briefings,
    private readonly participation: Participation,
  ) {}

  onModuleInit(): void {
    this.briefings.register({ name: 'meetings', order: 19, parts: (subjects) => this.parts(subjects) });
    this.participation.register({ name: 'meetings', authors: async (since) => (await this.questions.distinct('authorId', { visibility: 'public', at: { $gte: since } }).exec()).filter(Boolean) });
  }

  private async parts(subjects: readonly SubjectCard[]): Promise<DocumentPart[]> {
    const keys = new Set(subjects.map(subjectKey));
    const ids = subjects.map(({ id }) => id);
    const found = await this.meetings.find({ ...publicIn(['open', 'closed', 'reported']), $or: [{ _id: { $in: ids } }, { 'items.subjects.id': { $in: ids } }] }).sort({ startsAt: -1 }).limit(shownMost).lean<Meeting[]>().exec();
    const isAbout = (wanted: readonly Subject[]) => wanted.some((subject) => keys.has(subjectKey(subject)));
    const about = found.filter(({ _id, items }) => keys.has(`meeting:${_id}`) || items.some((item) => isAbout(item.subjects)));
    return Promise.all(about.map((meeting) => this.partOf(meeting)));
  }

  private async partOf({ _id, title, came, report }: Meeting): Promise<DocumentPart> {
    const asked = await this.questions.countDocuments({ meetingId: _id, visibility: 'public' }).exec();
    const top = await this.questions.find({ meetingId: _id, visibility: 'public' }).sort({ supports: -1, _id: -1 }).limit(questionsShown).lean<MeetingQuestionRecord[]>().exec();
    const lines: DocumentLine[] = [
      ...top.map(({ text, answer }): DocumentLine => ({ text: { el: text, en: text }, note: answer && { el: excerpt(answer.text, 300), en: excerpt(answer.text, 300) }, path: meetingPath(_id), tone: 'quote' })),
      ...(report?.outcomes ?? []).map(({ text }): DocumentLine => ({ text: { el: text, en: text }, note: { el: 'Συμφωνήθηκε', en: 'Agreed' }, path: meetingPath(_id), tone: 'plain' })),
    ];
    return {
      id: `meetings.${_id}`,
      title: { el: 'Συζητήθηκε σε συνάντηση', en: 'Talked about at a meeting' },
      lead: title,
      measures: [...(came === null ? [] : [{ id: 'came', label: { el: 'Ήρθαν', en: 'Came' }, value: came }]), { id: 'asked', label: { el: 'Ερωτήσεις', en: 'Questions' }, value: asked }],
      tables: [],
      lines,
    };
  }
}
