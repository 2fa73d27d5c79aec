/** What groups of people said, in numbers. Plain arithmetic on counts, as published. */
import type { Votes } from './votes';

/** How many of a group agreed, disagreed and answered at all (passes included). */
export interface Count {
  agrees: number;
  disagrees: number;
  seen: number;
}

/** How much a statement speaks for one group and not for the others. */
export interface Representativeness {
  statement: number;
  side: 'agree' | 'disagree';
  /** Those of the group who took this side, of those who answered. */
  taken: number;
  seen: number;
  /** The share, smoothed: (taken + 1) / (seen + 2). */
  share: number;
  /** z of the share against one half. */
  shareTest: number;
  /** The share beside that of all others. */
  ratio: number;
  /** z of the two shares against each other. */
  ratioTest: number;
}

/** One-sided, 90 %: below it a difference may be chance. */
export const significant = 1.2816;

/** `groupOf(row)`: a group's number, or -1. The answer: for each group, for each statement. */
export function countsByGroup({ starts, columns, values, statements }: Votes, groupOf: (row: number) => number, groups: number): Count[][] {
  const counts = Array.from({ length: groups }, () => Array.from({ length: statements }, (): Count => ({ agrees: 0, disagrees: 0, seen: 0 })));
  for (let row = 0; row < starts.length - 1; row++) {
    const ofGroup = counts[groupOf(row)];
    if (!ofGroup) continue;
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
      const count = ofGroup[columns[entry] ?? 0];
      const value = values[entry] ?? 0;
      if (!count) continue;
      count.seen += 1;
      if (value > 0) count.agrees += 1;
      if (value < 0) count.disagrees += 1;
    }
  }
  return counts;
}

/** Group-informed consensus: the product over the groups of (agrees + 1) / (seen + 2). High only where every group agrees. */
export const consensus = (counts: Count[], side: 'agree' | 'disagree'): number => counts.reduce((product, count) => product * share(takenOf(count, side), count.seen), 1);

export const share = (taken: number, seen: number): number => (taken + 1) / (seen + 2);

/** Whether a share differs from one half: z of a proportion, with one more success in one more trial. */
export function shareTest(taken: number, seen: number): number {
  return 2 * Math.sqrt(seen + 1) * ((taken + 1) / (seen + 1) - 0.5);
}

/** Whether two shares differ: z of two proportions, pooled, with one more success in one more trial on both sides. */
export function ratioTest(taken: number, seen: number, othersTaken: number, othersSeen: number): number {
  const [here, there] = [(taken + 1) / (seen + 1), (othersTaken + 1) / (othersSeen + 1)];
  const pooled = (taken + othersTaken + 2) / (seen + othersSeen + 2);
  return pooled >= 1 ? 0 : (here - there) / Math.sqrt(pooled * (1 - pooled) * (1 / (seen + 1) + 1 / (othersSeen + 1)));
}

/** How each side of a statement represents the group `own` among all groups. */
export function representativeness(statement: number, counts: Count[], own: number): Representativeness[] {
  const mine = counts[own] ?? { agrees: 0, disagrees: 0, seen: 0 };
  return (['agree', 'disagree'] as const).map((side) => {
    const others = counts.filter((_, at) => at !== own);
    const [othersTaken, othersSeen] = [others.reduce((sum, count) => sum + takenOf(count, side), 0), others.reduce((sum, { seen }) => sum + seen, 0)];
    const taken = takenOf(mine, side);
    return {
      statement,
      side,
      taken,
      seen: mine.seen,
      share: share(taken, mine.seen),
      shareTest: shareTest(taken, mine.seen),
      ratio: share(taken, mine.seen) / share(othersTaken, othersSeen),
      ratioTest: ratioTest(taken, mine.seen, othersTaken, othersSeen),
    };
  });
}

/** What most speaks for a group: both tests passed, the strongest first, each statement once. */
export function representatives(counts: Count[][], own: number, options: { out: ReadonlySet<number>; most: number }): Representativeness[] {
  const all = (counts[own] ?? []).map((_, statement) => strongest(representativeness(statement, counts.map((ofGroup) => ofGroup[statement] ?? { agrees: 0, disagrees: 0, seen: 0 }), own)));
  const sure = all.filter((one) => !options.out.has(one.statement) && one.shareTest > significant && one.ratioTest > significant);
  return sure.sort((one, other) => weight(other) - weight(one) || one.statement - other.statement).slice(0, options.most);
}

const weight = ({ share: part, shareTest: test, ratio, ratioTest: between }: Representativeness): number => part * test * ratio * between;
const strongest = ([agree, disagree]: Representativeness[]): Representativeness => {
  const [one, other] = [agree ?? nothing, disagree ?? nothing];
  return other.ratioTest > one.ratioTest ? other : one;
};
const nothing: Representativeness = { statement: -1, side: 'agree', taken: 0, seen: 0, share: 0, shareTest: 0, ratio: 0, ratioTest: 0 };
const takenOf = ({ agrees, disagrees }: Count, side: 'agree' | 'disagree'): number => (side === 'agree' ? agrees : disagrees);
