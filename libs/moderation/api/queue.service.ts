import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Files } from '@isegoria/files/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, log, pageOf, refusals, Subjects } from '@isegoria/kernel/api';
import { parseSubject } from '@isegoria/kernel/contracts';
import type { ModerationCase, ModerationQueue, PastDecision } from '@isegoria/moderation/contracts';
import { Case } from './case.schema';
import { titlesOf } from './case-titles';
import { caseRow, reportView } from './case-view';
import { Contributions } from './contributions.service';
import { likelyRule, strikingWords } from './moderation.hints';
import { refusalToJudge } from './moderation.rules';
import { Objection } from './objection.schema';
import { Report } from './report.schema';

/** Which page of a list. */
export interface Paging {
  first?: number | null;
  after?: string | null;
}

const mostOwnReports = 500;

/** What a moderator reads: the queue as it is for them, and a case with all that it takes to decide it. */
@Injectable()
export class Queue {
  constructor(
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    @InjectModel(Report.name) private readonly reports: Model<Report>,
    @InjectModel(Objection.name) private readonly objections: Model<Objection>,
    private readonly contributions: Contributions,
    private readonly subjects: Subjects,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  async list(moderator: Citizen, { first, after }: Paging): Promise<ModerationQueue> {
    const filter = {
      status: 'open',
      authorId: { $ne: moderator.id },
      passedBy: { $ne: moderator.id },
      _id: { $nin: await this.reportedBy(moderator.id) },
    };
    const [page, objections] = await Promise.all([
      pageOf(this.cases, { filter, sort: [['orderAt', 1], ['_id', 1]], first, after }),
      this.objections.countDocuments({ outcome: 'open', against: { $ne: moderator.id }, authorId: { $ne: moderator.id } }).exec(),
    ]);
    const titleOf = await titlesOf(page.items, this.subjects);
    const reading = { moderatorId: moderator.id, now: this.clock.now() };
    return { ...page, items: page.items.map((one) => caseRow(one, titleOf(one), reading)), objections };
  }

  /** The open case, if this moderator may judge it. A refusal looks like a case that never was; the log knows better. */
  async openFor(moderator: Citizen, id: string): Promise<Case | null> {
    const found = await this.cases.findById(id).lean<Case>().exec();
    if (!found) return null;
    const hasReported = (await this.reports.exists({ caseId: id, personId: moderator.personId })) !== null;
    const refused = refusalToJudge(found, moderator.id, hasReported);
    if (!refused) return found;
    refusals.inc({ reason: 'moderation' });
    log.warn({ moderatorId: moderator.id, caseId: id, reason: refused }, 'a moderator was refused a case');
    return null;
  }

  async view(found: Case, moderatorId: string): Promise<ModerationCase> {
    const item = parseSubject(found.item);
    const [reports, author, previous, card, pictures] = await Promise.all([
      this.reports.find({ caseId: found._id }).sort({ _id: 1 }).limit(20).lean<Report[]>().exec(),
      this.contributions.recordOf(found.authorId),
      this.previous(found),
      item ? this.subjects.card(item) : null,
      item ? this.files.of([item]) : null,
    ]);
    const titleOf = await titlesOf([found], this.subjects);
    const row = caseRow(found, titleOf(found), { moderatorId, now: this.clock.now() });
    return {
      id: found._id,
      row: { ...row, rule: row.rule ?? likelyRule(found.text) },
      text: found.text,
      reportedText: found.reportedText === found.text ? null : found.reportedText,
      pictures: pictures?.get(found.item) ?? [],
      highlights: strikingWords(found.text),
      path: card?.path ?? null,
      author,
      reports: reports.map(reportView),
      trustedReports: found.trustedReports,
      seenBy: card?.seenBy ?? null,
      previous,
      passNote: found.passNote,
    };
  }

  private async previous({ _id, item }: Case): Promise<PastDecision[]> {
    const earlier = await this.cases.find({ item, _id: { $lt: _id }, status: 'decided' }).sort({ _id: -1 }).limit(5).lean<Case[]>().exec();
    return earlier.map(({ _id: caseId, decision, rule, reason, decidedAt, since }) => ({ caseId, decision: decision ?? 'approved', rule, reason, at: decidedAt ?? since }));
  }

  private async reportedBy(moderatorId: string): Promise<string[]> {
    const own = await this.reports.find({ reporterId: moderatorId, outcome: 'open' }, { caseId: 1 }).limit(mostOwnReports).lean<Report[]>().exec();
    return own.map(({ caseId }) => caseId).filter((id) => id !== null);
  }
}
