import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { isThere, newId, plain } from '@isegoria/kernel/api';
import { type Localized, problemsOf, words } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { openStatuses, type RequestServiceInput, type RequestStatus, type SaveRequestServiceResult, type ServiceFields, serviceInput } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { Catalogue } from '../catalogue';
import { ServiceRecord } from '../request-service.schema';
import { RequestRecord } from '../request.schema';
import { invalid, wrong } from './refusals';
import { keptQuestions, questionProblems } from './services.rules';

const notEnded: RequestStatus[] = [...openStatuses, 'waiting', 'returned'];
const noService = { __typename: 'NotFound', reason: 'service' } as const;

/** Another administrator saved it meanwhile: nothing of theirs is written over unseen. */
const overtaken = { __typename: 'NotAllowed', reason: 'service_changed' } as const;

const revisionOf = ({ revision = 0 }: ServiceRecord): number => revision;

/** What an administrator changes of the catalogue. Nothing is ever deleted, only retired: what was reported under a service keeps its name and its answers. */
@Injectable()
export class ServicesDesk {
  constructor(
    @InjectModel(ServiceRecord.name) private readonly services: Model<ServiceRecord>,
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly catalogue: Catalogue,
    private readonly organisation: Organisation,
  ) {}

  async save({ id, revision, ...input }: RequestServiceInput): Promise<SaveRequestServiceResult> {
    const fields = cleaned(input);
    const before = id ? await this.find(id) : null;
    if (id && !before) return noService;
    if (before && revisionOf(before) !== revision) return overtaken;
    const problems = [...problemsOf(serviceInput, fields), ...questionProblems(fields.questions, before?.questions ?? [])];
    if (problems.length > 0) return invalid(problems);
    if (!(await this.canAnswer(fields.departmentId, before))) return wrong('departmentId');
    const set = { ...fields, questions: keptQuestions(fields.questions, before?.questions ?? []) };
    const saved = before ? await this.change(before, set) : await this.add(set);
    return saved ? this.saved(saved) : overtaken;
  }

  /** Nothing new is reported under a retired one. One whose department is there no more comes back with another department. */
  async retire(id: string, isRetired: boolean): Promise<SaveRequestServiceResult> {
    const before = await this.find(id);
    if (!before) return noService;
    if (!isRetired && !(await this.canAnswer(before.departmentId, null))) return { __typename: 'NotAllowed', reason: 'department_retired' };
    return this.saved(await this.services.findOneAndUpdate({ _id: before._id }, { $set: { isRetired } }, { returnDocument: 'after' }).lean<ServiceRecord>().orFail().exec());
  }

  private find(id: string): Promise<ServiceRecord | null> {
    return this.services.findById(String(id)).lean<ServiceRecord>().exec();
  }

  /** Whether the department is there, and in use or the service's already. */
  private async canAnswer(departmentId: string, before: ServiceRecord | null): Promise<boolean> {
    const department = await this.organisation.department(departmentId);
    return department !== null && (!department.isRetired || before?.departmentId === departmentId);
  }

  /** What is not ended yet goes with its service to another department. Asked each time, so that what a crash cut short is done with the next saving. Null where another administrator was quicker. */
  private async change(before: ServiceRecord, set: Partial<ServiceRecord>): Promise<ServiceRecord | null> {
    const revision = revisionOf(before);
    const asRead = { _id: before._id, revision: revision === 0 ? { $in: [0, null] } : revision };
    const changed = await this.services.findOneAndUpdate(asRead, { $set: { ...set, revision: revision + 1 } }, { returnDocument: 'after' }).lean<ServiceRecord>().exec();
    if (!changed) return null;
    const { _id: id, departmentId } = changed;
    const goes = { serviceId: id, status: { $in: notEnded }, departmentId: { $ne: departmentId } };
    await this.requests.updateMany(goes, { $set: { departmentId, takenById: null }, $inc: { revision: 1 } }).exec();
    return changed;
  }

  /** Its id stands in addresses and in Open311, and is never another's: of two who want the same readable one, the second gets another. */
  private async add(set: Omit<ServiceRecord, '_id' | 'isRetired'>): Promise<ServiceRecord> {
    const readable = readableId(set.name);
    for (const _id of [...(readable ? [readable] : []), newId().toLowerCase()]) {
      try {
        return (await this.services.create({ _id, ...set, isRetired: false })).toObject<ServiceRecord>();
      } catch (error) {
        if (!isThere(error)) throw error;
      }
    }
    throw new Error('no id was free for a service');
  }

  private async saved(service: ServiceRecord): Promise<SaveRequestServiceResult> {
    this.catalogue.changed();
    const [view] = await this.catalogue.shown([service]);
    if (!view) throw new Error('a view for each service');
    return { __typename: 'RequestServiceSaved', service: view };
  }
}

function readableId({ en }: Localized): string {
  return words(en).filter((word) => /^[a-z0-9]+$/.test(word)).join('-').slice(0, 40).replace(/-$/, '');
}

const both = ({ el, en }: Localized): Localized => ({ el: plain(el), en: plain(en) });

function cleaned({ name, description, group, notice, keywords, questions, departmentId, days, nearMetres, isPrivate, waits }: Omit<RequestServiceInput, 'id'>): ServiceFields {
  return {
    ...{ departmentId, days, nearMetres, isPrivate, waits, name: both(name), description: both(description), group: both(group), notice: both(notice) },
    keywords: [...new Set(keywords.map(plain).filter(Boolean))],
    questions: questions.map(({ id, text, hint, type, isRequired, choices }) => ({ id, type, isRequired, text: both(text), hint: both(hint), choices: choices.map((choice) => ({ id: choice.id, name: both(choice.name) })) })),
  };
}
