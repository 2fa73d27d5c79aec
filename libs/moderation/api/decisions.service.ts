import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, pageOf, plain, Subjects } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { againstSchema, type DecideCaseInput, type DecideCaseResult, type MyDecisionPage } from '@isegoria/moderation/contracts';
import { Case } from './case.schema';
import { titlesOf } from './case-titles';
import { myDecision } from './case-view';
import { Messenger } from './messenger';
import { QueueRoom } from './queue-room';
import { type Paging, Queue } from './queue.service';

const noCase = { __typename: 'NotFound', reason: 'case' } as const;

/** A moderator decides. */
@Injectable()
export class Decisions {
  constructor(
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    private readonly queue: Queue,
    private readonly messenger: Messenger,
    private readonly room: QueueRoom,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  async decide(moderator: Citizen, { id, version, decision, ...against }: DecideCaseInput): Promise<DecideCaseResult> {
    const found = await this.queue.openFor(moderator, id);
    if (!found) return noCase;
    const stays = decision === 'approved';
    const rule = stays ? null : (against.rule ?? null);
    const reason = plain(against.reason ?? '');
    const problems = stays ? [] : problemsOf(againstSchema, { rule, reason });
    if (problems.length > 0) return { __typename: 'Invalid', problems };

    const now = this.clock.now();
    // The claim and the version that was read stand in the filter: nobody decides over another, or on a text they did not see.
    const asRead = { _id: id, status: 'open' as const, version, claimedBy: moderator.id, claimedUntil: { $gt: now } };
    const decided = await this.cases.findOneAndUpdate(asRead, {
      $set: {
        status: 'decided', decision, rule, reason, decidedBy: moderator.id, decidedAt: now,
        delivered: false, logged: !stays || found.reports > 0 || Boolean(found.reopens), claimedBy: null, claimedUntil: null,
      },
    }, { returnDocument: 'after' }).lean<Case>().exec();
    if (!decided) return this.whyNot(moderator, id, version);
    await this.messenger.deliver(decided);
    await this.room.tell(id, 'decided', moderator.id);
    return { __typename: 'CaseDecided', id, decision };
  }

  async mine(moderator: Citizen, { first, after }: Paging): Promise<MyDecisionPage> {
    const page = await pageOf(this.cases, { filter: { decidedBy: moderator.id }, sort: [['decidedAt', -1], ['_id', -1]], first, after });
    const titleOf = await titlesOf(page.items, this.subjects);
    return { ...page, items: page.items.map((one) => myDecision(one, titleOf(one))) };
  }

  private async whyNot(moderator: Citizen, id: string, version: number): Promise<DecideCaseResult> {
    const found = await this.cases.findById(id).lean<Case>().exec();
    if (!found || found.status !== 'open') return { __typename: 'NotAllowed', reason: 'decided' };
    const isMine = found.claimedBy === moderator.id;
    if (!isMine && found.claimedUntil && found.claimedUntil > this.clock.now()) return { __typename: 'CaseTaken', until: found.claimedUntil };
    if (found.version !== version) return { __typename: 'CaseChanged', case: await this.queue.view(found, moderator.id) };
    return { __typename: 'NotAllowed', reason: 'not_claimed' };
  }
}
