import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { ClientSession, Connection } from 'mongoose';
import { Transactions, unlessMissing, unlessThere } from '@isegoria/kernel/api';
import { portions } from '@isegoria/kernel/contracts';
import type { Change, Count, Supporter, Vote } from './counting';

/** What was counted but perhaps not told yet. It is written with the count, so that a crash between the two tells it again. */
export interface News {
  ballots: string[];
  joined: Supporter[];
  left: Supporter[];
}

/** How far a count has come. Votes and tallies belong to a generation: a rebuild makes a new one beside the old. */
export interface Checkpoint {
  /** `live` is what everybody reads. */
  _id: string;
  at: number;
  generation: string;
  untold: News | null;
}

/** Another runner moved the checkpoint first; what this one counted is thrown away. */
export class Overtaken extends Error {}

/** The store of the projection: the checkpoint, and a generation's votes and tallies. Moved only together. */
@Injectable()
export class ProjectionStore {
  constructor(
    @InjectConnection() private readonly mongo: Connection,
    private readonly transactions: Transactions,
  ) {}

  /** Where the count of this name stands; it is made where it is not. */
  async checkpoint(name = 'live', generation = 'first'): Promise<Checkpoint> {
    const known = await this.checkpoints().findOne({ _id: name });
    if (known) return known;
    const made = { _id: name, at: 0, generation, untold: null };
    await this.prepare(generation);
    // Two processes may make it at once: the id lets one of them, and both read that one.
    await this.checkpoints().insertOne(made, { writeConcern: { w: 'majority' } }).catch(unlessThere);
    return this.checkpoint(name);
  }

  async votes(generation: string, ids: readonly string[]): Promise<Map<string, Vote>> {
    return this.byId<Vote>(`votes_${generation}`, ids);
  }

  /** Every vote on a ballot. Reads the whole generation on some stores: for a ballot that is over, once. */
  votesOn(generation: string, ballotId: string): Promise<Vote[]> {
    // `}` is the sign after `|`: everything that begins with `ballot|` lies between.
    return this.db().collection<Vote>(`votes_${generation}`).find({ _id: { $gte: `${ballotId}|`, $lt: `${ballotId}}` } }).toArray();
  }

  async tallies(generation: string, ids: readonly string[]): Promise<Map<string, Count>> {
    return this.byId<Count>(`tallies_${generation}`, ids);
  }

  /** Every tally of a generation. */
  allTallies(generation: string): Promise<Count[]> {
    return this.db().collection<Count>(`tallies_${generation}`).find().toArray();
  }

  /** The places of the casts without effect, by their batch, of some batches that were counted. */
  async idleCasts(generation: string, numbers: readonly number[]): Promise<Map<number, ReadonlySet<number>>> {
    const found = await this.db().collection<IdleCasts>(`idle_casts_${generation}`).find({ _id: { $in: [...numbers] } }).toArray();
    return new Map(found.map(({ _id, at }) => [_id, new Set(at)]));
  }

  /** Moves votes, tallies and checkpoint in one transaction, or nothing. `known` are the ids that exist already. */
  async move(from: Checkpoint, at: number, { votes, tallies, joined, left, idle }: Change, known: { has(id: string): boolean }): Promise<void> {
    const untold = { ballots: tallies.map(({ _id }) => _id), joined, left };
    await this.transactions.run(async (session) => {
      await this.step(from, { at, untold }, session);
      await this.put(`votes_${from.generation}`, votes, known, session);
      await this.put(`tallies_${from.generation}`, tallies, known, session);
      await this.put(`idle_casts_${from.generation}`, bySeq(idle), nothingKnown, session);
    });
  }

  /** The news of this checkpoint has been told. */
  async told({ _id, at, generation }: Checkpoint): Promise<void> {
    await this.checkpoints().updateOne({ _id, at, generation }, { $set: { untold: null } }, { writeConcern: { w: 'majority' } });
  }

  /** Makes another count, that has come exactly as far, the one that everybody reads. One step: nobody sees nothing. */
  async promote(live: Checkpoint, rebuilt: Checkpoint): Promise<void> {
    await this.transactions.run(async (session) => {
      const { deletedCount } = await this.checkpoints().deleteOne({ _id: rebuilt._id, at: rebuilt.at }, { session });
      if (deletedCount !== 1) throw new Overtaken();
      await this.step(live, { generation: rebuilt.generation }, session);
    });
  }

  /** Throws a generation away. */
  async drop(generation: string): Promise<void> {
    for (const name of collectionsOf(generation)) await this.db().dropCollection(name).catch(unlessMissing);
  }

  /** The counts that a rebuild left behind when it was broken off. */
  unfinished(): Promise<Checkpoint[]> {
    return this.checkpoints().find({ _id: { $ne: 'live' } }).toArray();
  }

  async forget({ _id }: Checkpoint): Promise<void> {
    await this.checkpoints().deleteOne({ _id });
  }

  /** The checkpoint moves only from where it was read: of two runners one gets a match, the other undoes everything. */
  private async step({ _id, at, generation }: Checkpoint, to: Partial<Checkpoint>, session: ClientSession): Promise<void> {
    const { modifiedCount } = await this.checkpoints().updateOne({ _id, at, generation }, { $set: to }, { session });
    if (modifiedCount !== 1) throw new Overtaken();
  }

  private async put<I extends string | number>(name: string, documents: { _id: I }[], known: { has(id: I): boolean }, session: ClientSession): Promise<void> {
    const collection = this.db().collection<{ _id: string | number }>(name);
    const [old, fresh] = [documents.filter(({ _id }) => known.has(_id)), documents.filter(({ _id }) => !known.has(_id))];
    if (fresh.length > 0) await collection.insertMany(fresh, { session });
    const replacements = old.map((document) => ({ replaceOne: { filter: { _id: document._id }, replacement: document } }));
    if (replacements.length > 0) await collection.bulkWrite(replacements, { session });
  }

  /** By fifties: the embedded store's `$in` costs the square of its length. */
  private async byId<T extends { _id: string }>(name: string, ids: readonly string[]): Promise<Map<string, T>> {
    const collection = this.db().collection<{ _id: string }>(name);
    const found = await Promise.all(portions(ids, 50).map((part) => collection.find<T>({ _id: { $in: part } }).toArray()));
    return new Map(found.flat().map((document) => [document._id, document]));
  }

  /** A transaction should find its collections made. */
  private async prepare(generation: string): Promise<void> {
    for (const name of collectionsOf(generation)) await this.db().createCollection(name).catch(unlessThere);
  }

  private checkpoints() {
    return this.db().collection<Checkpoint>('vote_checkpoints');
  }

  private db() {
    if (!this.mongo.db) throw new Error('The store is not connected yet.');
    return this.mongo.db;
  }
}

/** Which casts of a batch had no effect. Most batches have none, and no such document. */
interface IdleCasts {
  _id: number;
  at: number[];
}

function bySeq(idle: Change['idle']): IdleCasts[] {
  const places = new Map<number, number[]>();
  for (const { seq, at } of idle) places.set(seq, [...(places.get(seq) ?? []), at]);
  return [...places].map(([_id, at]) => ({ _id, at }));
}

/** Batches are counted once in a generation: what is put down for them is always new. */
const nothingKnown = { has: () => false };

function collectionsOf(generation: string): string[] {
  return [`votes_${generation}`, `tallies_${generation}`, `idle_casts_${generation}`];
}
