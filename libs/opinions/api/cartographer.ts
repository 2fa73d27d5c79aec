import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, eachLeft, Events, Jobs } from '@isegoria/kernel/api';
import { parseSubject } from '@isegoria/kernel/contracts';
import { Announcer } from '@isegoria/realtime/api';
import { AnswerBook } from './answer-book';
import { CoordinationSigns } from './coordination-signs';
import { type KeptMap, keptOf, memoryOf } from './kept-map';
import { MapThread } from './map-thread';
import { shownMap } from './map-view';
import { opinionsEnv } from './opinions.env';
import { DueRecord, LatestRecord, MapRecord, StatementRecord } from './opinion.schema';

const mostBooks = 30;
/** Answers of other processes may become readable a little after ones with a later moment, and their clocks may be some seconds apart. */
const overlapMs = 15_000;
/** A map that everybody's answers wait for is drawn about once a second, not at each answer; on a busy machine more seldom, so that drawing takes no more than half of the time. */
const restMs = 700;
const longestRestMs = 5_000;

/** Draws the maps that are due, one after another, in a thread. Drawn twice, a map only becomes the same again. */
@Injectable()
export class Cartographer {
  private readonly books = new Map<string, AnswerBook>();
  private readonly noting = new Map<string, Promise<void>>();
  private readonly next = new Map<string, Promise<void>>();

  constructor(
    @InjectModel(DueRecord.name) private readonly dues: Model<DueRecord>,
    @InjectModel(MapRecord.name) private readonly maps: Model<MapRecord>,
    @InjectModel(StatementRecord.name) private readonly statements: Model<StatementRecord>,
    @InjectModel(LatestRecord.name) private readonly latest: Model<LatestRecord>,
    private readonly thread: MapThread,
    private readonly signs: CoordinationSigns,
    private readonly announcer: Announcer,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Something changed under a subject: its map is due. Those who come while one is being noted are noted together by the next. */
  due(subject: string): Promise<void> {
    const waiting = this.next.get(subject);
    if (waiting) return waiting;
    const former = this.noting.get(subject);
    if (!former) return this.begin(subject);
    const next = former.then(() => this.begin(subject), () => this.begin(subject));
    this.next.set(subject, next);
    return next;
  }

  /** Draws every map that is due. */
  async drawDue(): Promise<void> {
    const due = await this.dues.find({ due: true }).limit(100).lean<DueRecord[]>().exec();
    const begun = performance.now();
    await eachLeft('maps', due, (one) => this.draw(one));
    const rest = Math.min(longestRestMs, Math.max(restMs, performance.now() - begun));
    if (due.length > 0) await new Promise((wake) => setTimeout(wake, rest));
  }

  /** Forgets what is in memory, after the answers were made anew. */
  forget(subject: string): void {
    this.books.delete(subject);
  }

  private begin(subject: string): Promise<void> {
    this.next.delete(subject);
    const noting = this.note(subject).finally(() => this.noting.get(subject) === noting && this.noting.delete(subject));
    this.noting.set(subject, noting);
    return noting;
  }

  private async note(subject: string): Promise<void> {
    await this.dues.updateOne({ _id: subject }, { $inc: { changes: 1 }, $set: { due: true } }, { upsert: true }).exec();
    await this.jobs.nudge('opinions.map');
  }

  private async draw({ _id: subject, changes }: DueRecord): Promise<void> {
    const record = (await this.maps.findById(subject).lean<MapRecord>().exec()) ?? { _id: subject, version: 0, statements: [], kept: null };
    const numbered = await this.numbered(record);
    const book = await this.book(subject, new Map(numbered.map(({ _id }, number) => [_id, number])));
    const out = new Set(numbered.flatMap(({ visibility }, number) => (visibility === 'public' ? [] : [number])));
    const before = record.kept ? memoryOf(record.kept as KeptMap, numbered.length) : null;
    const minimum = opinionsEnv.OPINIONS_GROUP_MINIMUM;
    const map = await this.thread.compute(book.votes(numbered.length), { out, before, fewest: minimum });
    const statements = numbered.map(({ _id: id, text }) => ({ id, text }));
    const shown = shownMap({ votes: book.votes(numbered.length), statements, out, map, minimum, version: record.version + 1, at: this.clock.now() });
    // A map that could not be drawn leaves the figures without places.
    const kept = map ? keptOf(shown, map, out) : { ...empty, shown };
    const drawn = { kept, statements: statements.map(({ id }) => id), version: record.version + 1 };
    await this.maps.updateOne({ _id: subject }, { $set: drawn }, { upsert: true }).exec();
    await this.dues.updateOne({ _id: subject, changes }, { $set: { due: false } }).exec();
    await this.tell(subject, shown);
    await this.signs.look(subject, book, shown.findings, statements);
  }

  private async tell(key: string, { version, participants, answers, groups }: KeptMap['shown']): Promise<void> {
    const subject = parseSubject(key);
    if (!subject) return;
    const delta = { version, participants, answers, groups: groups.length };
    await this.announcer.announce(subject, 'opinions.mapped', delta);
    await this.events.publish('opinions.mapped', { subject, ...delta });
  }

  /** The statements by their number: numbers of before stay, new ones follow. */
  private async numbered({ _id: subject, statements }: MapRecord): Promise<StatementRecord[]> {
    const all = await this.statements.find({ subject }).sort({ _id: 1 }).limit(10_000).lean<StatementRecord[]>().exec();
    const known = new Map(statements.map((id, number) => [id, number]));
    return all.sort((one, other) => (known.get(one._id) ?? Infinity) - (known.get(other._id) ?? Infinity) || (one._id < other._id ? -1 : 1));
  }

  private async book(subject: string, numberOf: Map<string, number>): Promise<AnswerBook> {
    const book = this.books.get(subject) ?? new AnswerBook();
    this.books.delete(subject);
    this.books.set(subject, book);
    const [oldest] = this.books.keys();
    if (this.books.size > mostBooks && oldest !== undefined) this.books.delete(oldest);
    const began = this.clock.now().getTime();
    for (const asked of book.upTo === 0 ? slices : [{ written: { $gte: new Date(book.upTo - overlapMs) } }]) {
      const fresh = this.latest.find({ subject, ...asked }, { person: 1, statementId: 1, value: 1, at: 1, fromNewAccount: 1 }).lean<LatestRecord[]>();
      for await (const { person, statementId, value, at, fromNewAccount } of fresh.cursor({ batchSize: 1000 })) {
        const statement = numberOf.get(statementId);
        if (statement !== undefined) book.take({ person, statement, value, at: at.getTime(), isNew: fromNewAccount ?? false });
      }
    }
    // Only now: a reading that was broken off is begun again where it began.
    book.upTo = began;
    return book;
  }
}

/**
 * All answers of a subject, a sixty-fourth of its people at a time, by the first sign of their keys: some stores pick out all that a
 * question asks for before they give the first, and answer nobody else meanwhile.
 */
const signs = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'];
const slices: { person: { $gte?: string; $lt?: string } }[] = [{ person: { $lt: '0' } }, ...signs.map((sign, at) => ({ person: { $gte: sign, ...(at + 1 < signs.length ? { $lt: signs[at + 1] } : {}) } }))];

const empty: Omit<KeptMap, 'shown'> = { means: [], out: [], axes: [[], []], groups: { centres: [], challenge: null, round: 0, names: [] }, base: null, extremities: [] };
