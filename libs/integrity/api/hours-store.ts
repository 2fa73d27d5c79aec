import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { unlessThere } from '@isegoria/kernel/api';
import { portions } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { SupportHours, WatchPlace } from './hours.schema';
import { added, type Count, hoursOfRecord, Rhythm } from './rhythm';

/** What some batches add: by the ballot, by the hour. */
export type Gained = ReadonlyMap<string, ReadonlyMap<number, Count>>;

const live = 'live';
/** The embedded store's `$in` costs the square of its length. */
const portion = 50;
/** Due since the first hour of all. */
const atOnce = 1;

/** Keeps how supports came, hour by hour. Every step may be taken twice: a record says up to where it was counted. */
@Injectable()
export class HoursStore {
  constructor(
    @InjectModel(SupportHours.name) private readonly records: Model<SupportHours>,
    @InjectModel(WatchPlace.name) private readonly places: Model<WatchPlace>,
  ) {}

  async place(): Promise<Pick<WatchPlace, 'at' | 'to'>> {
    return (await this.places.findById(live).lean<WatchPlace>().exec()) ?? { at: 0, to: 0 };
  }

  /** Says what is to be counted next, before it is; two who say it at once say the first one's. Answers what holds. */
  async begin(at: number, to: number): Promise<Pick<WatchPlace, 'at' | 'to'>> {
    if (at === 0) await this.places.create({ _id: live, at, to }).catch(unlessThere);
    else await this.places.updateOne({ _id: live, at, to: at }, { $set: { to } }).exec();
    return this.place();
  }

  async done({ at, to }: Pick<WatchPlace, 'at' | 'to'>): Promise<void> {
    await this.places.updateOne({ _id: live, at, to }, { $set: { at: to } }).exec();
  }

  /** Adds what the log says up to a number, some things at a time. A record that has it already stays as it is. */
  async add(gained: Gained, upTo: number, isDue: (ballotId: string, hours: Record<string, Count>) => boolean): Promise<void> {
    for (const things of portions([...gained], portion)) {
      const wanted = recordsOf(things);
      const known = new Map((await this.records.find({ _id: { $in: [...wanted.keys()] } }).lean<SupportHours[]>().exec()).map((record) => [record._id, record]));
      const fresh: SupportHours[] = [];
      const changes = [];
      for (const [_id, { ballotId, counts }] of wanted) {
        const before = known.get(_id);
        if (before && before.upTo >= upTo) continue;
        const hours = sumOf(before?.hours ?? {}, counts);
        const state = { upTo, hours, ...(isDue(ballotId, hours) && { due: atOnce }) };
        if (before) changes.push({ updateOne: { filter: { _id, upTo: before.upTo }, update: { $set: state } } });
        else fresh.push({ _id, ballotId, ...state });
      }
      if (fresh.length > 0) await this.records.insertMany(fresh, { ordered: false }).catch(unlessThere);
      if (changes.length > 0) await this.records.bulkWrite(changes, { ordered: false });
    }
  }

  /** How supports came to a thing, from the beginning on; read a year at a time, as others wait for this process too. */
  async rhythm(ballotId: string): Promise<Rhythm> {
    const rhythm = new Rhythm();
    for await (const { hours } of this.records.find({ ballotId }).sort({ _id: 1 }).lean<SupportHours[]>().cursor({ batchSize: 1 })) {
      rhythm.grow(Object.entries(hours as SupportHours['hours']).map(([hour, count]): [number, Count] => [Number(hour), count]));
    }
    return rhythm;
  }

  /** Some of the things that are to be looked at now, each with the last number that it changed at. */
  async due(until: number, most: number): Promise<Map<string, number>> {
    const records = await this.records.find({ due: { $gt: 0, $lte: until } }, { ballotId: 1, upTo: 1 }).sort({ due: 1 }).limit(most).lean<Pick<SupportHours, 'ballotId' | 'upTo'>[]>().exec();
    const due = new Map<string, number>();
    for (const { ballotId, upTo } of records) due.set(ballotId, Math.max(upTo, due.get(ballotId) ?? 0));
    return due;
  }

  /** A thing was looked at as it stood at a number and an hour, and is due again at another hour where one is said. What changed meanwhile stays due. */
  async seen(ballotId: string, { upTo, until, again }: { upTo: number; until: number; again: number | null }): Promise<void> {
    await this.records.updateMany({ ballotId, due: { $gt: 0, $lte: until }, upTo: { $lte: upTo } }, again === null ? { $unset: { due: 1 } } : { $set: { due: again } }).exec();
  }

  /** Forgets everything that was counted. */
  async clear(): Promise<void> {
    await this.places.deleteMany({}).exec();
    await this.records.deleteMany({}).exec();
  }
}

/** Which records some things are kept in, each with what comes to it. */
function recordsOf(things: readonly [ballotId: string, hours: ReadonlyMap<number, Count>][]) {
  const records = new Map<string, { ballotId: string; counts: [number, Count][] }>();
  for (const [ballotId, hours] of things) {
    for (const entry of hours) {
      const id = `${ballotId}|${String(Math.floor(entry[0] / hoursOfRecord)).padStart(4, '0')}`;
      const record = records.get(id) ?? { ballotId, counts: [] };
      record.counts.push(entry);
      records.set(id, record);
    }
  }
  return records;
}

function sumOf(before: Record<string, Count>, counts: readonly [number, Count][]): Record<string, Count> {
  const after = { ...before };
  for (const [hour, count] of counts) after[hour] = added(before[hour], count);
  return after;
}
