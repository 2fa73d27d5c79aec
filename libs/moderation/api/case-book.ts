import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, isThere, newId } from '@isegoria/kernel/api';
import { type Subject, subjectKey } from '@isegoria/kernel/contracts';
import type { CaseKind, ContributionSubmitted } from '@isegoria/moderation/contracts';
import { Case } from './case.schema';
import { isCoordinated, placeInQueue, weightiestRule, weightTogether } from './moderation.rules';
import { QueueRoom } from './queue-room';
import { Report } from './report.schema';

/** What a case is opened with. */
export interface CaseOpening {
  item: string;
  kind: CaseKind;
  title: string;
  text: string;
  reportedText: string | null;
  alignment: string | null;
  authorId: string | null;
  /** The decided case that it looks at again, and why. */
  reopens?: string;
  passNote?: string;
}

const mostReportsRead = 2000;

/** Opens cases, and keeps open ones true to what comes in: reports, new texts, withdrawals. */
@Injectable()
export class CaseBook {
  constructor(
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    @InjectModel(Report.name) private readonly reports: Model<Report>,
    private readonly room: QueueRoom,
    private readonly clock: Clock,
  ) {}

  /** A contribution came in: it waits for us, or an open case about it has a new text to look at. */
  async submitted({ item, title, text, mode, authorId, alignment }: ContributionSubmitted): Promise<void> {
    const key = subjectKey(item);
    // The same text told twice is one and the same submission, and no reason to make anyone read again.
    const changed = await this.cases.findOneAndUpdate({ item: key, status: 'open', text: { $ne: text } }, { $set: { title, text }, $inc: { version: 1 } }).lean<Case>().exec();
    if (changed) return this.room.tell(changed._id, 'changed');
    if (mode === 'wait') await this.open({ item: key, kind: 'waiting', title, text, reportedText: null, alignment: alignment ?? null, authorId });
  }

  /** The open case about an item, opened if there is none. */
  async open(opening: CaseOpening): Promise<Case> {
    const now = this.clock.now();
    const fresh = { ...opening, _id: newId(now), status: 'open' as const, since: now, orderAt: now };
    try {
      const made = await this.cases.create(fresh);
      await this.room.tell(made._id, 'opened');
      return made.toObject<Case>();
    } catch (error) {
      if (!isThere(error)) throw error;
      return this.cases.findOne({ item: opening.item, status: 'open' }).lean<Case>().orFail().exec();
    }
  }

  /** Counts a case's reports anew. The version is the ticket: a count never overwrites one with a later ticket. */
  async recount(caseId: string): Promise<Case | null> {
    const drawn = await this.cases.findOneAndUpdate({ _id: caseId, status: 'open' }, { $inc: { version: 1 } }, { returnDocument: 'after' }).lean<Case>().exec();
    if (!drawn) return null;
    const reports = await this.reports.find({ caseId }).limit(mostReportsRead).lean<Report[]>().exec();
    const coordinated = isCoordinated(reports.map(({ at }) => at));
    const weight = weightTogether(reports.map((report) => report.weight), coordinated);
    const counts = {
      reports: reports.length,
      trustedReports: reports.filter(({ trusted }) => trusted).length,
      weight,
      coordinated,
      reportedRule: weightiestRule(reports),
      orderAt: placeInQueue(drawn.since, weight),
      counted: drawn.version,
    };
    await this.cases.updateOne({ _id: caseId, counted: { $lt: drawn.version } }, { $set: counts }).exec();
    await this.room.tell(caseId, 'changed');
    return { ...drawn, ...counts };
  }

  /** Its author took it back: the case ends without a decision. */
  async withdrawn(item: Subject): Promise<void> {
    const ended = await this.cases.findOneAndUpdate({ item: subjectKey(item), status: 'open' }, { $set: { status: 'withdrawn', title: '', text: '', reportedText: null } }).lean<Case>().exec();
    if (!ended) return;
    await this.reports.updateMany({ caseId: ended._id }, { $set: { snapshot: '' } }).exec();
    await this.room.tell(ended._id, 'decided');
  }
}
