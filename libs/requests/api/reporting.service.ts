import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { requestNonce, type ServiceRequestInput, type SubmitRequestResult } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { Intake } from './intake';
import { RequestViews } from './request-views';
import { RequestRecord } from './request.schema';
import { submittedPerDay } from './requests.rules';

const dayMs = 86_400_000;

/** A citizen reports a problem. */
@Injectable()
export class Reporting {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly intake: Intake,
    private readonly views: RequestViews,
    private readonly clock: Clock,
  ) {}

  async submit(citizen: Citizen, input: ServiceRequestInput, nonce: string): Promise<SubmitRequestResult> {
    const refused = mayContribute(citizen);
    if (refused) return refused;
    if (problemsOf(requestNonce, nonce).length > 0) return { __typename: 'Invalid', problems: [{ field: 'nonce', code: 'invalid', limit: null }] };
    const pressKey = `${citizen.id}|${nonce}`;
    const before = await this.intake.pressed(pressKey);
    if (before) return this.submitted(before, citizen);
    const wait = await this.waitOf(citizen);
    if (wait > 0) return { __typename: 'TooMany', retryAfterSeconds: wait };
    const taken = await this.intake.take(input, { pressKey, channel: 'online', reporterId: citizen.id, uploaderId: citizen.id, mayWait: true });
    if ('problems' in taken) return { __typename: 'Invalid', problems: taken.problems };
    if ('refusal' in taken) return { __typename: 'NotAllowed', reason: taken.refusal };
    return this.submitted(taken.request, citizen);
  }

  /** Seconds until this citizen may report one more. Counted from what they did report, so that a second press costs nothing. */
  private async waitOf({ id: reporterId }: Citizen): Promise<number> {
    const now = this.clock.now().getTime();
    const today = { reporterId, createdAt: { $gt: new Date(now - dayMs) } };
    const recent = await this.requests.find(today, { createdAt: 1 }).sort({ createdAt: -1, _id: -1 }).limit(submittedPerDay).lean<RequestRecord[]>().exec();
    const oldest = recent.at(submittedPerDay - 1)?.createdAt;
    return oldest ? Math.ceil((oldest.getTime() + dayMs - now) / 1000) : 0;
  }

  private async submitted(request: RequestRecord, citizen: Citizen): Promise<SubmitRequestResult> {
    return { __typename: 'RequestSubmitted', request: await this.views.one(request, citizen), waits: request.status === 'waiting' };
  }
}
