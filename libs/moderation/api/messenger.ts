import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, eachLeft, Events } from '@isegoria/kernel/api';
import { moderationLimits } from '@isegoria/moderation/contracts';
import { Inbox } from '@isegoria/notifications/api';
import { Case } from './case.schema';
import { itemOf } from './case-view';
import { Objection } from './objection.schema';
import { Report } from './report.schema';

const batch = 500;
const patienceMs = 30_000;

/**
 * Brings a decision to those whom it concerns: the owner of the contribution, its author, those who reported it. The decision
 * stands before anyone is told, and is marked as delivered after; a process that dies in between leaves it to the next round.
 */
@Injectable()
export class Messenger {
  constructor(
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    @InjectModel(Report.name) private readonly reports: Model<Report>,
    @InjectModel(Objection.name) private readonly objections: Model<Objection>,
    private readonly inbox: Inbox,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async deliver(decided: Case): Promise<void> {
    const { _id: caseId, decision, rule, reason, decidedAt } = decided;
    if (!decision || !decidedAt) return;
    const item = itemOf(decided);
    const before = decided.reopens ? await this.cases.findById(decided.reopens).lean<Case>().exec() : null;
    // Where the second look came to another end, those hear of it who heard of the first.
    const changed = before && (before.decision === 'approved') !== (decision === 'approved') ? before : null;
    const caseIds = changed ? [caseId, changed._id] : [caseId];
    await this.events.publish('moderation.decided', { item, decision, rule, reason, caseId, at: decidedAt });
    await this.reports.updateMany({ caseId: { $in: caseIds } }, { $set: { outcome: decision === 'approved' ? 'rejected' : 'upheld' } }).exec();
    await this.tellAuthor(decided, changed !== null);
    await this.tellReporters(decided, caseIds);
    // Who left before the decision left their words for it, and no longer.
    await this.reports.updateMany({ caseId, reporterId: '' }, { $set: { note: '' } }).exec();
    await this.cases.updateOne({ _id: caseId }, { $set: { delivered: true } }).exec();
  }

  /** An objection was decided: where it was right, the contribution comes back and the reports turn out wrong. */
  async deliverObjection(objection: Objection): Promise<void> {
    const { _id, caseId, authorId, outcome, reason, decidedAt } = objection;
    const found = await this.cases.findById(caseId).lean<Case>().exec();
    if (!found || !decidedAt || outcome === 'open') return;
    await this.cases.updateOne({ _id: caseId }, { $set: { objection: outcome } }).exec();
    await this.events.publish('objection.decided', { objectionId: _id, caseId, outcome });
    if (outcome === 'reversed') {
      await this.events.publish('moderation.decided', { item: itemOf(found), decision: 'approved', rule: null, reason: '', caseId, at: decidedAt });
      await this.reports.updateMany({ caseId }, { $set: { outcome: 'rejected' } }).exec();
    }
    const params = { title: found.title, reason: reason ?? '' };
    await this.inbox.tell({ to: [authorId], about: pageOf(caseId), name: `moderation.objection_${outcome}`, params, isPersonal: true, mail: true });
    await this.objections.updateOne({ _id }, { $set: { delivered: true } }).exec();
  }

  /** What was decided but perhaps not heard, because a process died: once more. */
  async deliverTheForgotten(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - patienceMs);
    const cases = await this.cases.find({ delivered: false, decidedAt: { $lt: before } }).limit(100).lean<Case[]>().exec();
    await eachLeft('cases', cases, (one) => this.deliver(one));
    const objections = await this.objections.find({ delivered: false, decidedAt: { $lt: before } }).limit(100).lean<Objection[]>().exec();
    await eachLeft('objections', objections, (one) => this.deliverObjection(one));
  }

  private async tellAuthor({ _id, kind, authorId, title, decision, rule, reason }: Case, isChanged: boolean): Promise<void> {
    const isRestored = isChanged && decision === 'approved';
    if (!authorId || (decision === 'approved' && kind === 'reported' && !isRestored)) return;
    const name = isRestored ? 'moderation.restored' : decision === 'approved' ? 'moderation.published' : `moderation.${decision}`;
    const params = { title, rule: rule ?? 0, reason, days: moderationLimits.objectDays };
    await this.inbox.tell({ to: [authorId], about: pageOf(_id), name, params, isPersonal: true, mail: isRestored || decision !== 'approved' });
  }

  private async tellReporters(decided: Case, caseIds: readonly string[]): Promise<void> {
    const name = decided.decision === 'approved' ? 'moderation.report_rejected' : 'moderation.report_upheld';
    for (let after = ''; ; ) {
      const reports = await this.reports.find({ caseId: { $in: [...caseIds] }, _id: { $gt: after } }).sort({ _id: 1 }).limit(batch).lean<Report[]>().exec();
      const last = reports.at(-1);
      if (!last) return;
      await this.inbox.tell({ to: reports.map(({ reporterId }) => reporterId), about: itemOf(decided), name, params: { title: decided.title }, isPersonal: true, mail: false });
      after = last._id;
    }
  }
}

/** The page on which the author reads the decision and objects. */
const pageOf = (caseId: string) => ({ kind: 'moderation-case', id: caseId });

