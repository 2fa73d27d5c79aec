import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import {
  consultationDraft, consultationId, type ConsultationInput, type DiscardConsultationResult, type ExtendConsultationResult, type PublishConsultationResult, publicProblems,
  type SaveConsultationResult, type WithdrawConsultationResult,
} from '@isegoria/consultations/contracts';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { Clock, plain, Transactions, Unheard, unheard } from '@isegoria/kernel/api';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { Announcer } from '@isegoria/realtime/api';
import { extensionInput, publicReason } from '@isegoria/processes/contracts';
import type { Model } from 'mongoose';
import { ArticleTexts } from './article-texts';
import { Consultation, ConsultationText, type StoredArticle, textId } from './consultation.schema';
import { ConsultationViews } from './consultation-views';
import { editRefusal, statusOf, withdrawRefusal } from './consultations.rules';
import { Opening } from './opening';
import { invalid, noConsultation, otherDepartment, refuse } from './refusals';
import { articlesOf, fieldsOf, termsOf } from './written';

type Kept = { __typename: 'ConsultationSaved'; consultation: Awaited<ReturnType<ConsultationViews['one']>> };
type Fields = ReturnType<typeof fieldsOf>;

/** What officials do with a consultation of their department, up to its end. The answer comes after it: `answers.service.ts`. */
@Injectable()
export class ConsultationDesk {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    @InjectModel(ConsultationText.name) private readonly textRecords: Model<ConsultationText>,
    private readonly texts: ArticleTexts,
    private readonly views: ConsultationViews,
    private readonly opening: Opening,
    private readonly organisation: Organisation,
    private readonly announcer: Announcer,
    private readonly transactions: Transactions,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  async save(official: Citizen, { id, revision, input }: { id: string; revision?: number | null; input: ConsultationInput }): Promise<SaveConsultationResult> {
    const before = await this.find(id);
    const departmentId = input.departmentId ?? official.departmentId ?? null;
    if (before && !speaksFor(official, before.departmentId)) return before.publishedAt ? otherDepartment('save', official.id, id) : noConsultation;
    if (!speaksFor(official, departmentId)) return refuse('department');
    const now = this.clock.now();
    const refused = before && editRefusal(before, now);
    if (refused) return refuse(refused);
    if (before && before.revision !== revision && !isSentAgain(before, revision, official)) return refuse('changed');
    const form = [...(before ? [] : problemsOf(consultationId, id).map((problem) => ({ ...problem, field: 'id' }))), ...problemsOf(consultationDraft, input)];
    if (form.length > 0) return invalid(form);

    const fields = fieldsOf(input, departmentId);
    const { articles, problems } = articlesOf(input.articles, await this.texts.asked(id));
    const announced = before?.publishedAt ? publicProblems({ ...fields, articles }, now) : [];
    const wrong = [...problems, ...(await this.unknown(fields, before)), ...announced].filter(firstOfField);
    if (wrong.length > 0) return invalid(wrong);
    // Who moves the opening of what is announced to now, opens it.
    const opensAt = before?.publishedAt && (!fields.opensAt || fields.opensAt < now) ? now : fields.opensAt;
    const saved = await this.write(official, { id, before, fields: { ...fields, opensAt }, articles });
    if (!saved) return this.save(official, { id, revision, input });
    if (saved.publishedAt) await this.changed(saved);
    return this.saved(id, official);
  }

  /** Public for good. What is public already was made so by the same press, sent again, or by a colleague: there is nothing left to do. */
  async publish(official: Citizen, id: string, revision: number): Promise<PublishConsultationResult> {
    const before = await this.find(id);
    if (!before || (!before.publishedAt && !speaksFor(official, before.departmentId))) return noConsultation;
    if (!speaksFor(official, before.departmentId)) return otherDepartment('publish', official.id, id);
    if (before.publishedAt) return this.saved(id, official);
    if (before.revision !== revision) return refuse('changed');
    const now = this.clock.now();
    const { departmentId, closesAt } = before;
    const problems = publicProblems({ ...before, articles: await this.texts.asked(id) }, now);
    if (problems.length > 0 || !departmentId || !closesAt) return invalid(problems);
    const opensAt = before.opensAt && before.opensAt > now ? before.opensAt : now;
    const told = unheard('consultation.published', { id, title: before.title, departmentId, opensAt, closesAt, at: now });
    const set = { publishedAt: now, opensAt, touchedAt: now, revision: revision + 1 };
    const published = await this.consultations.findOneAndUpdate({ _id: id, publishedAt: null, revision }, { $set: set, $push: { unheard: told } }, { returnDocument: 'after' }).lean<Consultation>().exec();
    if (!published) return this.publish(official, id, revision);
    await this.changed(published);
    return this.saved(id, official);
  }

  async discard(official: Citizen, id: string): Promise<DiscardConsultationResult> {
    const before = await this.find(id);
    if (!before || (!before.publishedAt && !speaksFor(official, before.departmentId))) return noConsultation;
    if (before.publishedAt) return refuse('published');
    const { deletedCount } = await this.consultations.deleteOne({ _id: id, publishedAt: null }).exec();
    if (deletedCount > 0) await this.textRecords.deleteMany({ consultationId: id }).exec();
    return deletedCount > 0 ? { __typename: 'ConsultationDiscarded', id } : this.discard(official, id);
  }

