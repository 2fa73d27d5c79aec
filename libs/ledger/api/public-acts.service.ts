import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Jobs, unlessThere } from '@isegoria/kernel/api';
import { base64, hashOfLeaf, leafBytes, longestLeaf, type PublicAct } from '@isegoria/ledger/contracts';
import { LedgerActRecord } from './ledger-act.schema';
import { type LedgerSource, LedgerSources, type SourceStep } from './ledger-sources';
import { growing } from './ledger-state';

/** Acts of power over others' voice, on their way into the ledger. Itself a source of leaves, one act a step. */
@Injectable()
export class PublicActs implements LedgerSource, OnModuleInit {
  readonly name = 'acts';

  constructor(
    @InjectModel(LedgerActRecord.name) private readonly acts: Model<LedgerActRecord>,
    private readonly sources: LedgerSources,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  /** Puts an act down for the ledger; the same id once, whatever comes with it. Resolves when it is durable. */
  async record(act: Omit<PublicAct, 'v' | 'type'>): Promise<void> {
    const leaf: PublicAct = { v: 1, type: 'act', ...act };
    if (leafBytes(leaf).length > longestLeaf) throw new RangeError(`the act ${act.id} is too long for a leaf`);
    while (!(await this.acts.exists({ id: { $eq: act.id } }).exec())) await this.tryToWrite(leaf);
    await this.jobs.nudge(growing);
  }

  async after(position: number, limit: number): Promise<SourceStep[]> {
    const numbers = Array.from({ length: limit }, (_, at) => position + 1 + at);
    const found = await this.acts.find({ _id: { $in: numbers } }).read('primary').readConcern('majority').sort({ _id: 1 }).lean<LedgerActRecord[]>().exec();
    const gapless = found.filter(({ _id }, at) => _id === position + 1 + at);
    return gapless.map(({ _id, leaf }) => ({ position: _id, leaves: [leaf] }));
  }

  /** The next number is whoever's comes first; who comes second tries the one after. */
  private async tryToWrite(leaf: PublicAct): Promise<void> {
    const last = await this.acts.findOne({}, { _id: 1 }).sort({ _id: -1 }).lean<{ _id: number }>().exec();
    const record = { _id: (last?._id ?? 0) + 1, id: leaf.id, hash: base64(hashOfLeaf(leaf)), leaf };
    await this.acts.create(record).catch(unlessThere);
  }
}
