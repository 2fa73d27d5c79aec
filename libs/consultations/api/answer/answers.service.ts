import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import {
  type AnswerAmendmentsInput, type AnswerDraft, type AnswerFrameInput, amendmentAnswersInput, answerFrameInput, type ArticleAnswerInput, articleAnswerInput, articleSubjectId, type PublishAnswerResult, type SaveAnswerResult,
} from '@isegoria/consultations/contracts';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { Clock, oneLine, plain, Transactions, Unheard, unheard } from '@isegoria/kernel/api';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { Announcer } from '@isegoria/realtime/api';
import type { ClientSession, Model } from 'mongoose';
import { AmendmentRecord } from '../amendments/amendment.schema';
import { AnswerDrafts, missingOf, nextOf, type Written } from './answer-drafts';
import { ArticleRecord } from '../articles/article.schema';
import { ArticleTexts } from '../articles/article-texts';
import { type AnswerCounts, Consultation, ConsultationText, textId } from '../consultation.schema';
import { ConsultationViews } from '../consultation-views';
import { answerRefusal, statusOf } from '../consultations.rules';
import { invalid, noConsultation, otherDepartment, refuse } from '../refusals';

type Refused = Exclude<SaveAnswerResult, { __typename: 'AnswerDraftSaved' }>;

/** The service's answer: written down piece by piece, where nobody else sees it, and published as one act with the next version of the text. */
@Injectable()
export class Answers {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    @InjectModel(ConsultationText.name) private readonly textRecords: Model<ConsultationText>,
    @InjectModel(ArticleRecord.name) private readonly articles: Model<ArticleRecord>,
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    private readonly texts: ArticleTexts,
    private readonly drafts: AnswerDrafts,
    private readonly views: ConsultationViews,
    private readonly announcer: Announcer,
    private readonly transactions: Transactions,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  async draft(official: Citizen, consultationId: string): Promise<AnswerDraft | null> {
    const consultation = await this.consultations.findById(String(consultationId)).lean<Consultation>().exec();
    const isWritten = consultation && speaksFor(official, consultation.departmentId) && statusOf(consultation, this.clock.now()) === 'closed';
    return isWritten ? this.drafts.view(await this.drafts.read(consultation), official) : null;
  }

  async saveArticle(official: Citizen, input: ArticleAnswerInput): Promise<SaveAnswerResult> {
    const { consultationId, articleId, outcome } = input;
    const words = { heard: plain(input.heard), reason: plain(input.reason), label: oneLine(input.label), title: oneLine(input.title), body: plain(input.body) };
    const refused = await this.refusal('answer', official, consultationId);
    if (refused) return refused;
    const article = (await this.texts.asked(consultationId)).find(({ id }) => id === articleId);
    if (!article) return { __typename: 'NotFound', reason: 'article' };
    const problems = [...problemsOf(articleAnswerInput, { ...words, outcome }), ...(outcome === 'changed' ? lacking({ body: words.body, ...(!article.isPreamble && { label: words.label }) }) : [])];
    if (problems.length > 0) return invalid(problems);
    if (outcome === 'changed' && words.label === article.label && words.title === article.title && words.body === article.body) return refuse('same');
    const { label } = article;
    const text = outcome === 'changed' ? words : { ...words, label: outcome === 'kept' ? words.label || label : label, title: article.title, body: article.body };
    const reply = { ...text, outcome, revision: input.revision + 1 };
    return this.write(official, consultationId, async (session) => {
      const _id = articleSubjectId(consultationId, articleId);
      const before = await this.articles.findById(_id, { reply: 1 }, { session }).lean<ArticleRecord>().exec();
      if ((before?.reply?.revision ?? 0) !== input.revision) return refuse('changed');
      await this.articles.updateOne({ _id }, { $set: { consultationId, articleId, reply } }, { upsert: true, setDefaultsOnInsert: true, session });
      return null;
    });
  }

  async saveFrame(official: Citizen, { consultationId, revision, text, added }: AnswerFrameInput): Promise<SaveAnswerResult> {
    const refused = await this.refusal('answer', official, consultationId);
    if (refused) return refused;
    const cleaned = added.map(({ id, after, label, title, body, reason }) => ({ id, after: after ?? null, label: oneLine(label), title: oneLine(title), body: plain(body), reason: plain(reason) }));
    const frame = { text: plain(text), added: cleaned, revision: revision + 1 };
    const ids = [...(await this.texts.asked(consultationId)), ...cleaned].map(({ id }) => id);
    const problems = problemsOf(answerFrameInput, frame);
    if (new Set(ids).size < ids.length) problems.push({ field: 'added', code: 'invalid', limit: null });
    if (problems.length > 0) return invalid(problems);
    return this.write(official, consultationId, async (session) => {
      const { matchedCount } = await this.consultations.updateOne({ _id: consultationId, 'frame.revision': revision }, { $set: { frame } }, { session });
      return matchedCount > 0 ? null : refuse('changed');
    });
  }

