import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Briefings, excerpt, type SubjectCard } from '@isegoria/kernel/api';
import { type DocumentPart, subjectKey } from '@isegoria/kernel/contracts';
import type { VolunteerCall as Shown } from '@isegoria/volunteering/contracts';
import type { Model } from 'mongoose';
import { VolunteerCall } from '../volunteer-call.schema';
import { publicOnes, VolunteerViews } from '../volunteer-views';

const shownMost = 5;

/** What volunteering tells those who decide on something: that people work on it already, how many, and what they did. */
@Injectable()
export class VolunteeringBriefing implements OnModuleInit {
  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    private readonly views: VolunteerViews,
    private readonly briefings: Briefings,
  ) {}

  onModuleInit(): void {
    this.briefings.register({ name: 'volunteering', order: 21, parts: (subjects) => this.parts(subjects) });
  }

  private async parts(subjects: readonly SubjectCard[]): Promise<DocumentPart[]> {
    const keys = new Set(subjects.map(subjectKey));
    const found = await this.calls.find({ ...publicOnes(['published', 'reported']), $or: [{ _id: { $in: subjects.map(({ id }) => id) } }, { 'origin.id': { $in: subjects.map(({ id }) => id) } }] }).sort({ startsAt: -1 }).limit(shownMost).lean<VolunteerCall[]>().exec();
    const about = found.filter(({ _id, origin }) => keys.has(`volunteer-call:${_id}`) || (origin && keys.has(subjectKey(origin))));
    return (await this.views.of(about, null)).map(partOf);
  }
}

function partOf({ id, title, path, registered, places, report }: Shown): DocumentPart {
  const text = report && excerpt(report.text.el, 300);
  return {
    id: `volunteering.${id}`,
    title: { el: 'Το κάνουν εθελοντές', en: 'Volunteers work on it' },
    lead: title,
    measures: report
      ? [{ id: 'people', label: { el: 'Ήρθαν', en: 'Came' }, value: report.people }, { id: 'hours', label: { el: 'Ώρες', en: 'Hours' }, value: Math.round(report.minutes / 60) }]
      : [{ id: 'offered', label: { el: 'Δήλωσαν', en: 'Offered' }, value: registered }, { id: 'places', label: { el: 'Θέσεις', en: 'Places' }, value: places }],
    tables: [],
    lines: text ? [{ text: { el: text, en: (report && excerpt(report.text.en, 300)) || text }, note: { el: 'Τι έγινε', en: 'What was done' }, path, tone: 'plain' }] : [],
  };
}
