import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock, isThere, Limits, madeAt, newId, plain, Subjects } from '@isegoria/kernel/api';
import { parseSubject, problemsOf, subjectKey } from '@isegoria/kernel/contracts';
import {
  type AddOpinionInput, type AddOpinionResult, type AnswerOpinionResult, newOpinionSchema, type OpinionAnswer, type WithdrawOpinionResult,
} from '@isegoria/opinions/contracts';
import { AnswerLog } from './answer-log';
import { Cartographer } from './cartographer';
import { isNewAccount } from './coordination.rules';
import { StatementRecord } from './opinion.schema';
import { OpinionPages, statementView } from './opinion-pages';
import { opinionsEnv } from './opinions.env';
import { firstVisibility, foldOf, refusalToSpeak, valueOf } from './opinions.rules';
import { personKey } from './person-key';
import { StatementStanding } from './statement-standing';

const writing = { points: 10, seconds: 600 };
const noStatement = { __typename: 'NotFound', reason: 'statement' } as const;

/** What a citizen may do: write a statement, answer one, take one back. */
@Injectable()
export class OpinionsService {
  constructor(
    @InjectModel(StatementRecord.name) private readonly statements: Model<StatementRecord>,
    private readonly log: AnswerLog,
    private readonly pages: OpinionPages,
    private readonly standing: StatementStanding,
    private readonly cartographer: Cartographer,
    private readonly subjects: Subjects,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async add(citizen: Citizen, input: AddOpinionInput): Promise<AddOpinionResult> {
    const text = plain(input.text).replaceAll(/\s+/g, ' ').trim();
    const problems = problemsOf(newOpinionSchema, { ...input, text });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const card = await this.subjects.card(input.subject);
    const refused = refusalToSpeak(card);
    if (refused || !card) return refused ?? noStatement;
    const subject = subjectKey(input.subject);
    const corrected = input.corrects ? await this.sentBack(citizen, input.corrects, subject) : null;
    if (input.corrects && !corrected) return (await this.saved(citizen, input.nonce)) ?? noStatement;
    const there = await this.statements.findOne({ subject, fold: foldOf(text), visibility: 'public' }).lean<StatementRecord>().exec();
    if (there && there.nonce !== input.nonce) return { __typename: 'OpinionThere', statement: statementView(there, citizen.id) };
    const tooMany = await this.limits.take('opinion', citizen.id, writing);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };

    const record = await this.insertOnce(this.aRecord(citizen, { subject, text, nonce: input.nonce }, corrected ? 'waiting' : firstVisibility(card)));
    if (!('visibility' in record)) return record;
    await this.standing.enter(record);
    if (corrected) await this.takeBack(corrected._id, citizen.id);
    return { __typename: 'OpinionSaved', statement: statementView(record, citizen.id) };
  }

  async answer(citizen: Citizen, id: string, answer: OpinionAnswer): Promise<AnswerOpinionResult> {
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const spoken = await this.pages.spoken(String(id));
    const subject = spoken && parseSubject(spoken.record.subject);
    if (!spoken || !subject) return noStatement;
    const { record, card } = spoken;
    const refused = refusalToSpeak(card);
    if (refused) return refused;
    const tooMany = await this.limits.take('opinion-answer', citizen.id, { points: opinionsEnv.OPINIONS_ANSWERS_PER_MINUTE, seconds: 60 });
    if (tooMany) return { __typename: 'TooMany', ...tooMany };

    const at = this.clock.now();
    const news = isNewAccount(madeAt(citizen.id), at) ? { fromNewAccount: true } : {};
    await this.log.append({ subject: record.subject, statementId: id, person: personKey(citizen.personId, record.subject), value: valueOf(answer), at, ...news });
    // The answer is in; that its map is due, and what comes next, are two things that need not wait for each other.
    const [opinions] = await Promise.all([this.pages.opinions(subject, citizen), this.cartographer.due(record.subject)]);
    return opinions ? { __typename: 'OpinionAnswered', opinions } : noStatement;
  }

  async withdraw(citizen: Citizen, id: string): Promise<WithdrawOpinionResult> {
    const former = await this.takeBack(id, citizen.id);
    return former ? { __typename: 'OpinionSaved', statement: statementView({ ...former, text: '', visibility: 'withdrawn' }, citizen.id) } : noStatement;
  }

  /** Answers how the statement stood before; null where there is none of this author's, or no more. */
  async takeBack(id: string, authorId: string): Promise<StatementRecord | null> {
    const change = { $set: { text: '', fold: id, visibility: 'withdrawn' as const, verdict: null, entered: false } };
    const former = await this.statements.findOneAndUpdate({ _id: id, authorId, visibility: { $ne: 'withdrawn' } }, change).lean<StatementRecord>().exec();
    if (former) await this.standing.withdrawn(former);
    return former;
  }

  private sentBack({ id: authorId }: Citizen, id: string, subject: string): Promise<StatementRecord | null> {
    return this.statements.findOne({ _id: String(id), subject, authorId, visibility: 'returned' }).lean<StatementRecord>().exec();
  }

  /** What the same nonce put in before: a second press finds the corrected statement gone already. */
  private async saved({ id: authorId }: Citizen, nonce: string): Promise<AddOpinionResult | null> {
    const record = await this.statements.findOne({ authorId, nonce }).lean<StatementRecord>().exec();
    return record && { __typename: 'OpinionSaved', statement: statementView(record, authorId) };
  }

  /** Inserts, or answers what the same nonce inserted before, or the same text of somebody who was quicker. */
  private async insertOnce(record: StatementRecord): Promise<StatementRecord | Extract<AddOpinionResult, { __typename: 'OpinionThere' }>> {
    try {
      await this.statements.create(record);
      return record;
    } catch (error) {
      if (!isThere(error)) throw error;
      const same = await this.statements.findOne({ authorId: record.authorId, nonce: record.nonce }).lean<StatementRecord>().exec();
      if (same) return same;
      const there = await this.statements.findOne({ subject: record.subject, fold: record.fold, visibility: 'public' }).lean<StatementRecord>().orFail().exec();
      return { __typename: 'OpinionThere', statement: statementView(there, record.authorId) };
    }
  }

  private aRecord(citizen: Citizen, { subject, text, nonce }: { subject: string; text: string; nonce: string }, visibility: StatementRecord['visibility']): StatementRecord {
    const now = this.clock.now();
    return { _id: newId(now), subject, authorId: citizen.id, text, fold: foldOf(text), visibility, nonce, createdAt: now, entered: false, decidedAt: null, verdict: null };
  }
}
