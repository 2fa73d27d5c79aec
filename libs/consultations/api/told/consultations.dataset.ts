import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Amendment, amendmentFields, articleFields, type Consultation as Shown, type ConsultationArticle, consultationFields } from '@isegoria/consultations/contracts';
import { batchesOf, Datasets, placedRows, publicUrl } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { AmendmentPages } from '../amendments/amendment-pages';
import { AmendmentRecord } from '../amendments/amendment.schema';
import { ArticleTexts } from '../articles/article-texts';
import { Consultation } from '../consultation.schema';
import { isPublic } from '../consultation-lists';
import { ConsultationViews } from '../consultation-views';

/** Hands consultations, their articles and the amendments to them in as public data. */
@Injectable()
export class ConsultationsDataset implements OnModuleInit {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    private readonly views: ConsultationViews,
    private readonly texts: ArticleTexts,
    private readonly pages: AmendmentPages,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    const common = { keywords: { el: ['διαβούλευση', 'κανονισμοί'], en: ['consultation', 'regulations'] }, themes: ['GOVE', 'JUST'], page: '/consultations' } as const;
    this.datasets.register({
      ...common,
      id: 'consultations',
      order: 26,
      title: { el: 'Διαβουλεύσεις', en: 'Consultations' },
      description: {
        el: 'Κείμενα του δήμου που τέθηκαν σε δημόσια διαβούλευση, με τις ημερομηνίες τους, πόσοι μίλησαν, τι απαντήθηκε και με ποια πράξη εγκρίθηκαν.',
        en: 'Texts of the municipality under public consultation, with their dates, how much was said, what was answered and the act that adopted them.',
      },
      fields: consultationFields,
      key: ['id'],
      rows: (after) => placedRows(batchesOf(this.consultations, isPublic, after?.id ?? null), { idOf: ({ _id }) => _id, view: async (batch) => (await this.views.of(batch, null)).map((view) => [consultationRow(view)]), after }),
    });
    this.datasets.register({
      ...common,
      id: 'consultation-articles',
      order: 27,
      title: { el: 'Άρθρα σε διαβούλευση', en: 'Articles under consultation' },
      description: {
        el: 'Κάθε άρθρο όπως τέθηκε σε διαβούλευση: το κείμενο, πώς στέκονται οι πολίτες απέναντί του, τι άκουσε και τι έκανε η υπηρεσία.',
        en: 'Each article as people were asked about it: its text, how they stand towards it, what the department heard and did.',
      },
      fields: articleFields,
      key: ['consultation', 'article'],
      rows: (after) => placedRows(batchesOf(this.consultations, isPublic, after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => Promise.all(batch.map(async (one) => (await this.texts.views(one)).map((article) => articleRow(one._id, article)))), after }),
    });
    this.datasets.register({
      ...common,
      id: 'amendments',
      order: 28,
      title: { el: 'Προτάσεις αλλαγής', en: 'Amendments' },
      description: {
        el: 'Οι δημόσιες προτάσεις των πολιτών για άλλη διατύπωση ενός άρθρου, πόσοι τις στηρίζουν και τι έγιναν. Χωρίς τα πρόσωπα που τις έγραψαν.',
        en: 'Citizens’ public proposals for another wording of an article, how many support them and what became of them. Without the persons who wrote them.',
      },
      fields: amendmentFields,
      key: ['id'],
      rows: (after) => placedRows(batchesOf(this.amendments, { visibility: 'public' }, after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => this.amendmentRows(batch), after }),
    });
  }

  private async amendmentRows(batch: readonly AmendmentRecord[]): Promise<RowOf<typeof amendmentFields>[][]> {
    const views = new Map((await this.pages.views(batch, null)).map((view) => [view.id, view]));
    return batch.map(({ _id }) => {
      const view = views.get(_id);
      return view ? [amendmentRow(view)] : [];
    });
  }
}

function consultationRow(view: Shown): RowOf<typeof consultationFields> {
  const { id, title, summary, status, department, category, districts, publishedAt, opensAt, closesAt, extensions, articleCount, stanceCount, argumentCount, amendmentCount, answer, withdrawal, adopted, isDemo, path } = view;
  return {
    id, titleEl: title.el, titleEn: title.en, summaryEl: summary.el, summaryEn: summary.en, status, isDemo,
    department: department?.id ?? null, departmentEl: department?.name.el ?? null, departmentEn: department?.name.en ?? null, category: category?.id ?? null, districts: districts.map((district) => district.id).join(' '),
    publishedAt: publishedAt ?? null, opensAt: opensAt ?? null, closesAt: closesAt ?? null, extensions: extensions.length, articles: articleCount, stances: stanceCount, arguments: argumentCount, amendments: amendmentCount,
    answeredAt: answer?.at ?? null, adopted: answer?.adopted ?? null, partly: answer?.partly ?? null, notAdopted: answer?.notAdopted ?? null,
    withdrawnAt: withdrawal?.at ?? null, adoptedAt: adopted?.at ?? null, ada: adopted?.ada ?? null, url: `${publicUrl()}${path}`,
  };
}

function articleRow(consultation: string, { id, label, title, body, stances: { agree, withChanges, disagree }, arguments: said, amendments, answer, path }: ConsultationArticle): RowOf<typeof articleFields> {
  return {
    consultation, article: id, label, title, text: body, agree, withChanges, disagree, arguments: said.total, amendments,
    heard: answer?.heard ?? null, outcome: answer?.outcome ?? null, reason: answer?.reason ?? null, url: `${publicUrl()}${path}`,
  };
}

function amendmentRow({ id, consultationId, articleId, version, isRemoval, text, reason, supports, publishedAt, reply, path }: Amendment): RowOf<typeof amendmentFields> {
  return {
    id, consultation: consultationId, article: articleId, version, isRemoval, text, reason, supports, publishedAt: publishedAt ?? null, outcome: reply?.outcome ?? null, outcomeReason: reply?.reason ?? null, url: `${publicUrl()}${path}`,
  };
}
