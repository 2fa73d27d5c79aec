/** One figure beside the one that somebody else published or computed. */
export interface OracleRow {
  /** What was compared, such as the file and the rule. */
  name: string;
  found: string;
  expected: string;
  holds: boolean;
}

/** A slice's results held against truths that nobody here wrote, in `libs/<slice>/api/<name>.oracle.ts`, exported as `oracle`. */
export interface Oracle {
  name: string;
  /** The folders under the shared data that it reads; where one is absent it is skipped, with a word. */
  needs: string[];
  /** `data` is the folder that holds those folders. */
  run(data: string): Promise<OracleRow[]>;
}
