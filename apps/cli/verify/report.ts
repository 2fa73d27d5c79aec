/** One thing that is not as it should be: what kind of thing, and the sentence for a person. */
export interface Problem {
  kind: ProblemKind;
  says: string;
}

export type ProblemKind =
  | 'key' | 'key_changed' | 'signature' | 'smaller' | 'another_root' | 'not_continued' | 'root' | 'tile'
  | 'leaf_changed' | 'leaf_dropped' | 'leaf_added' | 'leaf_moved' | 'leaves_swapped' | 'leaf_unknown'
  | 'tally' | 'voters' | 'more_than_entitled' | 'box' | 'file' | 'unreachable';

/** What was found, for a person or a program. */
export interface Report {
  ok: boolean;
  origin: string | null;
  key: string | null;
  size: number;
  root: string | null;
  /** The size that was seen the last time and is continued now; null at the first look. */
  continues: number | null;
  witnesses: string[];
  leaves: { votes: number; acts: number };
  /** Ballots whose published tally is what the ledger makes, and those of which only the number of votes can be compared. */
  ballots: { recounted: number; secret: number };
  problems: Problem[];
}
