import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, hasRole, speaksFor } from '@isegoria/identity/contracts';
import { newId, plain } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { type RemoveRequestTemplateResult, type RequestTemplate, type RequestTemplateInput, type SaveRequestTemplateResult, templateInput } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { TemplateRecord } from '../request-service.schema';
import { invalid, refuse, wrong } from './refusals';

/** More than anybody finds their way in. */
const mostOfDepartment = 60;
const mostOfCity = 1000;
const noTemplate = { __typename: 'NotFound', reason: 'template' } as const;

/** Words that officials of a department use again and again. */
@Injectable()
export class Templates {
  constructor(
    @InjectModel(TemplateRecord.name) private readonly templates: Model<TemplateRecord>,
    private readonly organisation: Organisation,
  ) {}

  async list(official: Citizen): Promise<RequestTemplate[]> {
    const own = hasRole(official, 'administrator') ? {} : { departmentId: official.departmentId ?? 'none' };
    const found = await this.templates.find(own).sort({ departmentId: 1, name: 1 }).limit(mostOfCity).lean<TemplateRecord[]>().exec();
    return found.map(viewOf);
  }

  async save(official: Citizen, input: RequestTemplateInput): Promise<SaveRequestTemplateResult> {
    const problems = problemsOf(templateInput, input);
    if (problems.length > 0) return invalid(problems);
    const { id, departmentId } = input;
    if (!speaksFor(official, departmentId)) return refuse('department');
    const fields = { departmentId, name: plain(input.name), text: plain(input.text), step: input.step ?? null };
    if (id) return this.change(official, id, fields);
    const { departments } = await this.organisation.current();
    if (!departments.some((one) => one.id === departmentId)) return wrong('departmentId');
    if ((await this.templates.countDocuments({ departmentId }).exec()) >= mostOfDepartment) return refuse('templates_full');
    const made = await this.templates.create({ _id: newId(), ...fields });
    return { __typename: 'RequestTemplateSaved', template: viewOf(made) };
  }

  async remove(official: Citizen, id: string): Promise<RemoveRequestTemplateResult> {
    const found = await this.find(id);
    if (!found || !speaksFor(official, found.departmentId)) return noTemplate;
    await this.templates.deleteOne({ _id: found._id }).exec();
    return { __typename: 'RequestTemplateRemoved', id: found._id };
  }

  /** A template stays its department's: for another one it is written anew. */
  private async change(official: Citizen, id: string, { departmentId, ...fields }: Omit<TemplateRecord, '_id'>): Promise<SaveRequestTemplateResult> {
    const found = await this.find(id);
    if (!found || !speaksFor(official, found.departmentId)) return noTemplate;
    if (found.departmentId !== departmentId) return wrong('departmentId');
    const saved = await this.templates.findOneAndUpdate({ _id: found._id }, { $set: fields }, { returnDocument: 'after' }).lean<TemplateRecord>().exec();
    return saved ? { __typename: 'RequestTemplateSaved', template: viewOf(saved) } : noTemplate;
  }

  private find(id: string): Promise<TemplateRecord | null> {
    return this.templates.findById(String(id)).lean<TemplateRecord>().exec();
  }
}

const viewOf = ({ _id: id, departmentId, name, text, step }: TemplateRecord): RequestTemplate => ({ id, departmentId, name, text, step });
