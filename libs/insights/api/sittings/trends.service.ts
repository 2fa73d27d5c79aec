import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Briefing, Briefings, Clock, Events, type SubjectCard, titlesOf, unlessThere } from '@isegoria/kernel/api';
import { cityDay, type DocumentPart, type DocumentTable, type EventMap, subjectKey } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Gathering } from '../gathering';
import { SubjectDay } from './sitting.schema';
import { beforeAndAfter, weeksOf, type Week } from './trend.rules';

type Counted = EventMap['ballot.counted'];

/** So long counts are gathered: what is kept is how a day ended, and ten thousand votes in these seconds are one line written. */
const GATHER_MS = 5_000;
const WEEKS = 12;
const KINDS: readonly Counted['kind'][] = ['support', 'evaluation'];

/** How many people stood behind a subject on each day, from what is counted, and the trend that it makes for a sitting. */
@Injectable()
export class Trends implements OnModuleInit, OnModuleDestroy {
  private readonly waiting = new Map<string, Omit<SubjectDay, '_id'>>();
  private readonly gathering = new Gathering(GATHER_MS, () => this.keep(), 'the counts of a day were not written');

  constructor(
    @InjectModel(SubjectDay.name) private readonly days: Model<SubjectDay>,
    private readonly events: Events,
    private readonly briefings: Briefings,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on('ballot.counted', 'insights.trends', (counted) => this.note(counted));
    const briefing: Briefing = { name: 'insights.trend', order: 20, parts: (subjects, now) => this.parts(subjects, now) };
    this.briefings.register(briefing);
  }

  async onModuleDestroy(): Promise<void> {
    await this.gathering.stop();
    await this.write();
  }

  /** Writes what was gathered. A count that is lost with a killed process is made good by the next one of that day. */
  write(): Promise<void> {
    return this.gathering.now();
  }

  private async keep(): Promise<void> {
    const lines = [...this.waiting.values()];
    this.waiting.clear();
    // An older count that comes late finds no older line to change, and none that it could make beside the newer one.
    const writes = lines.map(({ subject, day, people, seq }) => (
      { updateOne: { filter: { _id: `${subject}|${day}`, seq: { $lt: seq } }, update: { $set: { subject, day, people, seq } }, upsert: true } }
    ));
    if (writes.length > 0) await this.days.bulkWrite(writes, { ordered: false }).catch(unlessThere);
  }

  private note({ subject, kind, voters, seq }: Counted): void {
    if (!KINDS.includes(kind) || subject.kind === 'comment') return;
    const key = subjectKey(subject);
    const line = { subject: key, day: cityDay(this.clock.now()), people: voters, seq };
    const known = this.waiting.get(`${key}|${line.day}`);
    if (!known || known.seq < seq) this.waiting.set(`${key}|${line.day}`, line);
    this.gathering.soon();
  }

  private async parts(subjects: readonly SubjectCard[], now: Date): Promise<DocumentPart[]> {
    const found = await this.days.find({ subject: { $in: subjects.map(subjectKey) } }).sort({ subject: 1, day: 1 }).lean<SubjectDay[]>().exec();
    const lines = subjects.flatMap((card) => {
      const days = found.filter(({ subject }) => subject === subjectKey(card));
      const weeks = weeksOf(days, { createdDay: cityDay(card.createdAt), today: cityDay(now), most: WEEKS });
      return weeks.length > 1 ? [{ card, weeks }] : [];
    });
    if (lines.length === 0) return [];
    const tables = [tableOf(lines)];
    const title = { el: 'Πώς αλλάζει', en: 'How it changes' };
    return [{ id: 'insights.trend', title, lead: null, measures: [], lines: lines.flatMap(({ card, weeks }) => spoken(card, weeks)), tables }];
  }
}

interface Line {
  card: SubjectCard;
  weeks: Week[];
}

function tableOf(lines: readonly Line[]): DocumentTable {
  const weeks = [...new Set(lines.flatMap((line) => line.weeks.map(({ week }) => week)))].sort().slice(-WEEKS);
  return {
    id: 'trend',
    title: { el: 'Νέοι άνθρωποι ανά εβδομάδα', en: 'New people by week' },
    note: {
      el: 'Πόσοι περισσότεροι στηρίζουν ή αξιολόγησαν στο τέλος της εβδομάδας απ’ ό,τι στην αρχή της· όσοι απέσυραν τη στήριξη αφαιρούνται. Η τελευταία εβδομάδα τρέχει ακόμη.',
      en: 'By how many more people supported or had evaluated at the end of the week than at its beginning; those who took their support back are taken off. The last week is still running.',
    },
    chart: 'line',
    columns: [
      { key: 'week', label: { el: 'Εβδομάδα από', en: 'Week from' }, type: 'date' },
      ...lines.map(({ card }, at) => ({ key: `s${at}`, label: titlesOf(card), type: 'number' as const })),
    ],
    rows: weeks.map((week) => ({
      week: new Date(`${week}T00:00:00Z`),
      ...Object.fromEntries(lines.map((line, at) => [`s${at}`, line.weeks.find((one) => one.week === week)?.grew ?? null])),
    })),
  };
}

function spoken(card: SubjectCard, weeks: readonly Week[]): DocumentPart['lines'] {
  const change = beforeAndAfter(weeks);
  if (!change) return [];
  const { before, after } = change;
  const title = titlesOf(card);
  const text = { el: `«${title.el}»: ${after} ${after === 1 ? 'νέος' : 'νέοι'} τις τελευταίες τέσσερις εβδομάδες, ${before} τις τέσσερις πριν.`, en: `“${title.en}”: ${after} new in the last four weeks, ${before} in the four before.` };
  return [{ text, note: null, path: card.path, tone: 'plain' }];
}
