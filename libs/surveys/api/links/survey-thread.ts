import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type DatedMoment, idsOfKind, Threads } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Survey } from '../survey.schema';
import { isPublic } from '../survey-lists';
import { surveySubject } from '../survey-views';

const fields = { opensAt: 1, closesAt: 1, withdrawal: 1, countedAt: 1, report: 1, reportedAt: 1 };

/** What happened, or is to happen, to surveys, for the thread from idea to delivery. */
@Injectable()
export class SurveyThread implements OnModuleInit {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    private readonly threads: Threads,
  ) {}

  onModuleInit(): void {
    this.threads.register('surveys', { moments: (subjects) => this.moments(subjects), links: () => Promise.resolve([]) });
  }

  private async moments(subjects: readonly Subject[]): Promise<DatedMoment[]> {
    const found = await this.surveys.find({ _id: { $in: idsOfKind(subjects, 'survey') }, ...isPublic }, fields).lean<Survey[]>().exec();
    return found.flatMap(({ _id, opensAt, closesAt, withdrawal, countedAt, report, reportedAt }) => {
      const moment = (name: string, at: Date | null | undefined, title: Localized): DatedMoment[] => (at ? [{ id: `survey:${_id}:${name}`, at, title, about: surveySubject(_id) }] : []);
      // What was taken back before its time did not happen.
      const unless = (at: Date | null) => (at && withdrawal && withdrawal.at < at ? null : at);
      return [
        ...moment('opened', unless(opensAt), { el: 'Ανοίγει το ερωτηματολόγιο', en: 'The survey opens' }),
        ...moment('closed', unless(closesAt), { el: 'Κλείνει το ερωτηματολόγιο', en: 'The survey closes' }),
        ...moment('withdrawn', withdrawal?.at, { el: 'Ο δήμος απέσυρε το ερωτηματολόγιο', en: 'The municipality took the survey back' }),
        ...moment('counted', countedAt, { el: 'Μετρήθηκαν οι απαντήσεις', en: 'The answers were counted' }),
        ...moment('reported', reportedAt, { el: 'Η υπηρεσία είπε τι έμαθε και τι κάνει', en: 'The department said what it learned and what it does' }),
        ...moment('kept', report?.promise?.doneAt, { el: 'Η υπηρεσία τήρησε ό,τι υποσχέθηκε', en: 'The department kept its promise' }),
      ];
    });
  }
}
