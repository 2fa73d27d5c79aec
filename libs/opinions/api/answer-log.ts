import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, newId, unlessThere } from '@isegoria/kernel/api';
import { AnswerRecord, LatestRecord } from './opinion.schema';

/** The log of all answers and the view of the latest ones. An answer is in when the log has it; the view can be made again from it. */
@Injectable()
export class AnswerLog {
  constructor(
    @InjectModel(AnswerRecord.name) private readonly answers: Model<AnswerRecord>,
    @InjectModel(LatestRecord.name) private readonly latest: Model<LatestRecord>,
    private readonly clock: Clock,
  ) {}

  async append(answer: Omit<AnswerRecord, '_id'>): Promise<void> {
    const entry: AnswerRecord = { _id: newId(answer.at), ...answer };
    await this.answers.create(entry);
    await this.view([entry]);
  }

  /** Many at once, from an import or a seed: the same ids bring the same answers only once. Answers how many were new. */
  async appendMany(entries: AnswerRecord[]): Promise<number> {
    let added = 0;
    for (let from = 0; from < entries.length; from += 2000) {
      const batch = entries.slice(from, from + 2000);
      const known = new Set((await this.answers.find({ _id: { $in: batch.map(({ _id }) => _id) } }, { _id: 1 }).lean<{ _id: string }[]>().exec()).map(({ _id }) => _id));
      const fresh = batch.filter(({ _id }) => !known.has(_id));
      if (fresh.length === 0) continue;
      await this.answers.insertMany(fresh, { ordered: false });
      const last = new Map(fresh.map((entry) => [`${entry.statementId}|${entry.person}`, entry]));
      await this.view([...last.values()]);
      added += fresh.length;
    }
    return added;
  }

  /** What a person said under a subject, the latest first. */
  of(subject: string, person: string): Promise<LatestRecord[]> {
    return this.latest.find({ subject, person }).sort({ at: -1 }).limit(10_000).lean<LatestRecord[]>().exec();
  }

  /** Makes the view of the latest answers again from the log. */
  async rebuild(progress: (done: number, total: number) => void): Promise<string[]> {
    await this.latest.deleteMany({}).exec();
    const total = await this.answers.estimatedDocumentCount().exec();
    let [done, batch] = [0, new Map<string, AnswerRecord>()];
    for await (const entry of this.answers.find().sort({ _id: 1 }).lean<AnswerRecord[]>().cursor({ batchSize: 2000 })) {
      batch.set(`${entry.statementId}|${entry.person}`, entry);
      if (++done % 2000 === 0) {
        await this.view([...batch.values()]);
        batch = new Map();
        progress(done, total);
      }
    }
    if (batch.size > 0) await this.view([...batch.values()]);
    return this.latest.distinct('subject').exec();
  }

  private async view(entries: AnswerRecord[]): Promise<void> {
    const written = this.clock.now();
    const ids = entries.map(({ statementId, person }) => `${statementId}|${person}`);
    const known = entries.length === 1 ? null : new Set((await this.latest.find({ _id: { $in: ids } }, { _id: 1 }).lean<{ _id: string }[]>().exec()).map(({ _id }) => _id));
    // Many at once are mostly new: inserting is quicker than looking for each, and one that came in between is put right by the second step.
    const fresh = entries.filter((_, at) => known && !known.has(ids[at] ?? ''));
    const refused = fresh.length > 0 && !(await this.insertAll(fresh.map(({ _id: entry, ...rest }) => ({ _id: `${rest.statementId}|${rest.person}`, ...rest, entry, written }))));
    const rest = refused || !known ? entries : entries.filter((_, at) => known.has(ids[at] ?? ''));
    if (rest.length > 0) await this.latest.bulkWrite(rest.map((entry) => latestOf(entry, written)), { ordered: false }).catch(unlessThere);
  }

  /** Whether all of them were new. */
  private async insertAll(records: LatestRecord[]): Promise<boolean> {
    try {
      await this.latest.insertMany(records, { ordered: false });
      return true;
    } catch (error) {
      unlessThere(error);
      return false;
    }
  }
}

/** An older entry never replaces a newer one: where the newer is there already, the insert of a second is refused by the id. */
function latestOf({ _id: entry, subject, statementId, person, value, at, fromNewAccount = false }: AnswerRecord, written: Date) {
  const _id = `${statementId}|${person}`;
  return { updateOne: { filter: { _id, entry: { $lte: entry } }, update: { $set: { subject, statementId, person, value, entry, at, fromNewAccount, written } }, upsert: true } };
}
