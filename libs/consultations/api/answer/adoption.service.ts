import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { adoptionInput, type AdoptConsultationResult, type AdoptInput, type MutationAdoptConsultationArgs } from '@isegoria/consultations/contracts';
import { adaTyped, idOfAda } from '@isegoria/evaluations/contracts';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { Clock, oneLine, plain, Subjects, Unheard, unheard } from '@isegoria/kernel/api';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { Announcer } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Consultation } from '../consultation.schema';
import { ConsultationViews } from '../consultation-views';
import { statusOf } from '../consultations.rules';
import { invalid, noConsultation, otherDepartment, refuse } from '../refusals';

type Act = NonNullable<Consultation['adopted']>;

/** The end of a consultation: the act with which the council adopted the text. */
@Injectable()
export class Adoption {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    private readonly views: ConsultationViews,
    private readonly subjects: Subjects,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  /** Names the act; said again, it corrects which one it was: a number is soon mistyped. The day of the adoption stays, and the ledger has a line for each. */
  async adopt(official: Citizen, { id, revision, input }: MutationAdoptConsultationArgs): Promise<AdoptConsultationResult> {
    const before = await this.consultations.findById(String(id)).lean<Consultation>().exec();
    if (!before?.publishedAt) return noConsultation;
    if (!speaksFor(official, before.departmentId)) return otherDepartment('adopt', official.id, id);
    const now = this.clock.now();
    const status = statusOf(before, now);
    if (status !== 'answered' && status !== 'adopted') return refuse('not_answered');
    const named = await this.actOf(input);
    if (Array.isArray(named)) return invalid(named);
    const act = { ...named, at: before.adopted?.at ?? now };
    if (before.adopted && isSame(before.adopted, act)) return { __typename: 'ConsultationSaved', consultation: await this.views.one(before, official) };
    if (before.revision !== revision) return refuse('changed');
    const told = unheard('consultation.adopted', { id: before._id, title: before.title, ada: act.ada, url: act.url, at: act.at });
    const write = { $set: { adopted: act, touchedAt: now }, $push: { unheard: told }, $inc: { revision: 1 } };
    const adopted = await this.consultations.findOneAndUpdate({ _id: before._id, revision }, write, { returnDocument: 'after' }).lean<Consultation>().exec();
    if (!adopted) return this.adopt(official, { id, revision, input });
    await this.unheard.tell(this.consultations, before._id);
    await this.announcer.announce({ kind: 'consultation', id: before._id }, 'changed', {});
    return { __typename: 'ConsultationSaved', consultation: await this.views.one(adopted, official) };
  }

  /** The act as it will be shown, or what is wrong. One of this site's register is linked here; of one that is elsewhere the link is needed. */
  private async actOf(input: AdoptInput): Promise<Omit<Act, 'at'> | FieldProblem[]> {
    const problems = problemsOf(adoptionInput, input);
    const ada = input.ada?.trim() ? adaTyped(input.ada) : null;
    if (input.ada?.trim() && !ada) problems.push({ field: 'ada', code: 'invalid', limit: null });
    if (problems.length > 0) return problems;
    const card = ada ? await this.subjects.card({ kind: 'decision', id: idOfAda(ada) }) : null;
    const url = card?.isPublic ? card.path : (input.url?.trim() ?? '');
    const title = oneLine(input.title) || (card?.isPublic ? card.title : '');
    const missing = Object.entries({ url, title }).filter(([, text]) => text === '');
    if (missing.length > 0) return missing.map(([field]) => ({ field, code: 'required', limit: null }));
    return { ada, url, title, note: plain(input.note) };
  }
}

function isSame(one: Act, other: Act): boolean {
  return one.ada === other.ada && one.url === other.url && one.title === other.title && one.note === other.note;
}
