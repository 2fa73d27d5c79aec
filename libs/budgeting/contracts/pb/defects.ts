/** What is wrong with a `.pb` file. The sentence of each kind stands in the slice's words under `defect`. */
export type DefectKind =
  | 'noSection' | 'strayLine' | 'repeatedSection' | 'noColumn' | 'cellCount' | 'openQuote' | 'noMeta' | 'repeatedMeta' | 'badBudget' | 'badNumber' | 'badVoteType' | 'tooLarge'
  | 'noProjectId' | 'repeatedProject' | 'badCost' | 'negativeCost' | 'noVoterId' | 'repeatedVoter' | 'unknownProject' | 'chosenTwice' | 'noPoints' | 'pointsCount' | 'badPoints'
  | 'negativePoints' | 'manyChosen' | 'wrongProjectCount' | 'wrongVoteCount' | 'noVotes'
  // What a file may have and still be counted.
  | 'otherVotes' | 'otherScore' | 'fewChosen' | 'overLength' | 'overPoints' | 'overBudget';

export interface Defect {
  /** From 1; of a thing that is missing, the last line of the file or of its section. */
  line: number;
  kind: DefectKind;
  /** What the sentence names. */
  values: Record<string, string | number>;
}

/** More than this many are not listed; what is wrong a million times is wrong once. */
export const LISTED = 200;

/** Keeps the first defects and counts the rest. */
export class Defects {
  readonly list: Defect[] = [];
  count = 0;

  add(line: number, kind: DefectKind, values: Record<string, string | number> = {}): void {
    this.count += 1;
    if (this.list.length < LISTED) this.list.push({ line, kind, values });
  }
}
