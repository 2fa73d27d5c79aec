import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Comments } from '@isegoria/comments/api';
import type { ArgumentCounts, ArticleStances, ConsultationArticle, ConsultationReport } from '@isegoria/consultations/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { AmendmentPages } from '../amendments/amendment-pages';
import { AmendmentRecord } from '../amendments/amendment.schema';
import { ArticleTexts } from '../articles/article-texts';
import { articleSubject, ConsultationViews } from '../consultation-views';
import { Reading } from '../reading.service';

export const reportFiles = ['articles', 'amendments', 'stances'] as const;

/** The public report of a consultation, from its opening on. */
@Injectable()
export class Reports {
  constructor(
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    private readonly reading: Reading,
    private readonly texts: ArticleTexts,
    private readonly pages: AmendmentPages,
    private readonly views: ConsultationViews,
    private readonly comments: Comments,
    private readonly clock: Clock,
  ) {}

  async of(id: string, viewer: Citizen | null): Promise<ConsultationReport | null> {
    const consultation = await this.reading.find(id, viewer);
    if (!consultation?.publishedAt || !consultation.opensAt || consultation.opensAt > this.clock.now()) return null;
    const consultationId = consultation._id;
    const [articles, records] = await Promise.all([
      this.texts.views(consultation),
      this.amendments.find({ consultationId, visibility: 'public' }).sort({ place: 1, supports: -1, _id: 1 }).lean<AmendmentRecord[]>().exec(),
    ]);
    const arguing = await this.comments.authorsOn([{ kind: 'consultation', id: consultationId }, ...articles.map((article) => articleSubject(consultationId, article.id))]);
    const amending = new Set(records.map(({ authorId }) => authorId).filter((author) => author !== ''));
    return {
      consultation: await this.views.one(consultation, viewer),
      articles,
      // Those who wrote are known apart from each other; those who took a stance only article by article.
      peopleAtLeast: Math.max(new Set([...arguing, ...amending]).size, ...articles.map(({ stances }) => stances.people)),
      stances: stancesOf(articles),
      arguments: argumentsOf([consultation.arguments, ...articles.map((article) => article.arguments)]),
      argumentAuthors: arguing.length,
      amendments: records.length,
      amendmentAuthors: amending.size,
      supports: records.reduce((sum, { supports }) => sum + supports, 0),
      amendmentList: await this.pages.views(records, viewer),
      files: reportFiles.map((name) => ({ name, path: `/consultation-files/${consultationId}/${name}.csv` })),
    };
  }
}

function stancesOf(articles: readonly ConsultationArticle[]): ArticleStances {
  const sum = (key: 'agree' | 'withChanges' | 'disagree' | 'people') => articles.reduce((all, { stances }) => all + stances[key], 0);
  return { agree: sum('agree'), withChanges: sum('withChanges'), disagree: sum('disagree'), people: sum('people') };
}

function argumentsOf(counts: readonly ArgumentCounts[]): ArgumentCounts {
  const sum = (key: 'for' | 'against' | 'neutral' | 'total') => counts.reduce((all, count) => all + count[key], 0);
  return { for: sum('for'), against: sum('against'), neutral: sum('neutral'), total: sum('total') };
}