  /** More time. Of two who give it at once, the second is asked whether theirs is later still. */
  async extend(official: Citizen, { id, closesAt, reason }: { id: string; closesAt: Date; reason: string }): Promise<ExtendConsultationResult> {
    const before = await this.find(id);
    if (!before?.publishedAt) return noConsultation;
    if (!speaksFor(official, before.departmentId)) return otherDepartment('extend', official.id, id);
    const now = this.clock.now();
    const from = before.closesAt;
    if (statusOf(before, now) !== 'open' || !from) return refuse('not_open');
    const problems = problemsOf(extensionInput, { closesAt, reason });
    if (closesAt <= from) problems.push({ field: 'closesAt', code: 'too_small', limit: null });
    if (problems.length > 0) return invalid(problems);
    const extension = { from, to: closesAt, reason: plain(reason), at: now };
    const told = unheard('consultation.extended', { id, title: before.title, ...extension });
    const write = { $set: { closesAt, touchedAt: now }, $push: { extensions: extension, unheard: told }, $inc: { revision: 1 } };
    const extended = await this.consultations.findOneAndUpdate({ _id: id, closesAt: from, withdrawal: null, answeredAt: null }, write, { returnDocument: 'after' }).lean<Consultation>().exec();
    if (!extended) return this.extend(official, { id, closesAt, reason });
    await this.changed(extended);
    return this.saved(id, official);
  }

  async withdraw(official: Citizen, id: string, reason: string): Promise<WithdrawConsultationResult> {
    const before = await this.find(id);
    if (!before || (!before.publishedAt && !speaksFor(official, before.departmentId))) return noConsultation;
    if (!speaksFor(official, before.departmentId)) return otherDepartment('withdraw', official.id, id);
    if (before.withdrawal) return this.saved(id, official);
    const now = this.clock.now();
    const refused = withdrawRefusal(statusOf(before, now));
    if (refused) return refuse(refused);
    const problems = problemsOf(publicReason, { reason });
    if (problems.length > 0) return invalid(problems);
    const withdrawal = { reason: plain(reason), at: now };
    const told = unheard('consultation.withdrawn', { id, title: before.title, ...withdrawal });
    const write = { $set: { withdrawal, touchedAt: now }, $push: { unheard: told }, $inc: { revision: 1 } };
    const withdrawn = await this.consultations.findOneAndUpdate({ _id: id, withdrawal: null, answeredAt: null }, write, { returnDocument: 'after' }).lean<Consultation>().exec();
    if (!withdrawn) return this.withdraw(official, id, reason);
    await this.changed(withdrawn);
    return this.saved(id, official);
  }

  private find(id: string): Promise<Consultation | null> {
    return this.consultations.findById(String(id)).lean<Consultation>().exec();
  }

  /** Tells what was written with the change, opens what is due, and has every open page ask again. */
  private async changed(consultation: Consultation): Promise<void> {
    const { _id, opensAt, openedAt, withdrawal } = consultation;
    await this.unheard.tell(this.consultations, _id);
    if (opensAt && opensAt <= this.clock.now() && !openedAt && !withdrawal) await this.opening.open(consultation);
    await this.announcer.announce({ kind: 'consultation', id: _id }, 'changed', {});
  }

  private async saved(id: string, official: Citizen): Promise<Kept> {
    const consultation = await this.consultations.findById(id).lean<Consultation>().orFail().exec();
    return { __typename: 'ConsultationSaved', consultation: await this.views.one(consultation, official) };
  }

  /** The words and the text together. Null where somebody else wrote meanwhile: then all is asked anew. */
  private async write(official: Citizen, { id, before, fields, articles }: { id: string; before: Consultation | null; fields: Fields; articles: StoredArticle[] }): Promise<Consultation | null> {
    const now = this.clock.now();
    const set = { ...fields, terms: termsOf(fields, articles), articleCount: articles.filter(({ isPreamble }) => !isPreamble).length, touchedAt: now };
    let saved: Consultation | null = null;
    await this.transactions.run(async (session) => {
      if (before) {
        const same = { _id: id, revision: before.revision, publishedAt: before.publishedAt, withdrawal: null };
        saved = await this.consultations.findOneAndUpdate(same, { $set: set, $inc: { revision: 1 } }, { returnDocument: 'after', session }).lean<Consultation>().exec();
      } else {
        const isThere = await this.consultations.exists({ _id: id }).session(session);
        const [made] = isThere ? [] : await this.consultations.create([{ _id: id, ...set, frame: { text: '', added: [], revision: 0 }, revision: 1, createdBy: official.id, createdAt: now }], { session });
        saved = made?.toObject<Consultation>() ?? null;
      }
      if (saved) await this.textRecords.updateOne({ _id: textId(id, 1) }, { $set: { consultationId: id, number: 1, at: now, articles } }, { upsert: true, session });
    });
    return saved;
  }

  /** What there is not, or no more. What a consultation carries already it may keep. */
  private async unknown({ departmentId, categoryId, districtIds }: Fields, before: Consultation | null): Promise<FieldProblem[]> {
    const { departments, categories, districts } = await this.organisation.current();
    const has = (all: readonly { id: string }[], wanted: string | null, kept: string | null | undefined) => wanted === null || wanted === kept || all.some(({ id }) => id === wanted);
    const problem = (field: string): FieldProblem => ({ field, code: 'invalid', limit: null });
    return [
      ...(has(departments, departmentId, before?.departmentId) ? [] : [problem('departmentId')]),
      ...(has(categories, categoryId, before?.categoryId) ? [] : [problem('categoryId')]),
      ...(districtIds.every((id) => has(districts, id, before?.districtIds.find((kept) => kept === id))) ? [] : [problem('districtIds')]),
    ];
  }
}

/** A new one that was sent twice: the second time it is there already. */
function isSentAgain({ revision, createdBy }: Consultation, said: number | null | undefined, official: Citizen): boolean {
  return (said ?? null) === null && revision === 1 && createdBy === official.id;
}

function firstOfField({ field }: FieldProblem, at: number, all: FieldProblem[]): boolean {
  return all.findIndex((other) => other.field === field) === at;
}
