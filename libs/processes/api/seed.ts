import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { AnyBulkWriteOperation, Model } from 'mongoose';
import { Seeds } from '@isegoria/kernel/api';
import { demoProcesses } from './demo-processes';
import { ProcessRecord, termsOf } from './process.schema';
import { Processes } from './processes.service';

/** Opens the demo city's processes around the given moment. Those that stand already keep their dates. */
@Injectable()
export class ProcessesSeed implements OnModuleInit {
  constructor(
    private readonly seeds: Seeds,
    private readonly processes: Processes,
    @InjectModel(ProcessRecord.name) private readonly records: Model<ProcessRecord>,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'processes', order: 30, run: ({ now }) => this.open(now) });
  }

  async open(now: Date): Promise<void> {
    const added = demoProcesses(now).map(({ id, ...process }, order) => ({
      updateOne: { filter: { _id: id }, update: { $setOnInsert: { ...process, terms: termsOf(process), order, revision: 1 } }, upsert: true },
    }));
    await this.records.bulkWrite(added as AnyBulkWriteOperation<ProcessRecord>[]);
    this.processes.changed();
  }
}
