import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, column, Figures } from '@isegoria/kernel/api';
import { type Cell, daysUntil, type Localized } from '@isegoria/kernel/contracts';
import { type MeetingStage, reportDays } from '@isegoria/meetings/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { Meeting } from '../meeting.schema';
import { isOverdue, reportDueAt } from '../meetings.rules';
import { publicIn } from '../reading.service';
import { MeetingQuestionRecord } from '../room/question.schema';

type Row = Record<string, Cell | Localized>;

const stages: Record<MeetingStage, Localized> = {
  draft: { el: 'Πρόχειρο', en: 'Draft' }, announced: { el: 'Ανακοινώθηκε', en: 'Announced' }, open: { el: 'Γίνεται τώρα', en: 'Meets now' }, closed: { el: 'Περιμένει απολογισμό', en: 'Report is owed' }, reported: { el: 'Με απολογισμό', en: 'Reported' }, cancelled: { el: 'Ματαιώθηκε', en: 'Cancelled' },
};
const shownMost = 30;

/** What the council sees of meetings: who came, what was asked and answered; and what the departments still owe. */
@Injectable()
export class MeetingsFigures implements OnModuleInit {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingQuestionRecord.name) private readonly questions: Model<MeetingQuestionRecord>,
    private readonly organisation: Organisation,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.figures.register({
      id: 'meetings.all', chapter: 'together', order: 30, chart: 'none',
      title: { el: 'Συναντήσεις με κατοίκους', en: 'Meetings with residents' },
      note: { el: `Οι ${shownMost} τελευταίες. «Ήρθαν» όπως μετρήθηκαν στην είσοδο.`, en: `The last ${shownMost}. Who came, as counted at the door.` },
      columns: [
        column('name', 'text', 'Συνάντηση', 'Meeting'), column('stage', 'text', 'Κατάσταση', 'State'), column('day', 'date', 'Ημέρα', 'Day'), column('came', 'number', 'Ήρθαν', 'Came'), column('asked', 'number', 'Ερωτήσεις', 'Questions'), column('answered', 'number', 'Απαντήθηκαν', 'Answered'),
      ],
      rows: () => this.all(),
    });
    this.figures.register({
      id: 'meetings.waiting', chapter: 'waiting', order: 31, chart: 'stacked',
      title: { el: 'Τι οφείλουν οι υπηρεσίες από συναντήσεις', en: 'What departments owe from meetings' },
      note: { el: `Απολογισμοί (σε ${reportDays} ημέρες), γραπτές απαντήσεις σε ερωτήσεις και όσα συμφωνήθηκαν με ημερομηνία. Οι μέρες είναι του παλαιότερου εκπρόθεσμου.`, en: `Reports (within ${reportDays} days), written answers to questions, and what was agreed with a date. Days are of the longest overdue.` },
      columns: [column('name', 'text', 'Υπηρεσία', 'Department'), column('onTime', 'number', 'Μέσα στην προθεσμία', 'Within the time'), column('overdue', 'number', 'Εκπρόθεσμα', 'Overdue'), column('lateDays', 'days', 'Μέρες εκπρόθεσμο', 'Days overdue')],
      rows: () => this.waiting(),
    });
  }

  private async all(): Promise<Row[]> {
    const found = await this.meetings.find(publicIn()).sort({ startsAt: -1, _id: -1 }).limit(shownMost).lean<Meeting[]>().exec();
    const counts = await this.questions.aggregate<{ _id: string; asked: number; answered: number }>([
      { $match: { meetingId: { $in: found.map(({ _id }) => _id) }, visibility: 'public' } },
      { $group: { _id: '$meetingId', asked: { $sum: 1 }, answered: { $sum: { $cond: [{ $eq: ['$stage', 'answered'] }, 1, 0] } } } },
    ]).exec();
    const of = new Map(counts.map((one) => [one._id, one]));
    return found.map(({ _id, title: name, stage, startsAt: day, came }) => ({ name, stage: stages[stage], day, came, asked: of.get(_id)?.asked ?? 0, answered: of.get(_id)?.answered ?? 0 }));
  }

  private async waiting(): Promise<Row[]> {
    const now = this.clock.now();
    const [departments, closed, reported, left] = await Promise.all([
      this.organisation.departments(),
      this.meetings.find({ stage: 'closed' }).lean<Meeting[]>().exec(),
      this.meetings.find({ stage: 'reported' }).lean<Meeting[]>().exec(),
      this.questions.find({ stage: 'later', visibility: 'public' }).lean<MeetingQuestionRecord[]>().exec(),
    ]);
    const departmentOf = new Map([...closed, ...reported].map(({ _id, departmentId }) => [_id, departmentId]));
    const promises = reported.flatMap((meeting) => (meeting.report?.outcomes ?? []).filter(({ dueAt, doneAt }) => dueAt && !doneAt).map((outcome) => ({ of: outcome.departmentId ?? meeting.departmentId, dueAt: outcome.dueAt })));
    const owed = [...closed.map((meeting) => ({ of: meeting.departmentId, dueAt: reportDueAt(meeting) })), ...left.map(({ meetingId, dueAt }) => ({ of: departmentOf.get(meetingId) ?? null, dueAt })), ...promises];
    return departments.map(({ id, name }) => {
      const own = owed.filter(({ of }) => of === id);
      const late = own.flatMap(({ dueAt }) => (dueAt && isOverdue({ dueAt, doneAt: null }, now) ? [-daysUntil(dueAt, now)] : []));
      return { name, onTime: own.length - late.length, overdue: late.length, lateDays: late.length > 0 ? Math.max(...late) : null };
    });
  }
}
