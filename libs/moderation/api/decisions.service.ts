import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, pageOf, plain, Subjects } from '@isegoria/kernel/api';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import {
  againstSchema, type DecideCaseInput, type DecideCaseResult, type DecideCasesInput, type DecideCasesResult, type LotOutcome, type LotRefusal, lotSchema, type MarkedCaseInput, type ModerationDecision, type MyDecisionPage,
} from '@isegoria/moderation/contracts';
import { Case } from './case.schema';
import { titlesOf } from './case-titles';
import { myDecision } from './case-view';
import { Messenger } from './messenger';
import { freeFor, refusalInLot } from './moderation.rules';
import { QueueRoom } from './queue-room';
import { type Paging, Queue } from './queue.service';

const noCase = { __typename: 'NotFound', reason: 'case' } as const;

/** A decision as it is written, and what is wrong with it. */
interface Judgement {
  decision: ModerationDecision;
  rule: number | null;
  reason: string;
  problems: FieldProblem[];
}

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

  async decide(moderator: Citizen, { id, version, ...given }: DecideCaseInput): Promise<DecideCaseResult> {
    const found = await this.queue.openFor(moderator, id);
    if (!found) return noCase;
    const judgement = judgementOf(given);
    if (judgement.problems.length > 0) return { __typename: 'Invalid', problems: judgement.problems };
    // Nobody decides over another: whoever decides has taken the case.
    const isTheirs = { claimedBy: moderator.id, claimedUntil: { $gt: this.clock.now() } };
    const decided = await this.write(moderator, found, version, judgement, isTheirs);
    return decided ? { __typename: 'CaseDecided', id, decision: judgement.decision } : this.whyNot(moderator, id, version);
  }

  /** One after the other, each as if it were alone: what a crash leaves over is in the queue, untouched. */
  async decideMany(moderator: Citizen, { cases, ...given }: DecideCasesInput): Promise<DecideCasesResult> {
    const judgement = judgementOf(given);
    const problems = [...problemsOf(lotSchema, { cases }), ...judgement.problems];
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const outcomes: LotOutcome[] = [];
    for (const { id, version } of new Map(cases.map((marked) => [marked.id, marked])).values()) outcomes.push({ id, refused: await this.decideInLot(moderator, { id, version }, judgement) });
    return { __typename: 'CasesDecided', outcomes };
  }

  private async decideInLot(moderator: Citizen, { id, version }: MarkedCaseInput, judgement: Judgement): Promise<LotRefusal | null> {
    const found = await this.queue.openFor(moderator, id);
    if (!found) return 'gone';
    const now = this.clock.now();
    if (await this.write(moderator, found, version, judgement, freeFor(moderator.id, now))) return null;
    return refusalInLot(await this.cases.findById(id).lean<Case>().exec(), { moderatorId: moderator.id, version, decision: judgement.decision, now });
  }

  /** Writes and tells a decision, in one step, if the case stands as it was read and `whose` it has to be. */
  private async write(moderator: Citizen, found: Case, version: number, { decision, rule, reason }: Judgement, whose: Record<string, unknown>): Promise<Case | null> {
    const decided = await this.cases.findOneAndUpdate({ _id: found._id, status: 'open' as const, version, ...whose }, {
      $set: {
        status: 'decided', decision, rule, reason, decidedBy: moderator.id, decidedAt: this.clock.now(),
        delivered: false, logged: decision !== 'approved' || found.reports > 0 || Boolean(found.reopens), claimedBy: null, claimedUntil: null,
      },
    }, { returnDocument: 'after' }).lean<Case>().exec();
    if (!decided) return null;
    await this.messenger.deliver(decided);
    await this.room.tell(found._id, 'decided', moderator.id);
    return decided;
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

/** What stays needs no reason; against a text there is none without a rule and words that its author understands. */
function judgementOf({ decision, rule: given, reason: written }: Pick<DecideCaseInput, 'decision' | 'rule' | 'reason'>): Judgement {
  const stays = decision === 'approved';
  const rule = stays ? null : (given ?? null);
  const reason = plain(written ?? '');
  return { decision, rule, reason, problems: stays ? [] : problemsOf(againstSchema, { rule, reason }) };
}
