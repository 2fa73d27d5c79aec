import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, Jobs } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { RequestRecord } from '../request.schema';

const hourMs = 3_600_000;
const keptDays = 90;

/** What a caller left (name, phone, mail) is erased ninety days after the request has ended. */
@Injectable()
export class Contacts implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('requests.contacts', hourMs, () => this.forgetOld(this.clock.now()));
  }

  async forgetOld(now: Date): Promise<void> {
    const before = new Date(now.getTime() - keptDays * 24 * hourMs);
    await this.requests.updateMany({ contact: { $type: 'object' }, endedAt: { $lt: before } }, { $set: { contact: null } }).exec();
  }
}
