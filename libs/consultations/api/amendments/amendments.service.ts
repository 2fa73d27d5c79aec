import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { amendmentInput, type AmendInput, type AmendResult, articleSubjectId, type WithdrawAmendmentResult } from '@isegoria/consultations/contracts';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock, isThere, Limits, newId, plain } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { AmendmentPages } from './amendment-pages';
import { AmendmentRecord } from './amendment.schema';
import { AmendmentStanding } from './amendment-standing';
import { ArticleTexts } from '../articles/article-texts';
import { Consultation } from '../consultation.schema';
import { statusOf } from '../consultations.rules';
import { invalid, noConsultation, refuse } from '../refusals';

const pace = { points: 30, seconds: 86_400 };
const noAmendment = { __typename: 'NotFound', reason: 'amendment' } as const;

/** What a citizen may do with an amendment: propose it, take it back. */
@Injectable()
export class Amendments {
  constructor(
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    private readonly texts: ArticleTexts,
    private readonly pages: AmendmentPages,
    private readonly standing: AmendmentStanding,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async propose(citizen: Citizen, input: AmendInput): Promise<AmendResult> {
    const written = { ...input, text: input.isRemoval ? '' : plain(input.text), reason: plain(input.reason) };
    const problems = problemsOf(amendmentInput, written);
    if (problems.length > 0) return invalid(problems);
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const consultation = await this.consultations.findById(String(input.consultationId)).lean<Consultation>().exec();
    if (!consultation?.publishedAt) return noConsultation;
    const articles = await this.texts.asked(consultation._id);
    const place = articles.findIndex(({ id }) => id === input.articleId);
    if (place < 0) return { __typename: 'NotFound', reason: 'article' };
    const sent = await this.amendments.findOne({ authorId: citizen.id, nonce: String(input.nonce) }).lean<AmendmentRecord>().exec();
    if (sent) return this.saved(sent, citizen);
    if (statusOf(consultation, this.clock.now()) !== 'open') return refuse('not_open');
    if (!written.isRemoval && written.text === articles[place]?.body) return refuse('same');
    const tooMany = await this.limits.take('amendment', citizen.id, pace);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };

    const record = await this.insertOnce(this.aRecord(citizen, written, place, consultation.admission));
    if (!record) return refuse('one_open');
    await this.standing.enter(record);
    return this.saved(record, citizen);
  }

  async withdraw(citizen: Citizen, id: string): Promise<WithdrawAmendmentResult> {
    const record = await this.amendments.findOne({ _id: String(id), authorId: citizen.id }).lean<AmendmentRecord>().exec();
    if (!record) return noAmendment;
    if (record.visibility === 'withdrawn') return this.saved(record, citizen);
    const consultation = await this.consultations.findById(record.consultationId).lean<Consultation>().orFail().exec();
    if (statusOf(consultation, this.clock.now()) !== 'open') return refuse('not_open');
    await this.takeBack(record);
    return this.saved(record, citizen);
  }

  /** Its words are gone for good. */
  async takeBack({ _id }: AmendmentRecord): Promise<void> {
    const write = { $set: { text: '', reason: '', visibility: 'withdrawn', verdict: null, reply: null, entered: false }, $unset: { slot: 1 } };
    const withdrawn = await this.amendments.findByIdAndUpdate(_id, write, { returnDocument: 'after' }).lean<AmendmentRecord>().exec();
    if (withdrawn) await this.standing.enter(withdrawn);
  }

  private async saved({ _id }: AmendmentRecord, citizen: Citizen): Promise<{ __typename: 'AmendmentSaved'; amendment: Awaited<ReturnType<AmendmentPages['view']>>; waits: boolean }> {
    const record = await this.amendments.findById(_id).lean<AmendmentRecord>().orFail().exec();
    return { __typename: 'AmendmentSaved', amendment: await this.pages.view(record, citizen), waits: record.visibility === 'waiting' };
  }

  /** Inserts, or answers what the same nonce inserted before; null where another one of theirs is open. */
  private async insertOnce(record: AmendmentRecord): Promise<AmendmentRecord | null> {
    try {
      await this.amendments.create(record);
      return record;
    } catch (error) {
      if (!isThere(error)) throw error;
      return this.amendments.findOne({ authorId: record.authorId, nonce: record.nonce }).lean<AmendmentRecord>().exec();
    }
  }

  private aRecord(citizen: Citizen, { consultationId, articleId, isRemoval, text, reason, nonce }: AmendInput, place: number, admission: Consultation['admission']): AmendmentRecord {
    const now = this.clock.now();
    return {
      _id: newId(now), consultationId, articleId, version: 1, place, authorId: citizen.id, isRemoval, text, reason, nonce,
      visibility: admission === 'wait' ? 'waiting' : 'public',
      slot: `${articleSubjectId(consultationId, articleId)}|${citizen.id}`,
      supports: 0, supportsSeq: 0, createdAt: now, publishedAt: admission === 'wait' ? null : now, verdict: null, decidedAt: null, reply: null, entered: false,
    };
  }
}
