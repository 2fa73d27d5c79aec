import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { adoptionInput, type AdoptConsultationResult, type AdoptInput } from '@isegoria/consultations/contracts';
import { adaTyped, idOfAda } from '@isegoria/evaluations/contracts';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { Clock, plain, Subjects, Unheard, unheard } from '@isegoria/kernel/api';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { Announcer } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Consultation } from './consultation.schema';
import { ConsultationViews } from './consultation-views';
import { statusOf } from './consultations.rules';
import { invalid, noConsultation, otherDepartment, refuse } from './refusals';
import { line } from './written';

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

  async adopt(official: Citizen, id: string, input: AdoptInput): Promise<AdoptConsultationResult> {
    const before = await this.consultations.findById(String(id)).lean<Consultation>().exec();
    if (!before?.publishedAt) return noConsultation;
    if (!speaksFor(official, before.departmentId)) return otherDepartment('adopt', official.id, id);
    if (before.adopted) return { __typename: 'ConsultationSaved', consultation: await this.views.one(before, official) };
    if (statusOf(before, this.clock.now()) !== 'answered') return refuse('not_answered');
    const act = await this.actOf(input);
    if (Array.isArray(act)) return invalid(act);
    const { ada, url, at } = act;
    const told = unheard('consultation.adopted', { id: before._id, title: before.title, ada, url, at });
    const write = { $set: { adopted: act, touchedAt: at }, $push: { unheard: told }, $inc: { revision: 1 } };
    const adopted = await this.consultations.findOneAndUpdate({ _id: before._id, adopted: null }, write, { returnDocument: 'after' }).lean<Consultation>().exec();
    if (!adopted) return this.adopt(official, id, input);
    await this.unheard.tell(this.consultations, before._id);
    await this.announcer.announce({ kind: 'consultation', id: before._id }, 'changed', {});
    return { __typename: 'ConsultationSaved', consultation: await this.views.one(adopted, official) };
  }

  /** The act as it will be shown, or what is wrong. One of this site's register is linked here; of one that is elsewhere the link is needed. */
  private async actOf(input: AdoptInput): Promise<Act | FieldProblem[]> {
    const problems = problemsOf(adoptionInput, input);
    const ada = input.ada?.trim() ? adaTyped(input.ada) : null;
    if (input.ada?.trim() && !ada) problems.push({ field: 'ada', code: 'invalid', limit: null });
    if (problems.length > 0) return problems;
    const card = ada ? await this.subjects.card({ kind: 'decision', id: idOfAda(ada) }) : null;
    const url = card?.isPublic ? card.path : (input.url?.trim() ?? '');
    const title = line(input.title) || (card?.isPublic ? card.title : '');
    const missing = Object.entries({ url, title }).filter(([, text]) => text === '');
    if (missing.length > 0) return missing.map(([field]) => ({ field, code: 'required', limit: null }));
    return { ada, url, title, note: plain(input.note), at: this.clock.now() };
  }
}
