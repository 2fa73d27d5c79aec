import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { articleSubjectId } from '@isegoria/consultations/contracts';
import { Transactions } from '@isegoria/kernel/api';
import type { ClientSession, Model } from 'mongoose';
import { AmendmentRecord } from '../amendments/amendment.schema';
import { ArticleRecord } from './article.schema';
import { type Arguments, Consultation } from '../consultation.schema';

interface Sums {
  stanceCount: number;
  argumentCount: number;
  amendmentCount: number;
}

/** What was said to each article and to the whole: counted, never added up. Whoever counts at once waits in line, so that no older count is written over a newer one. */
@Injectable()
export class ArticleCounts {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    @InjectModel(ArticleRecord.name) private readonly articles: Model<ArticleRecord>,
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    private readonly transactions: Transactions,
  ) {}

  /** How people stand towards an article. An older count that arrives late is not taken. */
  async stances(consultationId: string, articleId: string, counted: Pick<ArticleRecord, 'agree' | 'withChanges' | 'disagree' | 'people' | 'countedSeq'>): Promise<void> {
    await this.transactions.run(async (session) => {
      const record = await this.articles.findById(articleSubjectId(consultationId, articleId), null, { session }).lean<ArticleRecord>().exec();
      if (record && record.countedSeq > counted.countedSeq) return;
      await this.put(consultationId, articleId, counted, session);
    });
  }

  async arguments(consultationId: string, articleId: string | null, counted: Arguments): Promise<void> {
    await this.transactions.run(async (session) => {
      if (articleId !== null) return this.put(consultationId, articleId, { arguments: counted }, session);
      await this.consultations.updateOne({ _id: consultationId }, { $set: { arguments: counted } }, { session });
      await this.sum(consultationId, session);
    });
  }

  /** The public amendments of an article; answers how many there are. */
  async amended(consultationId: string, articleId: string): Promise<number> {
    let amendments = 0;
    await this.transactions.run(async (session) => {
      amendments = await this.amendments.countDocuments({ consultationId, articleId, visibility: 'public' }, { session });
      await this.put(consultationId, articleId, { amendments }, session);
    });
    return amendments;
  }

  private async put(consultationId: string, articleId: string, set: Partial<ArticleRecord>, session: ClientSession): Promise<void> {
    await this.articles.updateOne({ _id: articleSubjectId(consultationId, articleId) }, { $set: { consultationId, articleId, ...set } }, { upsert: true, setDefaultsOnInsert: true, session });
    await this.sum(consultationId, session);
  }

  private async sum(consultationId: string, session: ClientSession): Promise<void> {
    const records = await this.articles.find({ consultationId }, { people: 1, arguments: 1, amendments: 1 }, { session }).lean<ArticleRecord[]>().exec();
    const whole = await this.consultations.findById(consultationId, { arguments: 1 }, { session }).lean<Consultation>().exec();
    const sums = records.reduce<Sums>((sum, { people, arguments: said, amendments }) => ({
      stanceCount: sum.stanceCount + people, argumentCount: sum.argumentCount + said.total, amendmentCount: sum.amendmentCount + amendments,
    }), { stanceCount: 0, argumentCount: whole?.arguments.total ?? 0, amendmentCount: 0 });
    await this.consultations.updateOne({ _id: consultationId }, { $set: sums }, { session });
  }
}
