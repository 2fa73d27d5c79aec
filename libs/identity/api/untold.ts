import type { Model } from 'mongoose';
import { eachLeft } from '@isegoria/kernel/api';

/** A record of an act of power, written in one transaction with what it changed. */
interface Told {
  _id: string;
  at: Date;
  /** Whether the others have heard of it; not there in records from before it was kept. */
  isTold?: boolean;
}

/** Whoever writes a record tells of it at once. One that is older than this and untold was left by a process that died. */
const leftMs = 10_000;

/** Tells of one, and says so in the record. May tell twice. */
export async function tellOf<R extends Told>(records: Model<R>, record: R, tell: (record: R) => Promise<void>): Promise<void> {
  await tell(record);
  await records.collection.updateOne({ _id: record._id as never }, { $set: { isTold: true } });
}

/** The same of all that were left untold, the oldest first. */
export async function tellLeft<R extends Told>(records: Model<R>, now: Date, tell: (record: R) => Promise<void>): Promise<void> {
  const left = records.collection.find({ isTold: false, at: { $lt: new Date(now.getTime() - leftMs) } }).sort({ at: 1 }).limit(100);
  await eachLeft(records.collection.name, left as AsyncIterable<unknown> as AsyncIterable<R>, (record) => tellOf(records, record, tell));
}
