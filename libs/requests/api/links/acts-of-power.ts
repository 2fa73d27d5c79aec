import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Events } from '@isegoria/kernel/api';
import { PublicActs, type PublicActSaid } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import type { Model } from 'mongoose';
import { requestSubject } from '../request-labels';
import { type MomentRecord, RequestRecord } from '../request.schema';

/** What a department said about a request, and that people opened it again, stand in the public ledger; of words their digests. */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    this.events.later('request.changed', 'requests.ledger', ({ id }) => this.record([id]));
  }

  /** All that happened to them so far, each act once by its id; seeds call it for the past. */
  async record(ids: readonly string[]): Promise<void> {
    const requests = await this.requests.find({ _id: { $in: ids }, listed: true }, { departmentId: 1, history: 1 }).lean<RequestRecord[]>().exec();
    const acts = requests.flatMap((request) => request.history.flatMap((one) => actOf(request, one).map((act) => ({ act, at: one.at }))));
    await this.acts.recordAll(acts.sort((one, other) => one.at.getTime() - other.at.getTime()).map(({ act }) => act));
  }
}

function actOf({ _id, departmentId }: RequestRecord, { id, kind, text, expectedAt, closing, departmentId: speaker }: MomentRecord): PublicActSaid[] {
  const subject = requestSubject(_id);
  const known = { id: `request:${_id}:${id}`, rule: null, subject };
  if (kind === 'reopened') return [{ act: 'request.reopened', ...known, role: 'citizen', body: { department: departmentId } }];
  if (speaker === null) return [];
  return [{ act: 'request.stepped', ...known, role: 'official', body: { step: kind, department: speaker, words: digest(JSON.stringify([text, expectedAt, closing])) } }];
}
