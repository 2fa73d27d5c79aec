import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, plain } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { type ClaimCaseResult, moderationLimits, type PassCaseResult, passSchema, type ReleaseCaseResult } from '@isegoria/moderation/contracts';
import { Case } from './case.schema';
import { freeFor } from './moderation.rules';
import { QueueRoom } from './queue-room';
import { Queue } from './queue.service';

const noCase = { __typename: 'NotFound', reason: 'case' } as const;

/** So that two moderators never work on the same case: one of them takes it, for ten minutes at a time. */
@Injectable()
export class Claims {
  constructor(
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    private readonly queue: Queue,
    private readonly citizens: Citizens,
    private readonly room: QueueRoom,
    private readonly clock: Clock,
  ) {}

  /** Free, run out, or mine already: one conditional update decides, so that of two who press at once one gets it. */
  async claim(moderator: Citizen, id: string): Promise<ClaimCaseResult> {
    if (!(await this.queue.openFor(moderator, id))) return noCase;
    const now = this.clock.now();
    const free = { _id: id, status: 'open' as const, ...freeFor(moderator.id, now) };
    const claim = { claimedBy: moderator.id, claimedUntil: new Date(now.getTime() + moderationLimits.claimMinutes * 60_000) };
    const claimed = await this.cases.findOneAndUpdate(free, { $set: claim }, { returnDocument: 'after' }).lean<Case>().exec();
    if (!claimed) return this.taken(id);
    await this.room.tell(id, 'claimed', moderator.id);
    return { __typename: 'CaseClaimed', case: await this.queue.view(claimed, moderator.id) };
  }

  async release(moderator: Citizen, id: string): Promise<ReleaseCaseResult> {
    const released = await this.cases.findOneAndUpdate({ _id: id, status: 'open', claimedBy: moderator.id }, { $set: { claimedBy: null, claimedUntil: null } }).lean<Case>().exec();
    if (!released) return noCase;
    await this.room.tell(id, 'released', moderator.id);
    return { __typename: 'CaseReleased', id };
  }

  /** To another moderator, with a word for them. Who passes it on does not see it again, unless nobody else is left. */
  async pass(moderator: Citizen, id: string, written: string): Promise<PassCaseResult> {
    const note = plain(written);
    const problems = problemsOf(passSchema, { note });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const found = await this.queue.openFor(moderator, id);
    if (!found || found.status !== 'open') return noCase;
    const passedBy = (await this.othersLeft(found, moderator)) ? [...new Set([...found.passedBy, moderator.id])] : [];
    const free = { _id: id, status: 'open' as const, ...freeFor(moderator.id, this.clock.now()) };
    const passed = await this.cases.findOneAndUpdate(free, { $set: { claimedBy: null, claimedUntil: null, passedBy, passNote: note || null } }).lean<Case>().exec();
    if (!passed) return noCase;
    await this.room.tell(id, 'released', moderator.id);
    return { __typename: 'CaseReleased', id };
  }

  private async taken(id: string): Promise<ClaimCaseResult> {
    const found = await this.cases.findById(id).lean<Case>().exec();
    if (!found || found.status !== 'open' || !found.claimedUntil) return noCase;
    return { __typename: 'CaseTaken', until: found.claimedUntil };
  }

  private async othersLeft({ authorId, passedBy }: Case, moderator: Citizen): Promise<boolean> {
    const [moderators, administrators] = await Promise.all([this.citizens.withRole('moderator'), this.citizens.withRole('administrator')]);
    return [...moderators, ...administrators].some(({ id }) => id !== moderator.id && id !== authorId && !passedBy.includes(id));
  }
}
