import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, newId, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { parseSubject, portions, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { type Activity as ActivityItem, cityRoom, type Params, toParams } from '@isegoria/notifications/contracts';
import { Announcer, Rooms } from '@isegoria/realtime/api';
import { ActivityRecord } from './activity.schema';

/** What happened, for the city's stream. */
export interface Happening {
  about: Subject;
  /** `<slice>.<name>`: the words stand in the slice's catalogue under `activity.<name>`. */
  name: string;
  params: Params;
  at?: Date;
  /** Recording twice under one key is recording once. */
  key?: string;
  /** News for those who follow its district or its category, and too small for the whole city's stream. */
  isLocal?: boolean;
}

const most = 30;
const freshMs = 1_000;

/** The stream of what just happened in the city. */
@Injectable()
export class Activity implements OnModuleInit {
  private latest: { at: number; items: Promise<ActivityItem[]> } | null = null;

  constructor(
    @InjectModel(ActivityRecord.name) private readonly activities: Model<ActivityRecord>,
    private readonly clock: Clock,
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
    private readonly announcer: Announcer,
  ) {}

  onModuleInit(): void {
    this.rooms.open(cityRoom.kind, (_citizen, id) => id === cityRoom.id);
  }

  /** Puts it on record and on every screen that shows the stream. */
  async record(happening: Happening): Promise<void> {
    const cards = await this.subjects.cards([happening.about]);
    const record = this.recordOf(happening, cards);
    const { upsertedCount } = await this.activities.updateOne({ key: record.key }, { $setOnInsert: record }, { upsert: true }).exec();
    if (upsertedCount === 0 || happening.isLocal) return;
    this.latest = null;
    const [shown] = shownOf([record], cards);
    if (shown) await this.announcer.announce(cityRoom, 'activity', shown);
  }

  /** For seeds: the past, without telling anybody. */
  async recordMany(happenings: Happening[]): Promise<void> {
    for (const part of portions(happenings, 500)) {
      const cards = await this.subjects.cards(part.map(({ about }) => about));
      const records = part.map((happening) => ({ ...this.recordOf(happening, cards), ...(happening.at && { saidAt: happening.at }) }));
      await this.activities.bulkWrite(records.map((record) => ({ updateOne: { filter: { key: record.key }, update: { $setOnInsert: record }, upsert: true } })), { ordered: false });
    }
  }

  /** Takes what was told of a subject back: its words are no more. */
  async forget(about: Subject): Promise<void> {
    await this.activities.deleteMany({ about: subjectKey(about) }).exec();
    this.latest = null;
  }

  /** The newest first. Read at most once a second, for the home page shows it to everybody. */
  async last(first?: number | null): Promise<ActivityItem[]> {
    if (!this.latest || this.latest.at < Date.now() - freshMs) this.latest = { at: Date.now(), items: this.read() };
    const items = await this.latest.items;
    return items.slice(0, Math.min(Math.max(first ?? 10, 1), most));
  }

  private async read(): Promise<ActivityItem[]> {
    const found = await this.activities.find({ isLocal: null }).sort({ at: -1, _id: -1 }).limit(most * 2).lean<ActivityRecord[]>().exec();
    return (await this.shown(found)).slice(0, most);
  }

  /** Only what everybody may see: what was hidden since then is not told any more. */
  private async shown(records: ActivityRecord[]): Promise<ActivityItem[]> {
    return shownOf(records, await this.subjects.cards(records.map(({ about }) => parseSubject(about)).filter((about) => about !== null)));
  }

  private recordOf({ about, name, params, at = this.clock.now(), key, isLocal }: Happening, cards: ReadonlyMap<string, SubjectCard>): ActivityRecord {
    const id = newId(at);
    const within = cards.get(subjectKey(about))?.within?.map(subjectKey) ?? [];
    return { _id: id, key: key ?? id, name, about: subjectKey(about), params, at, saidAt: this.clock.now(), ...(within.length > 0 && { within }), ...(isLocal && { isLocal }) };
  }
}

function shownOf(records: readonly ActivityRecord[], cards: ReadonlyMap<string, SubjectCard>): ActivityItem[] {
  return records.flatMap(({ _id: id, name, params, about, at }) => {
    const card = cards.get(about);
    return card?.isPublic ? [{ id, name, params: toParams(params), about: { kind: card.kind, id: card.id }, path: card.path, at }] : [];
  });
}
