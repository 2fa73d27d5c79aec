import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock, Events, isThere, Limits, newId, plain, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { parseSubject, problemsOf, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { type MutationReportArgs, reportSchema, type ReportResult } from '@isegoria/moderation/contracts';
import { CaseBook } from './case-book';
import { Case } from './case.schema';
import { Contributions } from './contributions.service';
import { moderationEnv } from './moderation.env';
import { isHeldBy, isTrusted, type ReportersRecord, weightOf } from './moderation.rules';
import { Report } from './report.schema';

const pace = { points: 30, seconds: 3600 };

/** Citizens tell us that something breaks a rule. */
@Injectable()
export class Reports {
  constructor(
    @InjectModel(Report.name) private readonly reports: Model<Report>,
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    private readonly book: CaseBook,
    private readonly contributions: Contributions,
    private readonly subjects: Subjects,
    private readonly events: Events,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async mayBeReported(reader: Citizen | null, item: Subject): Promise<boolean> {
    return isBefore(reader, await this.subjects.card(item));
  }

  async report(citizen: Citizen, { item, rule, note: written }: MutationReportArgs): Promise<ReportResult> {
    const note = plain(written ?? '');
    const problems = problemsOf(reportSchema, { rule, note });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const card = await this.subjects.card(item);
    if (!card || !isBefore(citizen, card)) return { __typename: 'NotFound', reason: 'item' };
    if (card.authorId === citizen.id) return { __typename: 'NotAllowed', reason: 'own' };
    const tooMany = await this.limits.take('report', citizen.id, pace);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };

    const { made, report } = await this.insertOnce(citizen, card, { rule, note });
    if (report.caseId === null) await this.bringToCase(report, card);
    return { __typename: 'Reported', again: !made };
  }

  private async insertOnce(citizen: Citizen, card: SubjectCard, { rule, note }: { rule: number; note: string }): Promise<{ made: boolean; report: Report }> {
    const record = await this.recordOf(citizen.id);
    const item = subjectKey(card);
    const report: Report = {
      _id: newId(),
      item,
      personId: citizen.personId,
      reporterId: citizen.id,
      rule,
      note,
      snapshot: await this.textOf(card),
      weight: weightOf(record),
      trusted: isTrusted(record),
      caseId: null,
      outcome: 'open',
      at: this.clock.now(),
    };
    try {
      await this.reports.create(report);
      return { made: true, report };
    } catch (error) {
      if (!isThere(error)) throw error;
      return { made: false, report: await this.reports.findOne({ item, personId: citizen.personId }).lean<Report>().orFail().exec() };
    }
  }

  /** A report always ends in a case: the open one, or a new one, also where an earlier case was decided. */
  private async bringToCase(report: Report, card: SubjectCard): Promise<void> {
    const contribution = await this.contributions.find(report.item);
    const opened = await this.book.open({
      item: report.item,
      kind: 'reported',
      title: contribution?.title || card.title,
      text: report.snapshot,
      reportedText: report.snapshot,
      alignment: contribution?.alignment ?? null,
      authorId: card.authorId,
    });
    await this.reports.updateOne({ _id: report._id }, { $set: { caseId: opened._id } }).exec();
    const counted = await this.book.recount(opened._id);
    if (counted && isHeldBy(counted, moderationEnv.MODERATION_HOLD_WEIGHT)) await this.hold(counted);
  }

  private async hold({ _id: caseId, item, reportedRule: rule }: Case): Promise<void> {
    const held = await this.cases.findOneAndUpdate({ _id: caseId, status: 'open', held: false }, { $set: { held: true } }).lean<Case>().exec();
    const subject = parseSubject(item);
    if (held && subject) await this.events.publish('moderation.decided', { item: subject, decision: 'hidden', rule, reason: '', caseId, at: this.clock.now() });
  }

  private async textOf(card: SubjectCard): Promise<string> {
    return (await this.contributions.find(subjectKey(card)))?.text || card.excerpt;
  }

  private async recordOf(reporterId: string): Promise<ReportersRecord> {
    const [upheld, rejected] = await Promise.all([
      this.reports.countDocuments({ reporterId, outcome: 'upheld' }).exec(),
      this.reports.countDocuments({ reporterId, outcome: 'rejected' }).exec(),
    ]);
    return { upheld, rejected };
  }
}

/** Whether somebody has it before their eyes: what is public, and what was written to them. */
function isBefore(reader: Citizen | null, card: SubjectCard | null): boolean {
  return card !== null && (card.isPublic || (reader !== null && (card.shownTo ?? []).includes(reader.id)));
}
