import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type SeedContext, Seeds, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { cityDay, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { CityThemes } from '../themes/city-themes.service';
import { demoVisits } from '../visits/demo-visits';
import { VisitDay } from '../visits/visit.schema';
import { type DemoItem, demoSittings } from './demo-sittings';
import { SittingDocuments } from './sitting-documents.service';
import { type ItemRecord, type Mark, SittingRecord, SubjectDay } from './sitting.schema';
import { Trends } from './trends.service';

const dayMs = 86_400_000;
const CURVE_DAYS = 84;

/** The demo city's council: a coming sitting, one that is over, some weeks of visits, and the days that led to the support of today. Made up, as all of that city. */
@Injectable()
export class SittingsSeed implements OnModuleInit {
  constructor(
    @InjectModel(SittingRecord.name) private readonly sittings: Model<SittingRecord>,
    @InjectModel(SubjectDay.name) private readonly days: Model<SubjectDay>,
    @InjectModel(VisitDay.name) private readonly visits: Model<VisitDay>,
    private readonly trends: Trends,
    private readonly themes: CityThemes,
    private readonly documents: SittingDocuments,
    private readonly subjects: Subjects,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'council', order: 90, run: (context) => this.run(context) });
  }

  private async run({ now, random, progress }: SeedContext): Promise<void> {
    if (await this.sittings.exists({ _id: demoSittings[0]?.id ?? '' })) return;
    await this.trends.write();
    for (const [at, { items, inDays, isOver, ...sitting }] of demoSittings.entries()) {
      const startsAt = evening(new Date(now.getTime() + inDays * dayMs));
      const found = await Promise.all(items.map((item, place) => this.itemOf(item, `${sitting.id}-${place + 1}`)));
      const agenda = found.filter(({ item }) => item.subjects.length > 0);
      await this.curves(agenda.flatMap(({ cards }) => cards), now);
      const { id: _id, title, place } = sitting;
      const record: SittingRecord = { _id, title, place, startsAt, status: 'planned', openedAt: null, closedAt: null, minutesUrl: null, items: agenda.map(({ item }) => item), atOpening: [], atClosing: [], revision: 1 };
      await this.sittings.create(isOver ? await this.over(record, agenda.flatMap(({ cards }) => cards), now) : record);
      progress('sittings', at + 1, demoSittings.length);
    }
    await this.visits.insertMany(demoVisits(now, random), { ordered: false });
    await this.themes.count();
  }

  private async itemOf({ title, about }: DemoItem, id: string): Promise<{ item: ItemRecord; cards: SubjectCard[] }> {
    const found = await Promise.all(about.map(async ({ kind, words, skip = 0, most }) => (await this.subjects.findOf(kind, words, skip + most)).slice(skip)));
    const cards = found.flat().filter(({ isPublic }) => isPublic);
    const subjects: Subject[] = cards.map((card) => ({ kind: card.kind, id: card.id }));
    return { item: { id, title, subjects }, cards };
  }

  /** The days before today, each a little lower, down to nothing on the day on which the subject was made. */
  private async curves(cards: readonly SubjectCard[], now: Date): Promise<void> {
    const known = await this.days.find({ subject: { $in: cards.map(subjectKey) }, day: cityDay(now) }).lean<SubjectDay[]>().exec();
    const lines = known.flatMap(({ subject, people }) => {
      const card = cards.find((one) => subjectKey(one) === subject);
      return card ? Array.from({ length: CURVE_DAYS }, (_, back) => new Date(now.getTime() - (back + 1) * dayMs)).filter((at) => at > card.createdAt).map((at) => lineOf(subject, cityDay(at), Math.round(people * grown(card, at, now)))) : [];
    });
    if (lines.length > 0) await this.days.insertMany(lines, { ordered: false }).catch(() => undefined);
  }

  private async over(record: SittingRecord, cards: readonly SubjectCard[], now: Date): Promise<SittingRecord> {
    const openedAt = new Date(record.startsAt.getTime() + 6 * 60_000);
    const closedAt = new Date(record.startsAt.getTime() + 108 * 60_000);
    const marks = await this.documents.marks(record);
    const at = (moment: Date): Mark[] => marks.map((mark) => ({ ...mark, value: Math.round(mark.value * mean(cards.map((card) => grown(card, moment, now)))) }));
    return { ...record, status: 'closed', openedAt, closedAt, atOpening: at(openedAt), atClosing: at(closedAt), revision: 3 };
  }
}

/** What part of today's people a subject had at a moment: fast at first, then slower. */
function grown({ createdAt }: SubjectCard, at: Date, now: Date): number {
  const share = (at.getTime() - createdAt.getTime()) / Math.max(1, now.getTime() - createdAt.getTime());
  return share <= 0 ? 0 : Math.min(1, share) ** 0.6;
}

const lineOf = (subject: string, day: string, people: number): SubjectDay => ({ _id: `${subject}|${day}`, subject, day, people, seq: 0 });
const mean = (numbers: readonly number[]): number => (numbers.length === 0 ? 1 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length);

/** Half past six in the evening in Athens, near enough in both halves of the year. */
function evening(at: Date): Date {
  return new Date(`${cityDay(at)}T16:30:00Z`);
}
