import type { OfflineChannel } from '@isegoria/votes/contracts';
import type { Connection } from 'mongoose';

/** What one citizen sent: the answers that are now theirs on a ballot. No answers: the vote is withdrawn. */
export interface Cast {
  ballotId: string;
  /** The person's name on this ballot, see `voterKey`. */
  voter: string;
  /** The name of the press (`pressKey`; of an earlier version, or at the desk, its nonce alone). A second cast of this voter with it has no effect. */
  nonce: string;
  /** As `writtenAll` keeps them: `question:option`, with points or place behind it. Empty on a sealed ballot. */
  answers: string[];
  /** What the browser encrypted to the box, base64url; only on sealed ballots. */
  sealed?: string;
  /** By which other channel than this site it came. */
  channel?: OfflineChannel;
  /** Where the voter lives; only on ballots that are broken down by district. */
  district?: string;
  /** Who it was; only on ballots whose kind is open, so that supporters can be told. */
  citizenId?: string;
}

/** One group commit: the casts that arrived together. The batches, in order, are the truth about every vote. */
export interface CastBatch {
  /** The log's next number, without gaps. Its uniqueness is what puts many writers into one order. */
  _id: number;
  /** One writer's one attempt, so that it can recognise its own batch after a lost answer. */
  writer: string;
  /** When it was sealed: the moment that counts against a ballot's closing. */
  at: Date;
  casts: Cast[];
}

/** A batch as it lies in the store: its casts are one text, for a list of documents costs driver and store many times more (decision 011). */
export interface KeptBatch extends Omit<CastBatch, 'casts'> {
  /** JSON of a list of `Cast`. Batches of a city of an earlier version have the list itself. */
  casts: string | Cast[];
}

export function keptAs({ casts, ...batch }: CastBatch): KeptBatch {
  return { ...batch, casts: JSON.stringify(casts) };
}

export function asWritten({ casts, ...batch }: KeptBatch): CastBatch {
  return { ...batch, casts: typeof casts === 'string' ? (JSON.parse(casts) as Cast[]) : casts };
}

/**
 * The log's collection, by the bare driver: nothing buffers while the store is away, and a batch is only what was put in.
 * It is read by whole numbers (`$in`), never by range: every store answers that from the index of `_id`.
 */
export function castsOf(connection: Connection) {
  if (!connection.db) throw new Error('The store is not connected yet.');
  return connection.db.collection<KeptBatch>('casts');
}
