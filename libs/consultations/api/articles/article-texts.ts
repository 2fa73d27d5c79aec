import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { ConsultationArticle, ConsultationVersion } from '@isegoria/consultations/contracts';
import { subjectKey } from '@isegoria/kernel/contracts';
import type { ClientSession, Model } from 'mongoose';
import { ArticleRecord } from './article.schema';
import { type Consultation, ConsultationText, noArguments, type StoredArticle, textId } from '../consultation.schema';
import { articlePath, articleSubject } from '../consultation-views';

const noStances = { agree: 0, withChanges: 0, disagree: 0, people: 0 };

/** The articles of consultations, with what was said to them. Who may read them, others have asked. */
@Injectable()
export class ArticleTexts {
  constructor(
    @InjectModel(ConsultationText.name) private readonly texts: Model<ConsultationText>,
    @InjectModel(ArticleRecord.name) private readonly records: Model<ArticleRecord>,
  ) {}

  /** The text that people are asked about, in order. */
  async asked(consultationId: string): Promise<StoredArticle[]> {
    const text = await this.texts.findById(textId(consultationId, 1)).lean<ConsultationText>().exec();
    return text?.articles ?? [];
  }

  /** What was said to each article, by the article's id. */
  async said(consultationId: string, session?: ClientSession): Promise<Map<string, ArticleRecord>> {
    const records = await this.records.find({ consultationId }, null, session ? { session } : {}).lean<ArticleRecord[]>().exec();
    return new Map(records.map((record) => [record.articleId, record]));
  }

  async views(consultation: Consultation): Promise<ConsultationArticle[]> {
    const [articles, said] = await Promise.all([this.asked(consultation._id), this.said(consultation._id)]);
    return articles.map((article) => articleView(consultation, article, said.get(article.id)));
  }

  /** The versions that everyone may read: the second once the answer is published. */
  async versions({ _id: consultationId, answeredAt }: Consultation): Promise<ConsultationVersion[]> {
    const most = answeredAt ? 2 : 1;
    return this.texts.find({ consultationId, number: { $lte: most } }).sort({ number: 1 }).lean<ConsultationText[]>().exec();
  }
}

/** An article as everybody sees it. */
export function articleView({ _id: consultationId, answeredAt }: Consultation, { id, label, title, body, isPreamble }: StoredArticle, said: ArticleRecord | undefined): ConsultationArticle {
  const subject = articleSubject(consultationId, id);
  const { agree, withChanges, disagree, people } = said ?? noStances;
  return {
    id, label, title, body, isPreamble, subject,
    ballotId: subjectKey(subject),
    path: articlePath(consultationId, id),
    stances: { agree, withChanges, disagree, people },
    arguments: said?.arguments ?? noArguments,
    amendments: said?.amendments ?? 0,
    answer: answeredAt ? { heard: said?.reply?.heard ?? '', outcome: said?.reply?.outcome ?? 'kept', reason: said?.reply?.reason ?? '' } : null,
  };
}