  async answerAmendments(official: Citizen, { consultationId, amendmentIds, outcome, reason }: AnswerAmendmentsInput): Promise<SaveAnswerResult> {
    const refused = await this.refusal('answer', official, consultationId);
    if (refused) return refused;
    const problems = problemsOf(amendmentAnswersInput, { amendmentIds, outcome, reason });
    if (problems.length > 0) return invalid(problems);
    const reply = outcome ? { outcome, reason: plain(reason) } : null;
    return this.write(official, consultationId, async (session) => {
      // One that was hidden meanwhile is passed over: it needs no answer any more.
      const { matchedCount } = await this.amendments.updateMany({ _id: { $in: amendmentIds.map(String) }, consultationId, visibility: 'public' }, { $set: { reply } }, { session });
      return matchedCount > 0 ? null : { __typename: 'NotFound', reason: 'amendment' };
    });
  }

  /** Everything at once, and only as it was read: whoever writes on the draft meanwhile has it read anew. */
  async publish(official: Citizen, consultationId: string): Promise<PublishAnswerResult> {
    const before = await this.consultations.findById(String(consultationId)).lean<Consultation>().exec();
    if (before?.answeredAt && speaksFor(official, before.departmentId)) return { __typename: 'ConsultationSaved', consultation: await this.views.one(before, official) };
    const refused = await this.refusal('publish-answer', official, consultationId);
    if (refused) return refused;
    let incomplete: PublishAnswerResult | null = null;
    await this.transactions.run(async (session) => {
      const consultation = await this.consultations.findOneAndUpdate(unanswered(consultationId), { $inc: { answerRevision: 1 } }, { returnDocument: 'after', session }).lean<Consultation>().exec();
      if (!consultation) return;
      const written = await this.drafts.read(consultation, session);
      incomplete = incompleteness(written);
      if (!incomplete) await this.put(written, session);
    });
    if (incomplete) return incomplete;
    const answered = await this.consultations.findById(consultationId).lean<Consultation>().orFail().exec();
    if (!answered.answeredAt) return refuse('not_closed');
    await this.unheard.tell(this.consultations, consultationId);
    await this.announcer.announce({ kind: 'consultation', id: consultationId }, 'changed', {});
    return { __typename: 'ConsultationSaved', consultation: await this.views.one(answered, official) };
  }

  private async put(written: Written, session: ClientSession): Promise<void> {
    const { consultation: { _id, title, departmentId, frame } } = written;
    const at = this.clock.now();
    await this.textRecords.updateOne({ _id: textId(_id, 2) }, { $set: { consultationId: _id, number: 2, at, articles: nextOf(written) } }, { upsert: true, session });
    const { kept, changed, removed, adopted, partly, notAdopted } = countsOf(written);
    const told = unheard('consultation.answered', {
      id: _id, title, departmentId: departmentId ?? '', at,
      articles: { kept, changed, removed, added: frame.added.length },
      amendments: { adopted, partly, notAdopted },
    });
    const answerCounts: AnswerCounts = { kept, changed, removed, adopted, partly, notAdopted };
    await this.consultations.updateOne({ _id }, { $set: { answeredAt: at, answerCounts, touchedAt: at }, $push: { unheard: told }, $inc: { revision: 1 } }, { session });
  }

  private async refusal(act: string, official: Citizen, consultationId: string): Promise<ReturnType<typeof refuse> | typeof noConsultation | null> {
    const consultation = await this.consultations.findById(String(consultationId)).lean<Consultation>().exec();
    if (!consultation?.publishedAt) return noConsultation;
    if (!speaksFor(official, consultation.departmentId)) return otherDepartment(act, official.id, consultationId);
    const reason = answerRefusal(statusOf(consultation, this.clock.now()));
    return reason && refuse(reason);
  }

  /** Within one transaction with the consultation, which every piece touches: publishing comes before it or after it, never between. */
  private async write(official: Citizen, consultationId: string, work: (session: ClientSession) => Promise<Refused | null>): Promise<SaveAnswerResult> {
    let refused: Refused | null = null;
    await this.transactions.run(async (session) => {
      const { matchedCount } = await this.consultations.updateOne(unanswered(consultationId), { $inc: { answerRevision: 1 }, $set: { touchedAt: this.clock.now() } }, { session });
      refused = matchedCount > 0 ? await work(session) : refuse('answered');
    });
    if (refused) return refused;
    const draft = await this.draft(official, consultationId);
    return draft ? { __typename: 'AnswerDraftSaved', draft } : refuse('answered');
  }
}

const unanswered = (id: string) => ({ _id: String(id), answeredAt: null, withdrawal: null });

function lacking(words: Record<string, string>): FieldProblem[] {
  return Object.entries(words).flatMap(([field, text]) => (text === '' ? [{ field, code: 'required' as const, limit: null }] : []));
}

function incompleteness(written: Written): PublishAnswerResult | null {
  const missing = missingOf(written);
  const isWhole = !missing.text && missing.articles.length === 0 && missing.amendments.length === 0;
  if (!isWhole || written.waiting > 0) return { __typename: 'AnswerIncomplete', missing, waiting: written.waiting };
  return nextOf(written).some(({ isPreamble }) => !isPreamble) ? null : refuse('empty');
}

function countsOf({ articles, said, amendments }: Written): AnswerCounts {
  const articlesThat = (outcome: string) => articles.filter(({ id }) => (said.get(id)?.reply?.outcome ?? 'kept') === outcome).length;
  const amendmentsThat = (outcome: string) => amendments.filter(({ reply }) => reply?.outcome === outcome).length;
  return { kept: articlesThat('kept'), changed: articlesThat('changed'), removed: articlesThat('removed'), adopted: amendmentsThat('adopted'), partly: amendmentsThat('partly'), notAdopted: amendmentsThat('notAdopted') };
}
