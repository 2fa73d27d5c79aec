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
  /** Whether it reads a living city: the one at `CITY_URL`, or else a small demo city that lives as long as the run. */
  needsCity?: true;
  /** `data` is the folder that holds those folders; `cityUrl` the city's address, where one is needed. */
  run(data: string, cityUrl?: string): Promise<OracleRow[]>;
}
