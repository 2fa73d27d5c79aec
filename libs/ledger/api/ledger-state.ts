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

/** A leaf as it stands in the ledger. */
export interface LeafRecord {
  /** Its place. */
  _id: number;
  /** base64 of its hash. */
  hash: string;
  leaf: string;
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
