import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { pageOf, Subjects, titlesOf } from '@isegoria/kernel/api';
import { type Page, parseSubject, portions, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { type NewsItem, toParams } from '@isegoria/notifications/contracts';
import { isPart } from '@isegoria/organisation/contracts';
import { ActivityRecord } from '../activity.schema';
import { Follow } from '../follow.schema';
import { isInDigest, isNewsTo, onePerSubject, type Reader, type Thing } from './news.rules';

/** Which news: of these parts of the city, and of a span where one is said. */
interface Asked {
  parts: readonly string[];
  since?: Date | null;
  until?: Date | null;
}

interface PageAsked {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** For how long what was read of a span serves other readers of the process: who hides a thing waits no longer than that until mails leave it out. */
const keptMs = 30_000;

/** What the city's stream tells of its districts and categories. A thing is looked at when it is read: what was hidden, taken back or moved meanwhile is not told any more. */
@Injectable()
export class News {
  private kept: { since: Date; until: Date; readAt: number; things: Promise<Thing[]> } | null = null;

  constructor(
    @InjectModel(ActivityRecord.name) private readonly activities: Model<ActivityRecord>,
    @InjectModel(Follow.name) private readonly follows: Model<Follow>,
    private readonly subjects: Subjects,
  ) {}

  /** A page for everybody of one part. */
  async of(part: Subject, asked: PageAsked): Promise<Page<NewsItem>> {
    const key = subjectKey(part);
    return this.page({ parts: [key] }, asked, ({ within }) => within.includes(key));
  }

  /** A page for one citizen of all that they follow, or of one part among it; of a digest's span it shows what the digest counted. */
  async for(reader: Reader, { part, since, until }: { part: Subject | null; since: Date | null; until: Date | null }, asked: PageAsked): Promise<Page<NewsItem>> {
    const parts = [...reader.parts.keys()].filter((key) => part === null || key === subjectKey(part));
    if (parts.length === 0) return { items: [], next: null, total: 0 };
    const narrow = { ...reader, parts: new Map(parts.map((key) => [key, reader.parts.get(key) ?? new Date(0)])) };
    return this.page({ parts, since, until }, asked, (thing) => (since && until ? isInDigest(narrow, thing, since, until) : isNewsTo(narrow, thing)));
  }

  /** All news of a span, newest first, as it was read a moment ago for somebody else. A span that begins later is part of it. */
  between(since: Date, until: Date): Promise<Thing[]> {
    const { kept } = this;
    const serves = kept && kept.until.getTime() === until.getTime() && kept.since <= since && performance.now() - kept.readAt < keptMs;
    return serves ? kept.things : this.readAnew(since, until);
  }

  /** The same as it is now: read once, for all readers of the span. */
  readAnew(since: Date, until: Date): Promise<Thing[]> {
    const things = this.read(since, until);
    const reading = { since, until, readAt: performance.now(), things };
    this.kept = reading;
    // A reading that failed is not kept: the next one who asks tries again.
    things.catch(() => {
      if (this.kept === reading) this.kept = null;
    });
    return things;
  }

  /** What is known of some readers: one question for all of them. */
  async readers(ids: readonly string[]): Promise<Map<string, Reader>> {
    const found = await this.follows.find({ citizenId: { $in: [...ids] } }, { citizenId: 1, subject: 1, off: 1, at: 1 }).lean<Follow[]>().exec();
    const known = new Map(ids.map((id) => [id, { id, parts: new Map<string, Date>(), things: new Set<string>() }]));
    for (const { citizenId, subject, off, at } of found) {
      const about = parseSubject(subject);
      if (!about || !isPart(about)) known.get(citizenId)?.things.add(subject);
      else if (!off) known.get(citizenId)?.parts.set(subject, at);
    }
    return known;
  }

  async reader(id: string): Promise<Reader> {
    return (await this.readers([id])).get(id) ?? { id, parts: new Map(), things: new Set() };
  }

  private async page({ parts, since, until }: Asked, { first, after }: PageAsked, isShown: (thing: Thing) => boolean): Promise<Page<NewsItem>> {
    const span = { ...(since && { $gte: since }), ...(until && { $lt: until }) };
    const filter = { within: { $in: [...parts] }, ...((since ?? until) && { saidAt: span }) };
    const page = await pageOf(this.activities, { filter, sort: [['saidAt', -1], ['_id', -1]], first, after });
    const things = onePerSubject((await this.shown(page.items)).filter(isShown));
    return { ...page, items: things.map(itemOf) };
  }

  private async read(since: Date, until: Date): Promise<Thing[]> {
    const records = await this.activities.find({ saidAt: { $gte: since, $lt: until }, within: { $exists: true } }).sort({ saidAt: -1, _id: -1 }).lean<ActivityRecord[]>().exec();
    const things: Thing[] = [];
    for (const part of portions(records, 500)) things.push(...(await this.shown(part)));
    return things;
  }

  private async shown(records: readonly ActivityRecord[]): Promise<Thing[]> {
    const cards = await this.subjects.cards(records.flatMap(({ about }) => parseSubject(about) ?? []));
    return records.flatMap(({ _id: id, name, params, about, at, saidAt = at }) => {
      const card = cards.get(about);
      const within = card?.within?.map(subjectKey) ?? [];
      return card?.isPublic && within.length > 0 ? [{ id, name, params, about, within, authorId: card.authorId, title: titlesOf(card), path: card.path, at, saidAt }] : [];
    });
  }
}

function itemOf({ id, name, params, about, within, title, path, at }: Thing): NewsItem {
  return { id, name, params: toParams(params), about: parseSubject(about) ?? { kind: 'none', id }, title, path, within: within.flatMap((key) => parseSubject(key) ?? []), at };
}
