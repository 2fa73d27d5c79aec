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

  /** Adds what the log says up to a number. A record that has it already stays as it is. */
  async add(gained: Gained, upTo: number, isDue: (ballotId: string, hours: Record<string, Count>) => boolean): Promise<void> {
    const wanted = new Map<string, { ballotId: string; counts: [number, Count][] }>();
    for (const [ballotId, hours] of gained) {
      for (const entry of hours) {
        const id = `${ballotId}|${Math.floor(entry[0] / hoursOfRecord)}`;
        const record = wanted.get(id);
        if (record) record.counts.push(entry);
        else wanted.set(id, { ballotId, counts: [entry] });
      }
    }
    for (const ids of portions([...wanted.keys()], portion)) {
      const known = new Map((await this.records.find({ _id: { $in: ids } }).lean<SupportHours[]>().exec()).map((record) => [record._id, record]));
      const fresh: SupportHours[] = [];
      const changes = [];
      for (const _id of ids) {
        const { ballotId = '', counts = [] } = wanted.get(_id) ?? {};
        const before = known.get(_id);
        if (before && before.upTo >= upTo) continue;
        const hours = sumOf(before?.hours ?? {}, counts);
        const state = { upTo, hours, ...(isDue(ballotId, hours) && { due: upTo }) };
        if (before) changes.push({ updateOne: { filter: { _id, upTo: before.upTo }, update: { $set: state } } });
        else fresh.push({ _id, ballotId, ...state });
      }
      if (fresh.length > 0) await this.records.insertMany(fresh, { ordered: false }).catch(unlessThere);
      if (changes.length > 0) await this.records.bulkWrite(changes, { ordered: false });
    }
  }

  /** How supports came to a thing, from the beginning on. */
  async rhythm(ballotId: string): Promise<Rhythm> {
    const records = await this.records.find({ ballotId }).sort({ _id: 1 }).lean<SupportHours[]>().exec();
    return new Rhythm(records.flatMap(({ hours }) => Object.entries(hours).map(([hour, count]): [number, Count] => [Number(hour), count])));
  }

  /** Some of the things that are still to be looked at, each with the last number that it changed at. */
  async due(most: number): Promise<Map<string, number>> {
    const records = await this.records.find({ due: { $gt: 0 } }, { ballotId: 1, due: 1 }).sort({ due: 1 }).limit(most).lean<Pick<SupportHours, 'ballotId' | 'due'>[]>().exec();
    const due = new Map<string, number>();
    for (const { ballotId, due: at = 0 } of records) due.set(ballotId, Math.max(at, due.get(ballotId) ?? 0));
    return due;
  }

  /** A thing was looked at, as it stood at a number. */
  async seen(ballotId: string, upTo: number): Promise<void> {
    await this.records.updateMany({ ballotId, due: { $gt: 0, $lte: upTo } }, { $unset: { due: 1 } }).exec();
  }

  /** Forgets everything that was counted. */
  async clear(): Promise<void> {
    await this.places.deleteMany({}).exec();
    await this.records.deleteMany({}).exec();
  }
}

function sumOf(before: Record<string, Count>, counts: readonly [number, Count][]): Record<string, Count> {
  const after = { ...before };
  for (const [hour, count] of counts) after[hour] = added(before[hour], count);
  return after;
}
