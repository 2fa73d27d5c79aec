import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, Kept, pageOf } from '@isegoria/kernel/api';
import { cityDay } from '@isegoria/kernel/contracts';
import type { LogPage, ModerationMonth } from '@isegoria/moderation/contracts';
import { Case } from './case.schema';
import { logEntry } from './case-view';
import { median } from './moderation.rules';
import type { Paging } from './queue.service';

type Counted = Pick<Case, 'since' | 'decidedAt' | 'decision' | 'rule' | 'objection'>;

const keepMs = 30_000;
const months = 12;
const dayMs = 86_400_000;
const hour = 3_600_000;

/** What everyone may know of moderation: each decision with its rule, and the months in numbers. */
@Injectable()
export class PublicLog {
  private readonly kept = new Kept(() => this.count(), keepMs);

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
    return this.kept.get();
  }

  private async count(): Promise<ModerationMonth[]> {
    const [year = 0, month = 0] = cityDay(this.clock.now()).split('-').map(Number);
    const first = new Date(Date.UTC(year, month - months, 1));
    // A month of the city begins some hours before Greenwich's.
    const since = new Date(first.getTime() - dayMs);
    const fields = { since: 1, decidedAt: 1, decision: 1, rule: 1, objection: 1 };
    const decided = this.cases.find({ status: 'decided', decidedAt: { $gte: since } }, fields).sort({ decidedAt: -1 }).lean<Counted>().cursor();
    const byMonth = new Map<string, Counted[]>();
    for await (const one of decided) {
      const named = one.decidedAt ? monthIn(one.decidedAt) : '';
      if (named < first.toISOString().slice(0, 7)) continue;
      const cases = byMonth.get(named);
      if (cases) cases.push(one);
      else byMonth.set(named, [one]);
    }
    return [...byMonth].map(([named, cases]) => monthOf(named, cases));
  }
}

/** The month of the city's calendar in which a moment lies, such as `2026-11`. */
const monthIn = (at: Date): string => cityDay(at).slice(0, 7);

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
    byRule: rulesOf(cases),
    medianHours: hours === null ? null : Math.round(hours * 10) / 10,
  };
}

/** How many were hidden or sent back by each rule. What was reversed afterwards was decided all the same. */
function rulesOf(cases: Counted[]): ModerationMonth['byRule'] {
  const counts = new Map<number, number>();
  for (const { rule, decision } of cases) if (rule && decision !== 'approved') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b).map(([rule, times]) => ({ rule, cases: times }));
}
