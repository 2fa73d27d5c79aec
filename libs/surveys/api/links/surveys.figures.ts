import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, column, Figures } from '@isegoria/kernel/api';
import { type Cell, daysUntil, type Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { reportDays, reportDueAt, type SurveyStanding } from '@isegoria/surveys/contracts';
import type { Model } from 'mongoose';
import { Survey } from '../survey.schema';
import { isPublic, standing } from '../survey-lists';
import { isOverdue } from '../survey-views';
import { statusOf } from '../surveys.rules';

type Row = Record<string, Cell | Localized>;

const statuses: Record<SurveyStanding, Localized> = {
  draft: { el: 'Πρόχειρο', en: 'Draft' }, announced: { el: 'Ανοίγει σύντομα', en: 'Opens soon' }, open: { el: 'Ανοιχτό', en: 'Open' }, closed: { el: 'Περιμένει την υπηρεσία', en: 'Waits for the department' },
  reported: { el: 'Η υπηρεσία απάντησε', en: 'The department answered' }, withdrawn: { el: 'Αποσύρθηκε', en: 'Taken back' },
};
const kept = { none: { el: '', en: '' }, done: { el: 'Έγινε', en: 'Done' }, late: { el: 'Άργησε', en: 'Late' }, waits: { el: 'Περιμένει', en: 'Waits' } };
const shownMost = 30;

/** What the council sees of surveys: what was asked, how many answered, what was promised, and of which departments still owe their words. */
@Injectable()
export class SurveyCouncilFigures implements OnModuleInit {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    private readonly organisation: Organisation,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.figures.register({
      id: 'surveys.all', chapter: 'together', order: 28, chart: 'none',
      title: { el: 'Ερωτηματολόγια', en: 'Surveys' },
      note: { el: `Τα ${shownMost} τελευταία, με το πόσοι απάντησαν και αν τηρήθηκε ό,τι υποσχέθηκε η υπηρεσία.`, en: `The last ${shownMost}, with how many answered and whether the department kept its promise.` },
      columns: [
        column('name', 'text', 'Ερωτηματολόγιο', 'Survey'), column('status', 'text', 'Κατάσταση', 'Status'), column('closes', 'date', 'Κλείνει', 'Closes'), column('people', 'number', 'Απάντησαν', 'Answered'), column('promise', 'text', 'Υπόσχεση', 'Promise'),
      ],
      rows: () => this.all(),
    });
    this.figures.register({
      id: 'surveys.waiting', chapter: 'waiting', order: 29, chart: 'stacked',
      title: { el: 'Ποια ερωτηματολόγια περιμένουν την υπηρεσία', en: 'Which surveys wait for the department' },
      note: { el: `Όσα έκλεισαν και η υπηρεσία δεν είπε τι έμαθε. Εκπρόθεσμα: πέρασαν ${reportDays} ημέρες από το κλείσιμο.`, en: `Those that closed and of which the department has not said what it learned. Overdue: ${reportDays} days have passed since they closed.` },
      columns: [column('name', 'text', 'Υπηρεσία', 'Department'), column('onTime', 'number', 'Μέσα στην προθεσμία', 'Within the time'), column('overdue', 'number', 'Εκπρόθεσμα', 'Overdue'), column('waitingDays', 'days', 'Μέρες που περιμένουν', 'Days waiting')],
      rows: () => this.waiting(),
    });
  }

  private async all(): Promise<Row[]> {
    const found = await this.surveys.find(isPublic).sort({ publishedAt: -1, _id: -1 }).limit(shownMost).lean<Survey[]>().exec();
    const now = this.clock.now();
    return found.map((survey) => {
      const { title: name, closesAt: closes, people, report } = survey;
      const promise = !report?.promise ? kept.none : report.promise.doneAt ? kept.done : isOverdue(report.promise, now) ? kept.late : kept.waits;
      return { name, status: statuses[statusOf(survey, now)], closes, people, promise };
    });
  }

  private async waiting(): Promise<Row[]> {
    const now = this.clock.now();
    const [departments, closed] = await Promise.all([this.organisation.departments(), this.surveys.find(standing('closed', now)).lean<Survey[]>().exec()]);
    return departments.map(({ id, name }) => {
      const own = closed.filter(({ departmentId }) => departmentId === id);
      const isLate = ({ publishedAt, closesAt, reportedAt }: Survey) => daysUntil(reportDueAt({ publishedAt, closesAt, reportedAt, withdrawnAt: null }) ?? now, now) < 0;
      const overdue = own.filter(isLate).length;
      const waitingDays = own.length > 0 ? Math.max(...own.map(({ closesAt }) => -daysUntil(closesAt ?? now, now))) : null;
      return { name, onTime: own.length - overdue, overdue, waitingDays };
    });
  }
}
