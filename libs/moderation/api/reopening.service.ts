import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, Events, plain } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { type MutationReopenCaseArgs, type ReopenCaseResult, reopenSchema } from '@isegoria/moderation/contracts';
import { CaseBook } from './case-book';
import { Case } from './case.schema';
import { itemOf } from './case-view';
import { Contributions } from './contributions.service';
import { refusalToReopen } from './moderation.rules';
import { Queue } from './queue.service';

/** A moderator saw too late that a decision was wrong: it is looked at again, in a case of its own, and the public log shows both. */
@Injectable()
export class Reopening {
  constructor(
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    private readonly queue: Queue,
    private readonly book: CaseBook,
    private readonly contributions: Contributions,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async reopen(moderator: Citizen, { id, reason: written }: MutationReopenCaseArgs): Promise<ReopenCaseResult> {
    const reason = plain(written);
    const problems = problemsOf(reopenSchema, { reason });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const found = await this.queue.openFor(moderator, id);
    if (!found) return { __typename: 'NotFound', reason: 'case' };
    const refused = refusalToReopen(found) ?? (await this.whyNotNow(found));
    if (refused) return { __typename: 'NotAllowed', reason: refused };

    // The text as it reads now, for its author may have mended it since.
    const { item, kind, reportedText, alignment, authorId } = found;
    const now = await this.contributions.find(item);
    if (!now?.text) return { __typename: 'NotAllowed', reason: 'text' };
    const { title, text } = now;
    const opened = await this.book.open({ item, kind, title, text, reportedText, alignment, authorId, reopens: id, passNote: reason });
    // A report that came at this very moment opened one first: that one decides.
    if (opened.reopens !== id) return { __typename: 'NotAllowed', reason: 'open' };
    await this.cases.updateOne({ _id: id, reopenedAt: null }, { $set: { reopenedBy: moderator.id, reopenedAt: this.clock.now(), logged: true } }).exec();
    await this.events.publish('moderation.reopened', { caseId: id, item: itemOf(found) });
    return { __typename: 'CaseReopened', id: opened._id };
  }

  /** A press that broke off after the new case was opened is finished by the next one. */
  private async whyNotNow({ _id, item, reopenedAt }: Case): Promise<'reopened' | 'open' | null> {
    if (reopenedAt) return 'reopened';
    if (await this.cases.exists({ reopens: _id, status: { $ne: 'open' } })) return 'reopened';
    const open = await this.cases.findOne({ item, status: 'open' }, { reopens: 1 }).lean<Case>().exec();
    return open && open.reopens !== _id ? 'open' : null;
  }
}
