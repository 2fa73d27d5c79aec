import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type InitiativeKind, type InitiativeKindInput, type InitiativeStage, kindId, kindInput, type MutationSaveInitiativeKindArgs, neededOf, type SaveInitiativeKindResult } from '@isegoria/initiatives/contracts';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { inBoth, isThere, plain } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { PublicActs } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import type { Model } from 'mongoose';
import { InitiativeKindRecord, type Terms } from './initiative-kind.schema';
import { Initiative } from './initiative.schema';
import { invalid, refuse } from './refusals';

const runningStages: InitiativeStage[] = ['draft', 'promoters', 'submitted', 'collecting', 'handedIn', 'verified', 'scheduled'];

/** What the city lets citizens start, and on what terms. A change is an act of power: it stands in the ledger. */
@Injectable()
export class Kinds {
  constructor(
    @InjectModel(InitiativeKindRecord.name) private readonly kinds: Model<InitiativeKindRecord>,
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    private readonly acts: PublicActs,
  ) {}

  async list(viewer: Citizen | null): Promise<InitiativeKind[]> {
    const where = hasRole(viewer, 'administrator') ? {} : { isRetired: false };
    const found = await this.kinds.find(where).sort({ _id: 1 }).limit(100).lean<InitiativeKindRecord[]>().exec();
    return Promise.all(found.map((kind) => this.view(kind)));
  }

  /** The terms of a kind that may be started now. */
  async open(id: string): Promise<Terms | null> {
    const kind = await this.kinds.findById(String(id)).lean<InitiativeKindRecord>().exec();
    return kind && !kind.isRetired ? kind.terms : null;
  }

  async save({ id, revision, input }: MutationSaveInitiativeKindArgs): Promise<SaveInitiativeKindResult> {
    const problems = [...problemsOf(kindId, id).map((problem) => ({ ...problem, field: 'id' })), ...problemsOf(kindInput, input)];
    if (problems.length > 0) return invalid(problems);
    const terms = termsOf(id, input);
    const before = await this.kinds.findById(id).lean<InitiativeKindRecord>().exec();
    if (before && before.revision !== revision) return JSON.stringify(before.terms) === JSON.stringify(terms) && before.isRetired === input.isRetired ? this.saved(before) : refuse('changed');
    const write = { $set: { terms, isRetired: input.isRetired }, $inc: { revision: 1 } };
    try {
      const saved = await this.kinds.findOneAndUpdate({ _id: id, ...(before && { revision: before.revision }) }, write, { upsert: !before, returnDocument: 'after' }).lean<InitiativeKindRecord>().exec();
      if (!saved) return refuse('changed');
      await this.record(saved);
      return this.saved(saved);
    } catch (error) {
      if (isThere(error)) return refuse('changed');
      throw error;
    }
  }

  /** Which terms there are since when; seeds call it for the past. */
  async record({ _id, terms, isRetired, revision }: InitiativeKindRecord): Promise<void> {
    const { needed, days, promoters, minimumAge } = terms;
    const body = { kind: _id, needed, days, promoters, minimumAge, isRetired, terms: digest(JSON.stringify(terms)) };
    await this.acts.record({ act: 'initiative.kind', id: `initiative-kind:${_id}:${revision}`, rule: null, role: 'administrator', subject: { kind: 'initiative-kind', id: _id }, body });
  }

  private async saved(kind: InitiativeKindRecord): Promise<SaveInitiativeKindResult> {
    return { __typename: 'InitiativeKindSaved', kind: await this.view(kind) };
  }

  private async view({ _id: id, terms, isRetired, revision }: InitiativeKindRecord): Promise<InitiativeKind> {
    return { id, terms, isRetired, revision, running: await this.initiatives.countDocuments({ 'asks.kindId': id, stage: { $in: runningStages } }) };
  }
}

function termsOf(id: string, { isRetired: _, needed, percent, electors, minimumAge, answerDays, name, about, follows, days, promoters, scope, checkDays, keepMonths }: InitiativeKindInput): Terms {
  return {
    kindId: id, name: inBoth(name, plain), about: inBoth(about, plain), follows: inBoth(follows, plain),
    needed: neededOf({ needed, percent, electors }) ?? 1, percent: percent ?? null, electors: electors ?? null,
    days, promoters, minimumAge: minimumAge ?? null, scope, checkDays, answerDays: answerDays ?? null, keepMonths,
  };
}
