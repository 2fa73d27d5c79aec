import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, isThere } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { type ChangeProcessResult, type NewProcessForm, newProcessInput, type Process, type RemoveProcessResult } from '@isegoria/processes/contracts';
import { cleaned } from './process-changes.service';
import { ProcessRecord, termsOf } from './process.schema';
import { processAddress } from './phases.rules';
import { processFrom } from './processes.service';

/** Processes that administrators prepare. Until they are published no other slice knows of them, so nothing can come into them. */
@Injectable()
export class Drafts {
  constructor(
    @InjectModel(ProcessRecord.name) private readonly records: Model<ProcessRecord>,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<Process[]> {
    const found = await this.records.find({ isDraft: true }).sort({ order: 1 }).lean<ProcessRecord[]>().exec();
    return found.map((record) => processFrom(record, this.clock.now()));
  }

  async find(id: string): Promise<Process | null> {
    const record = await this.records.findOne({ _id: { $eq: id }, isDraft: true }).lean<ProcessRecord>().exec();
    return record && processFrom(record, this.clock.now());
  }

  async create(form: NewProcessForm): Promise<ChangeProcessResult> {
    const problems = problemsOf(newProcessInput, form);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const texts = { title: cleaned(form.title), summary: cleaned(form.summary) };
    const now = this.clock.now();
    // Later than all that stand: what was the city's main process of its kind stays it.
    const draft = { kind: form.kind, ...texts, terms: termsOf(texts), phases: [], order: now.getTime(), revision: 1, isDraft: true };
    for (let number = 1; ; number++) {
      const record = { _id: processAddress(texts.title.en, number), ...draft };
      if (await this.isNew(record)) return processFrom(record, now);
    }
  }

  /** Throws a draft away. */
  async remove({ processId, revision }: { processId: string; revision: number }): Promise<RemoveProcessResult> {
    const { deletedCount } = await this.records.deleteOne({ _id: { $eq: processId }, isDraft: true, revision: { $eq: revision } }).exec();
    if (deletedCount > 0) return { __typename: 'ProcessRemoved', id: processId };
    const record = await this.records.findById(String(processId)).lean<ProcessRecord>().exec();
    if (!record) return { __typename: 'NotFound', reason: 'gone' };
    return { __typename: 'NotAllowed', reason: record.isDraft ? 'changed_meanwhile' : 'process_public' };
  }

  /** Writes it, unless another process has that address: the store says so. */
  private async isNew(record: ProcessRecord): Promise<boolean> {
    try {
      await this.records.create(record);
      return true;
    } catch (error) {
      if (isThere(error)) return false;
      throw error;
    }
  }
}
