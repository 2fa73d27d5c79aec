import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, Jobs } from '@isegoria/kernel/api';
import { FileRecord } from './file.schema';
import { StoragePort } from './storage';

const hour = 3_600_000;
const day = 24 * hour;

/** Removes what was uploaded and then put nowhere. */
@Injectable()
export class FilesSweep implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly storage: StoragePort,
    @InjectModel(FileRecord.name) private readonly records: Model<FileRecord>,
  ) {}

  onModuleInit(): void {
    this.jobs.every('files.sweep', hour, () => this.sweep(this.clock.now()));
  }

  async sweep(now: Date): Promise<void> {
    const loose = { subject: null, looseSince: { $lt: new Date(now.getTime() - day) } };
    for (const { _id } of await this.records.find(loose, { _id: 1 }).limit(500).lean().exec()) {
      // Asked again as it goes: somebody may have claimed it this moment.
      const gone = await this.records.findOneAndDelete({ _id, ...loose }).lean().exec();
      if (gone) await Promise.all([this.drop(gone.full, now), this.drop(gone.small, now)]);
    }
  }

  /** The same bytes may belong to another upload too. */
  private async drop(key: string, now: Date): Promise<void> {
    if (await this.records.exists({ $or: [{ full: key }, { small: key }] })) return;
    await this.storage.remove(key, new Date(now.getTime() - hour));
  }
}
