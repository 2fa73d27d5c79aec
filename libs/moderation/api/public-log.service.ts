import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, pageOf } from '@isegoria/kernel/api';
import type { LogPage, ModerationMonth } from '@isegoria/moderation/contracts';
import { Case } from './case.schema';
import { logEntry } from './case-view';
import { median } from './moderation.rules';
import type { Paging } from './queue.service';

type Counted = Pick<Case, 'since' | 'decidedAt' | 'decision' | 'objection'>;

const keepMs = 30_000;
const months = 12;
const mostCases = 50_000;
const hour = 3_600_000;

/** What everyone may know of moderation: each decision with its rule, and the months in numbers. */
@Injectable()
export class PublicLog {
  private kept: { answer: Promise<ModerationMonth[]>; until: number } | null = null;

  constructor(
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    private readonly clock: Clock,
  ) {}

  async page({ first, after }: Paging): Promise<LogPage> {
    const page = await pageOf(this.cases, { filter: { logged: true }, sort: [['decidedAt', -1], ['_id', -1]], first, after });
    return { ...page, items: page.items.map(logEntry) };
  }

  /** The last twelve months that have decisions, the newest first. */
  months(): Promise<ModerationMonth[]> {
    if (!this.kept || this.kept.until < Date.now()) {
      const answer = this.count();
      this.kept = { answer, until: Date.now() + keepMs };
      answer.catch(() => (this.kept = null));
    }
    return this.kept.answer;
  }

  private async count(): Promise<ModerationMonth[]> {
    const now = this.clock.now();
    const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + 1, 1));
    const fields = { since: 1, decidedAt: 1, decision: 1, objection: 1 };
    const decided = await this.cases.find({ status: 'decided', decidedAt: { $gte: from } }, fields).limit(mostCases).lean<Counted[]>().exec();
    return monthsOf(decided);
  }
}

/** Cases by the month of their decision, the newest month first. */
export function monthsOf(decided: Counted[]): ModerationMonth[] {
  const byMonth = new Map<string, Counted[]>();
  for (const one of decided) {
    const month = one.decidedAt?.toISOString().slice(0, 7);
    if (month) byMonth.set(month, [...(byMonth.get(month) ?? []), one]);
  }
  return [...byMonth].sort(([a], [b]) => b.localeCompare(a)).map(([month, cases]) => monthOf(month, cases));
}

function monthOf(month: string, cases: Counted[]): ModerationMonth {
  const count = (is: (one: Counted) => boolean) => cases.filter(is).length;
  const hours = median(cases.map(({ since, decidedAt }) => ((decidedAt?.getTime() ?? 0) - since.getTime()) / hour));
  return {
    month,
    cases: cases.length,
    approved: count(({ decision }) => decision === 'approved'),
    hidden: count(({ decision }) => decision === 'hidden'),
    returned: count(({ decision }) => decision === 'returned'),
    objections: count(({ objection }) => objection !== null),
    reversed: count(({ objection }) => objection === 'reversed'),
    medianHours: hours === null ? null : Math.round(hours * 10) / 10,
  };
}
