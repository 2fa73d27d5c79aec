import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Briefings, column, idsOfKind, Participation, type SubjectCard } from '@isegoria/kernel/api';
import type { DocumentPart } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { AmendmentRecord } from '../amendments/amendment.schema';
import { ArticleTexts } from '../articles/article-texts';
import { Consultation } from '../consultation.schema';
import { isPublic } from '../consultation-lists';
import { articleName } from '../consultation.subject';

/** What consultations tell those who decide on a text: how people stand towards each article; and who takes part. */
@Injectable()
export class ConsultationsBriefing implements OnModuleInit {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    private readonly texts: ArticleTexts,
    private readonly briefings: Briefings,
    private readonly participation: Participation,
  ) {}

  onModuleInit(): void {
    this.briefings.register({ name: 'consultations', order: 15, parts: (subjects) => this.parts(subjects) });
    this.participation.register({ name: 'consultations', authors: (since) => this.amendments.distinct('authorId', { visibility: 'public', publishedAt: { $gte: since } }).exec() });
  }

  private async parts(subjects: readonly SubjectCard[]): Promise<DocumentPart[]> {
    const found = await this.consultations.find({ _id: { $in: idsOfKind(subjects, 'consultation') }, ...isPublic }).lean<Consultation[]>().exec();
    return Promise.all(found.map((consultation) => this.partOf(consultation)));
  }

  private async partOf(consultation: Consultation): Promise<DocumentPart> {
    const { _id, title, stanceCount, argumentCount, amendmentCount } = consultation;
    const articles = await this.texts.views(consultation);
    return {
      id: `consultations.${_id}`,
      title: { el: 'Τι είπαν οι πολίτες για κάθε άρθρο', en: 'What citizens said of each article' },
      lead: title,
      measures: [
        { id: 'stances', label: { el: 'Θέσεις σε άρθρα', en: 'Stances on articles' }, value: stanceCount },
        { id: 'arguments', label: { el: 'Επιχειρήματα', en: 'Arguments' }, value: argumentCount },
        { id: 'amendments', label: { el: 'Προτάσεις αλλαγής', en: 'Amendments' }, value: amendmentCount },
      ],
      tables: [{
        ...table,
        rows: articles.map((article) => {
          const { stances: { agree, withChanges, disagree }, arguments: said, amendments, path } = article;
          return { name: articleName(article), agree, withChanges, disagree, arguments: said.total, amendments, path };
        }),
      }],
      lines: [],
    };
  }
}

const table = {
  id: 'articles',
  title: { el: 'Άρθρα', en: 'Articles' },
  note: null,
  chart: 'none' as const,
  columns: [
    column('name', 'text', 'Άρθρο', 'Article'), column('agree', 'number', 'Συμφωνούν', 'Agree'), column('withChanges', 'number', 'Συμφωνούν με αλλαγές', 'Agree with changes'), column('disagree', 'number', 'Διαφωνούν', 'Disagree'),
    column('arguments', 'number', 'Επιχειρήματα', 'Arguments'), column('amendments', 'number', 'Προτάσεις αλλαγής', 'Amendments'), column('path', 'text', 'Σελίδα', 'Page'),
  ],
};
