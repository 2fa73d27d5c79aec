import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { stanceQuestion, stances } from '@isegoria/consultations/contracts';
import { subjectKey } from '@isegoria/kernel/contracts';
import { Ballots, type NewBallot, supportQuestions } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { AmendmentRecord } from './amendments/amendment.schema';
import { ArticleTexts } from './articles/article-texts';
import { Consultation } from './consultation.schema';
import { articleSubject } from './consultation-views';

type Dated = Pick<Consultation, '_id' | 'opensAt' | 'closesAt'>;

/** The ballots of a consultation: one for how people stand towards each article, one for the support of each amendment. All of them end with it. */
@Injectable()
export class ConsultationBallots {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    private readonly texts: ArticleTexts,
    private readonly ballots: Ballots,
  ) {}

  /** Opens those of the articles, at the time of the consultation. Again, it changes nothing. */
  async openArticles(consultation: Dated): Promise<void> {
    const articles = await this.texts.asked(consultation._id);
    await this.ballots.openMany(articles.map(({ id }) => stanceBallot(consultation, id)));
  }

  openAmendment(id: string, { closesAt }: Pick<Consultation, 'closesAt'>): Promise<void> {
    return this.ballots.open({ ...amendmentBallot(id), closesAt });
  }

  /** Its consultation's end may have been moved since that was read: who moved it settles the ballots that were there then. */
  async settleAmendment(id: string, { _id, closesAt }: Pick<Consultation, '_id' | 'closesAt'>): Promise<void> {
    const now = await this.consultations.findById(_id, { closesAt: 1 }).lean<Pick<Consultation, 'closesAt'>>().exec();
    if (now && now.closesAt?.getTime() !== closesAt?.getTime()) await this.ballots.reopen(amendmentBallot(id).id, now.closesAt);
  }

  async closeAmendment(id: string): Promise<void> {
    await this.ballots.close(amendmentBallot(id).id);
  }

  /** After its end was moved, or it was taken back: every ballot ends as it does now, however often this is said. */
  async settle(consultationId: string): Promise<void> {
    const consultation = await this.consultations.findById(consultationId).lean<Consultation>().exec();
    if (!consultation) return;
    const articles = await this.texts.asked(consultationId);
    const amendments = await this.amendments.find({ consultationId, visibility: { $ne: 'withdrawn' }, publishedAt: { $ne: null } }, { _id: 1 }).lean<{ _id: string }[]>().exec();
    const ids = [...articles.map(({ id }) => stanceBallot(consultation, id).id), ...amendments.map(({ _id }) => amendmentBallot(_id).id)];
    for (const id of ids) await (consultation.withdrawal ? this.ballots.close(id) : this.ballots.reopen(id, consultation.closesAt));
  }
}

function stanceBallot({ _id, opensAt, closesAt }: Dated, articleId: string): NewBallot {
  const subject = articleSubject(_id, articleId);
  return { id: subjectKey(subject), subject, kind: 'poll', questions: [{ id: stanceQuestion, options: [...stances] }], opensAt, closesAt };
}

function amendmentBallot(id: string): NewBallot {
  const subject = { kind: 'amendment', id };
  return { id: subjectKey(subject), subject, kind: 'support', questions: supportQuestions };
}
