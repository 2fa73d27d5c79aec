import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, isThere, log, newId, pageOf, plain, refusals, Subjects } from '@isegoria/kernel/api';
import { type Localized, problemsOf } from '@isegoria/kernel/contracts';
import {
  type AuthorCase, type DecideObjectionResult, type MutationDecideObjectionArgs, type MutationObjectToDecisionArgs, type ObjectionCase, type ObjectionPage,
  objectionDecisionSchema, objectionSchema, type ObjectResult,
} from '@isegoria/moderation/contracts';
import { Case } from './case.schema';
import { titlesOf } from './case-titles';
import { authorCase, itemOf } from './case-view';
import { Messenger } from './messenger';
import { objectUntil } from './moderation.rules';
import { Objection } from './objection.schema';
import { QueueRoom } from './queue-room';
import type { Paging } from './queue.service';

const noCase = { __typename: 'NotFound', reason: 'case' } as const;

/** Whoever is decided against may ask that somebody else look at it. */
@Injectable()
export class Objections {
  constructor(
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    @InjectModel(Objection.name) private readonly objections: Model<Objection>,
    private readonly messenger: Messenger,
    private readonly subjects: Subjects,
    private readonly room: QueueRoom,
    private readonly clock: Clock,
  ) {}

  /** The case as its author sees it; for everyone else there is none. */
  async caseOf(author: Citizen, id: string): Promise<AuthorCase | null> {
    const found = await this.cases.findOne({ _id: id, authorId: author.id }).lean<Case>().exec();
    if (!found) return null;
    const [objection, card] = await Promise.all([this.objections.findOne({ caseId: id }).lean<Objection>().exec(), this.subjects.card(itemOf(found))]);
    return authorCase(found, objection, card?.path ?? null);
  }

  async object(author: Citizen, { caseId, text: written }: MutationObjectToDecisionArgs): Promise<ObjectResult> {
    const text = plain(written);
    const problems = problemsOf(objectionSchema, { text });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const found = await this.cases.findOne({ _id: caseId, authorId: author.id, status: 'decided' }).lean<Case>().exec();
    const until = found && objectUntil(found);
    if (!found || !until || !found.decidedBy) return noCase;
    const now = this.clock.now();
    if (now > until) return { __typename: 'NotAllowed', reason: 'too_late' };

    await this.insertOnce({
      _id: newId(now), caseId, authorId: author.id, against: found.decidedBy, text, at: now, outcome: 'open', reason: null, decidedBy: null, decidedAt: null, delivered: true,
    });
    await this.cases.updateOne({ _id: caseId, objection: null }, { $set: { objection: 'open' } }).exec();
    await this.room.tell(caseId, 'objection');
    const shown = await this.caseOf(author, caseId);
    return shown ? { __typename: 'ObjectionMade', case: shown } : noCase;
  }

  /** The objections that this moderator may look at: against the decisions of others, the oldest first. */
  async list(moderator: Citizen, { first, after }: Paging): Promise<ObjectionPage> {
    const filter = { outcome: 'open', against: { $ne: moderator.id }, authorId: { $ne: moderator.id } };
    const page = await pageOf(this.objections, { filter, sort: [['at', 1], ['_id', 1]], first, after });
    const cases = await this.cases.find({ _id: { $in: page.items.map(({ caseId }) => caseId) } }).lean<Case[]>().exec();
    const titleOf = await titlesOf(cases, this.subjects);
    const byId = new Map(cases.map((one) => [one._id, { found: one, title: titleOf(one) }]));
    return { ...page, items: page.items.flatMap((objection) => objectionCase(objection, byId.get(objection.caseId))) };
  }

  async decide(moderator: Citizen, { id, outcome, reason: written }: MutationDecideObjectionArgs): Promise<DecideObjectionResult> {
    const reason = plain(written);
    const problems = problemsOf(objectionDecisionSchema, { outcome, reason });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    // Whose decision it is against, and who objects, may not decide; to them it looks as if it were not there.
    const open = { _id: id, outcome: 'open' as const, against: { $ne: moderator.id }, authorId: { $ne: moderator.id } };
    const change = { outcome, reason, decidedBy: moderator.id, decidedAt: this.clock.now(), delivered: false };
    const decided = await this.objections.findOneAndUpdate(open, { $set: change }, { returnDocument: 'after' }).lean<Objection>().exec();
    if (!decided) return this.refuse(moderator, id);
    await this.messenger.deliverObjection(decided);
    await this.room.tell(decided.caseId, 'objection', moderator.id);
    return { __typename: 'ObjectionDecided', id, outcome };
  }

  private refuse(moderator: Citizen, id: string): DecideObjectionResult {
    refusals.inc({ reason: 'moderation' });
    log.warn({ moderatorId: moderator.id, objectionId: id }, 'a moderator was refused an objection');
    return { __typename: 'NotFound', reason: 'objection' };
  }

  private async insertOnce(objection: Objection): Promise<void> {
    try {
      await this.objections.create(objection);
    } catch (error) {
      if (!isThere(error)) throw error;
    }
  }
}

function objectionCase({ _id: id, caseId, text, at }: Objection, about: { found: Case; title: Localized } | undefined): ObjectionCase[] {
  if (!about) return [];
  const { found, title } = about;
  const { text: contribution, decision, rule, reason, decidedAt } = found;
  return [{ id, caseId, item: itemOf(found), title, contribution, decision: decision ?? 'hidden', rule, reason, decidedAt: decidedAt ?? at, text, at }];
}
