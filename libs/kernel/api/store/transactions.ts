import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { type ClientSession, type Connection, mongo } from 'mongoose';
import { log } from '../log';
import { unlessThere } from './unless-there';

/** A session that may hold a transaction open, so that others can end it when its process is dead. */
interface Runner {
  _id: string;
  session: { id: mongo.Binary };
}

const patience = { conflictMs: 2500, mostMs: 30_000, pauseMs: 40 };

/**
 * Transactions that a killed process cannot hold up. Its open transaction would keep its locks for a minute (MongoDB's
 * transactionLifetimeLimitSeconds), and nothing would be counted or logged so long. So every session is written down before it is used,
 * and who meets a conflict that does not pass ends the others' sessions: the dead one's locks fall, a living one tries again.
 */
@Injectable()
export class Transactions {
  private readonly idle: ClientSession[] = [];
  private readonly written = new Set<string>();

  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Does all of it or nothing. Tried again while the store says that it was in somebody's way; the work must bear that. */
  async run(work: (session: ClientSession) => Promise<void>): Promise<void> {
    const session = this.idle.pop() ?? this.connection.getClient().startSession();
    try {
      for (const start = Date.now(); ; ) {
        const error = await this.attempt(session, work);
        if (error === null) return;
        const lasts = Date.now() - start;
        if (!isPassing(error) || lasts > patience.mostMs) throw error;
        if (lasts > patience.conflictMs) await this.endOthers(session);
        await new Promise((wake) => setTimeout(wake, patience.pauseMs * Math.random()));
      }
    } finally {
      this.idle.push(session);
    }
  }

  /** Throws a sentence where the store has none, so that a city does not start and then lose its votes. Writes nothing: an empty store is one in which a city may be made. */
  async requireThem(): Promise<void> {
    const session = this.connection.getClient().startSession();
    try {
      session.startTransaction();
      await this.runners().findOne({}, { session });
      await session.abortTransaction();
    } catch (error) {
      throw isAlone(error) ? new Error('MONGODB_URI names a MongoDB server that stands alone, and such a one has no transactions. Make it a replica set, be it of one: start it with --replSet NAME, run rs.initiate() in it once, and add ?replicaSet=NAME to the address.') : error;
    } finally {
      await session.endSession();
    }
  }

  /** One try; answers the error that undid it. */
  private async attempt(session: ClientSession, work: (session: ClientSession) => Promise<void>): Promise<unknown> {
    await this.writeDown(session);
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', j: true } });
    try {
      await work(session);
      await commit(session);
      return null;
    } catch (error) {
      if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
      // It may have been ended from outside, and its note with it.
      this.written.delete(nameOf(session));
      return error;
    }
  }

  private async writeDown(session: ClientSession): Promise<void> {
    const name = nameOf(session);
    if (this.written.has(name) || !session.id) return;
    await this.runners().insertOne({ _id: name, session: { id: session.id.id } }, { writeConcern: { w: 'majority' } }).catch(unlessThere);
    this.written.add(name);
  }

  private async endOthers(own: ClientSession): Promise<void> {
    const others = await this.runners().find({ _id: { $ne: nameOf(own) } }).toArray();
    if (others.length === 0) return;
    log.warn({ sessions: others.length }, 'a transaction is held up; the sessions of other processes are ended');
    const killSessions = others.map(({ session }) => ({ id: session.id }));
    // A store that does not let us leaves us to wait, as we would without it.
    await this.connection.db?.admin().command({ killSessions }).catch((error: unknown) => log.warn({ error: String(error) }, 'sessions were not ended'));
    await this.runners().deleteMany({ _id: { $in: others.map(({ _id }) => _id) } });
  }

  private runners() {
    if (!this.connection.db) throw new Error('The store is not connected yet.');
    return this.connection.db.collection<Runner>('transaction_runners');
  }
}

function nameOf(session: ClientSession): string {
  return session.id?.id.toString('hex') ?? 'none';
}

/** A commit whose answer was lost may stand: it is asked for again, and the store says of the same transaction what became of it. */
async function commit(session: ClientSession): Promise<void> {
  for (const start = Date.now(); ; ) {
    try {
      return await session.commitTransaction();
    } catch (error) {
      if (!hasLabel(error, 'UnknownTransactionCommitResult') || Date.now() - start > patience.mostMs) throw error;
      await new Promise((wake) => setTimeout(wake, patience.pauseMs));
    }
  }
}

/** IllegalOperation: «Transaction numbers are only allowed on a replica set member or mongos». */
const isAlone = (error: unknown): boolean => error instanceof mongo.MongoServerError && error.code === 20;

const isPassing = (error: unknown): boolean => hasLabel(error, 'TransientTransactionError');

function hasLabel(error: unknown, label: string): boolean {
  return error instanceof Error && 'hasErrorLabel' in error && typeof error.hasErrorLabel === 'function' && error.hasErrorLabel(label) === true;
}
