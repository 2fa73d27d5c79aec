import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock, plain } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { requestNonce, type ServiceRequestInput, type SubmitRequestResult, withdrawalInput, type WithdrawRequestResult } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { Catalogue } from './catalogue';
import { change, standing, toldOf } from './change';
import { saidByCitizen } from './citizen-words.service';
import { FollowThrough } from './follow-through';
import { Intake } from './intake';
import { noSuchRequest } from './refusals';
import { titleOf } from './request-labels';
import { RequestViews } from './request-views';
import { RequestRecord } from './request.schema';
import { submittedPerDay, withdrawRefusal } from './requests.rules';

const dayMs = 86_400_000;

/** A citizen reports a problem, or takes it back. */
@Injectable()
export class Reporting {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly intake: Intake,
    private readonly catalogue: Catalogue,
    private readonly followThrough: FollowThrough,
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

  async withdraw(citizen: Citizen, id: string, text: string): Promise<WithdrawRequestResult> {
    const problems = problemsOf(withdrawalInput, { text });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const seen = await this.requests.findOne({ _id: String(id), reporterId: citizen.id }).lean<RequestRecord>().exec();
    if (!seen) return noSuchRequest('withdraw', citizen.id, id);
    // A second press finds it done.
    if (seen.status === 'withdrawn') return { __typename: 'RequestChanged', request: await this.views.one(seen, citizen) };
    const refused = withdrawRefusal(seen);
    if (refused) return { __typename: 'NotAllowed', reason: refused };
    const at = this.clock.now();
    const service = await this.catalogue.service(seen.serviceId);
    const { said, told: submitted } = saidByCitizen(seen, service, { kind: 'withdrawn', at, text: plain(text), byId: citizen.id });
    // What nobody has read does not become public because it is taken back.
    const set = { ...standing('withdrawn', seen.isPrivate), listed: seen.listed, endedAt: at, changedAt: at, remark: null, unfinished: true };
    const told = [...submitted, ...toldOf({ ...seen, ...set }, titleOf(service, seen.place), said)];
    const withdrawn = await change(this.requests, seen, set, { moments: [said], told });
    if (!withdrawn) return this.withdraw(citizen, id, text);
    await this.followThrough.changed(withdrawn);
    return { __typename: 'RequestChanged', request: await this.views.one(withdrawn, citizen) };
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
