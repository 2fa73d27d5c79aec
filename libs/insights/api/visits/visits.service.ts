import { cityDay, localeOf } from '@isegoria/kernel/contracts';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { pageKindOf, type VisitInput } from '@isegoria/insights/contracts';
import { Clock, Subjects } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { Gathering } from '../gathering';
import { VisitDay } from './visit.schema';

const GATHER_MS = 2_000;
/** Nobody's visits are told apart, so a flood is not told from a crowd: beyond this many a second, and this many lines at once, none is counted. */
const most = { perSecond: 200, lines: 2_000, kinds: 80 } as const;

type Line = Omit<VisitDay, '_id' | 'times'>;

/** Counts pages that were opened. It is told nothing of who opened them, and does not look. */
@Injectable()
export class Visits implements OnModuleDestroy {
  private readonly gathered = new Map<string, { line: Line; times: number }>();
  private readonly kinds = new Set<string>();
  private readonly gathering = new Gathering(GATHER_MS, () => this.keep(), 'visits were not written');
  private second = { at: 0, counted: 0 };

  constructor(
    @InjectModel(VisitDay.name) private readonly days: Model<VisitDay>,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  async count({ page, processId, device, locale, origin, signedIn }: VisitInput): Promise<void> {
    const now = this.clock.now();
    if (this.isFlood(now)) return;
    const kind = this.kindOf(page);
    const process = kind === 'processes' && processId ? await this.known(processId) : null;
    const line: Line = { day: cityDay(now), page: kind, processId: process, device, locale: localeOf(locale), origin, signedIn };
    const key = Object.values(line).join('|');
    if (this.gathered.size >= most.lines && !this.gathered.has(key)) return;
    this.gathered.set(key, { line, times: (this.gathered.get(key)?.times ?? 0) + 1 });
    this.gathering.soon();
  }

  async onModuleDestroy(): Promise<void> {
    await this.gathering.stop();
    await this.write();
  }

  /** A process that is killed takes two seconds of visits with it: these are no votes. */
  write(): Promise<void> {
    return this.gathering.now();
  }

  private async keep(): Promise<void> {
    const lines = [...this.gathered];
    this.gathered.clear();
    const writes = lines.map(([key, { line, times }]) => ({ updateOne: { filter: { _id: key }, update: { $setOnInsert: line, $inc: { times } }, upsert: true } }));
    if (writes.length > 0) await this.days.bulkWrite(writes, { ordered: false });
  }

  private isFlood(now: Date): boolean {
    const at = Math.floor(now.getTime() / 1000);
    this.second = this.second.at === at ? { at, counted: this.second.counted + 1 } : { at, counted: 1 };
    return this.second.counted > most.perSecond;
  }

  /** The city has some dozens of kinds of pages; whoever makes up more finds them all under one. */
  private kindOf(page: string): string {
    const kind = pageKindOf(`/${page === 'home' ? '' : page}`);
    if (!this.kinds.has(kind) && this.kinds.size >= most.kinds) return 'other';
    this.kinds.add(kind);
    return kind;
  }

  private async known(id: string): Promise<string | null> {
    const card = await this.subjects.card({ kind: 'process', id: String(id).slice(0, 60) });
    return card?.id ?? null;
  }
}
