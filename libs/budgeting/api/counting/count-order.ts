import type { DeclaredRule, Defect, Election, Explanation, Fairness, PbCells, PbOfficial, Result } from '@isegoria/budgeting/contracts';

/** What is asked of the counting thread: a `.pb` file, by its path or its text, and the rule; null is the rule that the file names. */
export interface CountOrder {
  file: { path: string } | { text: string };
  rule: DeclaredRule | null;
  /** Where each voter lives, in the order of the file's rows, where the file itself does not say it. */
  homes: readonly (string | null)[] | null;
}

/** What the count of a file makes. */
export interface Counted {
  result: Result;
  explanations: Explanation[];
  fairness: Fairness;
  greedy: { winners: string[]; fairness: Fairness };
  /** Of each project, in the order of the file. */
  votes: number[];
  points: number[];
}

/** A file that was read and counted. The ballots themselves stay in the thread. */
export interface CountedFile extends Counted {
  refused: null;
  rule: DeclaredRule;
  election: Omit<Election, 'groups'>;
  meta: PbCells['meta'];
  official: PbOfficial;
  /** The file, gzipped, and the base64url SHA-256 of its plain bytes. */
  packed: Uint8Array;
  digest: string;
}

/** A file with defects: nothing was counted. */
export interface RefusedFile {
  refused: Defect[];
  /** Defects altogether; the list may be shorter. */
  count: number;
}
