import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type DatedMoment, idsOfKind, Threads } from '@isegoria/kernel/api';
import { type Localized, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Meeting } from '../meeting.schema';
import { meetingSubject } from '../moves';
import { publicIn } from '../reading.service';

/** What happened at meetings, for the thread from idea to delivery; each is tied to what was talked about and to what came of it. */
@Injectable()
export class MeetingThread implements OnModuleInit {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    private readonly threads: Threads,
  ) {}

  onModuleInit(): void {
    this.threads.register('meetings', { moments: (subjects) => this.moments(subjects), links: (subjects) => this.links(subjects) });
  }

  private async moments(subjects: readonly Subject[]): Promise<DatedMoment[]> {
    const found = await this.meetings.find({ ...publicIn(), _id: { $in: idsOfKind(subjects, 'meeting') } }).lean<Meeting[]>().exec();
    return found.flatMap(({ _id, stage, startsAt, openedAt, cancellation, report }) => {
      const moment = (name: string, at: Date | null | undefined, title: Localized): DatedMoment[] => (at ? [{ id: `meeting:${_id}:${name}`, at, title, about: meetingSubject(_id) }] : []);
      return [
        ...moment('met', stage === 'cancelled' ? null : (openedAt ?? startsAt), { el: 'Συζητιέται σε συνάντηση', en: 'It is talked about at a meeting' }),
        ...moment('cancelled', cancellation?.at, { el: 'Η συνάντηση ματαιώθηκε', en: 'The meeting was cancelled' }),
        ...moment('reported', report?.at, { el: 'Βγήκε ο απολογισμός της συνάντησης', en: 'The meeting was reported on' }),
        ...(report?.outcomes ?? []).flatMap(({ id, doneAt, text }) => moment(`kept:${id}`, doneAt, { el: `Έγινε: ${text}`, en: `Done: ${text}` })),
      ];
    });
  }

  private async links(subjects: readonly Subject[]): Promise<[Subject, Subject][]> {
    const keys = new Set(subjects.map(subjectKey));
    const ids = subjects.map(({ id }) => id);
    const found = await this.meetings.find({ ...publicIn(), $or: [{ _id: { $in: idsOfKind(subjects, 'meeting') } }, { 'items.subjects.id': { $in: ids } }, { 'report.outcomes.subject.id': { $in: ids } }] }).lean<Meeting[]>().exec();
    return found.flatMap(({ _id, items, report }) => {
      const own = meetingSubject(_id);
      const about = [...items.flatMap((item) => item.subjects), ...(report?.outcomes ?? []).flatMap(({ subject }) => subject ?? [])];
      return about.filter((subject) => keys.has(subjectKey(own)) || keys.has(subjectKey(subject))).map((subject): [Subject, Subject] => [subject, own]);
    });
  }
}
