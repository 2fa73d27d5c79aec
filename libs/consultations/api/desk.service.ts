import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import {
  consultationDraft, consultationId, type ConsultationInput, type DiscardConsultationResult, publicProblems,
  type SaveConsultationResult,
} from '@isegoria/consultations/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, Transactions, Unheard, unheard } from '@isegoria/kernel/api';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { Announcer } from '@isegoria/realtime/api';
import { ForATimeDesk, type ForATimeRules, openingOf } from '@isegoria/processes/api';
import type { Model } from 'mongoose';
import { ArticleTexts } from './articles/article-texts';
import { Consultation, ConsultationText, type StoredArticle, textId } from './consultation.schema';
import { ConsultationViews } from './consultation-views';
import { editRefusal, statusOf, withdrawRefusal } from './consultations.rules';
import { Opening } from './opening';
import { invalid } from './refusals';
import { articlesOf, fieldsOf, termsOf } from './written';

type Kept = { __typename: 'ConsultationSaved'; consultation: Awaited<ReturnType<ConsultationViews['one']>> };
type Fields = ReturnType<typeof fieldsOf>;

const rules = (texts: ArticleTexts): ForATimeRules<Consultation> => ({
  kind: 'consultation',
  statusOf,
  editRefusal,
  withdrawRefusal: (consultation, now) => withdrawRefusal(statusOf(consultation, now)),
  publicProblems: async (consultation, now) => publicProblems({ ...consultation, articles: await texts.asked(consultation._id) }, now),
  untilCounted: { answeredAt: null },
  untilSettled: { answeredAt: null },
  told: {
    published: (fact) => unheard('consultation.published', fact),
    extended: (fact) => unheard('consultation.extended', fact),
    withdrawn: (fact) => unheard('consultation.withdrawn', fact),
  },
});

/** What officials do with a consultation of their department, up to its end. The answer comes after it: `answers.service.ts`. */
@Injectable()
export class ConsultationDesk extends ForATimeDesk<Consultation, Kept> {
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
    clock: Clock,
  ) {
    super(consultations, clock, rules(texts));
  }

  async save(official: Citizen, { id, revision, input }: { id: string; revision?: number | null; input: ConsultationInput }): Promise<SaveConsultationResult> {
    const before = await this.find(id);
    const departmentId = input.departmentId ?? official.departmentId ?? null;
    const refused = this.saveRefusal(official, before, { revision, departmentId });
    if (refused) return refused;
    const form = [...(before ? [] : problemsOf(consultationId, id).map((problem) => ({ ...problem, field: 'id' }))), ...problemsOf(consultationDraft, input)];
    if (form.length > 0) return invalid(form);

    const now = this.clock.now();
    const fields = fieldsOf(input, departmentId);
    const { articles, problems } = articlesOf(input.articles, await this.texts.asked(id));
    const announced = before?.publishedAt ? publicProblems({ ...fields, articles }, now) : [];
    const wrong = [...problems, ...(await this.organisation.unknown(fields, before)), ...announced].filter(firstOfField);
    if (wrong.length > 0) return invalid(wrong);
    const saved = await this.keep(official, { id, before, fields: { ...fields, opensAt: openingOf(before, fields.opensAt, now) }, articles });
    if (!saved) return this.save(official, { id, revision, input });
    if (saved.publishedAt) await this.changed(saved);
    return this.saved(id, official);
  }

  async discard(official: Citizen, id: string): Promise<DiscardConsultationResult> {
    const refused = await this.discardDraft(official, id);
    if (refused) return refused;
    await this.textRecords.deleteMany({ consultationId: id }).exec();
    return { __typename: 'ConsultationDiscarded', id };
  }

  /** Tells what was written with the change, opens what is due, and has every open page ask again. */
  protected async changed(consultation: Consultation): Promise<void> {
    const { _id, opensAt, openedAt, withdrawal } = consultation;
    await this.unheard.tell(this.consultations, _id);
    if (opensAt && opensAt <= this.clock.now() && !openedAt && !withdrawal) await this.opening.open(consultation);
    await this.announcer.announce({ kind: 'consultation', id: _id }, 'changed', {});
  }

  protected async saved(id: string, official: Citizen): Promise<Kept> {
    const consultation = await this.consultations.findById(id).lean<Consultation>().orFail().exec();
    return { __typename: 'ConsultationSaved', consultation: await this.views.one(consultation, official) };
  }

  /** The words and the text together. Null where somebody else wrote meanwhile: then all is asked anew. */
  private async keep(official: Citizen, { id, before, fields, articles }: { id: string; before: Consultation | null; fields: Fields; articles: StoredArticle[] }): Promise<Consultation | null> {
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
}

function firstOfField({ field }: FieldProblem, at: number, all: FieldProblem[]): boolean {
  return all.findIndex((other) => other.field === field) === at;
}
