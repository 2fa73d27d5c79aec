/** The job that drains the sources into the tree. */
export const growing = 'ledger.grow';

/** How the tree stands, and how far each source has been drained. One document, moved with all that belongs to it. */
export interface LedgerState {
  _id: 'live';
  /** Counts the moves: who moves it from an old step finds nothing. */
  step: number;
  size: number;
  /** base64. */
  root: string;
  positions: { source: string; position: number }[];
}

/** Leaves that follow each other and came in one batch, never of more than one bundle: a document for each of them would cost the store six times as much. */
export interface LeavesRecord {
  /** The place of the first. */
  _id: number;
  /** Which bundle of 256 they belong to. */
  bundle: number;
  /** base64, one for each leaf. */
  hashes: string[];
  leaves: string[];
}

/** A tile as far as it has grown: a partial tile is the beginning of it. */
export interface TileRecord {
  /** `level/index` */
  _id: string;
  hashes: Buffer;
}

/** What was signed at a size. The id is the size: a second root for it has no place. */
export interface CheckpointRecord {
  _id: number;
  root: string;
  at: Date;
}
