import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Jobs, unlessThere } from '@isegoria/kernel/api';
import { base64, hashOfLeaf, leafBytes, longestLeaf, type PublicAct } from '@isegoria/ledger/contracts';
import { LedgerActRecord } from './ledger-act.schema';
import { type LedgerSource, LedgerSources, type SourceStep } from './ledger-sources';
import { growing } from './ledger-state';

/** An act as a slice tells it. */
export type PublicActSaid = Omit<PublicAct, 'v' | 'type'>;

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
  record(act: PublicActSaid): Promise<void> {
    return this.recordAll([act]);
  }

  /** The same for a handful that belong together, in their order. */
  async recordAll(acts: readonly PublicActSaid[]): Promise<void> {
    const leaves = acts.map((act): PublicAct => ({ v: 1, type: 'act', ...act }));
    for (const leaf of leaves) if (leafBytes(leaf).length > longestLeaf) throw new RangeError(`the act ${leaf.id} is too long for a leaf`);
    for (let missing = await this.missingOf(leaves); missing.length > 0; missing = await this.missingOf(leaves)) await this.tryToWrite(missing);
    await this.jobs.nudge(growing);
  }

  async after(position: number, limit: number): Promise<SourceStep[]> {
    const numbers = Array.from({ length: limit }, (_, at) => position + 1 + at);
    const found = await this.acts.find({ _id: { $in: numbers } }).read('primary').readConcern('majority').sort({ _id: 1 }).lean<LedgerActRecord[]>().exec();
    const gapless = found.filter(({ _id }, at) => _id === position + 1 + at);
    return gapless.map(({ _id, leaf }) => ({ position: _id, leaves: [leaf] }));
  }

  private async missingOf(leaves: readonly PublicAct[]): Promise<PublicAct[]> {
    const found = await this.acts.find({ id: { $in: leaves.map(({ id }) => id) } }, { id: 1 }).lean<Pick<LedgerActRecord, 'id'>[]>().exec();
    const there = new Set(found.map(({ id }) => id));
    return leaves.filter(({ id }) => !there.has(id));
  }

  /** The next numbers are whoever's come first; who comes second tries the ones after. In order: where one is taken, none after it is written, and no gap is left. */
  private async tryToWrite(leaves: readonly PublicAct[]): Promise<void> {
    const last = await this.acts.findOne({}, { _id: 1 }).sort({ _id: -1 }).lean<{ _id: number }>().exec();
    const records = leaves.map((leaf, at) => ({ _id: (last?._id ?? 0) + 1 + at, id: leaf.id, hash: base64(hashOfLeaf(leaf)), leaf }));
    await this.acts.insertMany(records, { ordered: true }).catch(unlessThere);
  }
}
