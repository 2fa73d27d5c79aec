import type { CriterionOpinion } from '@isegoria/evaluations/contracts';
import { type Estimate, type Group, sum, type WhoAnswered } from '@isegoria/statistics/contracts';
import { type Answers, type KnownOpinions, truthOf } from './known-opinions';

/** What the pages say of one choice: its own page, and the council's. */
export interface PageRead {
  people: number;
  criteria: CriterionOpinion[];
  who: WhoAnswered | null;
  /** By criterion, the council's table of weighed figures. */
  council: Map<string, { weighed: Estimate; median: Estimate }>;
}

/** Which figures of one run hold what is true, by kind. */
export interface RunMarks {
  answered: number;
  /** Published figures are those of so many. */
  published: number;
  /** Of the criteria as counted, each interval by itself. */
  rawShares: boolean[];
  rawMedians: boolean[];
  /** Weighed to the city; the intervals hold for all criteria at once. */
  weightedShares: boolean[];
  weightedMedians: boolean[];
  /** The same against what the answers were drawn from, and not these people alone. */
  lawShares: boolean[];
  /** The rows of age, gender and district, each by itself. */
  groupShares: boolean[];
  /** What one page says otherwise than another. */
  differences: string[];
}

/** Holds what the pages say against what is true of everybody, whether they answered or not. */
export function marksOf(page: PageRead, people: readonly Group[], known: KnownOpinions, answered: number): RunMarks {
  const weighed = new Map((page.who?.weighed?.opinions ?? []).map((opinion) => [opinion.questionId, opinion]));
  const truth = (id: string) => known.truths.get(id) ?? { share: NaN, median: NaN };
  const by = (estimate: (criterion: CriterionOpinion) => Estimate | null | undefined, of: (id: string) => number) => page.criteria.map((criterion) => holds(estimate(criterion), of(criterion.id)));
  return {
    answered, published: page.who?.people ?? 0,
    rawShares: by(({ favourable }) => favourable, (id) => truth(id).share),
    rawMedians: by(({ median }) => median, (id) => truth(id).median),
    weightedShares: by(({ id }) => page.council.get(id)?.weighed, (id) => truth(id).share),
    weightedMedians: by(({ id }) => page.council.get(id)?.median, (id) => truth(id).median),
    lawShares: by(({ id }) => page.council.get(id)?.weighed, (id) => known.laws.get(id)?.share ?? NaN),
    groupShares: groupMarks(page.who, people, known.answers),
    differences: page.criteria.filter(({ id }) => !isSame(page.council.get(id)?.weighed, weighed.get(id)?.weighted.favourable) || !isSame(page.council.get(id)?.median, weighed.get(id)?.weighted.median)).map(({ id }) => `${id}: the council’s page and the choice’s say different things`),
  };
}

export const holds = (estimate: Estimate | null | undefined, truth: number): boolean => !!estimate && estimate.low - 1e-9 <= truth && truth <= estimate.high + 1e-9;

const isSame = (one: Estimate | undefined, other: Estimate | undefined): boolean => !!one && !!other && one.low === other.low && one.high === other.high && one.value === other.value;

function groupMarks(who: WhoAnswered | null, people: readonly Group[], answers: readonly Answers[]): boolean[] {
  return (who?.tables ?? []).flatMap(({ dimension, rows }) => rows.flatMap(({ values, opinions }) => {
    const own = people.flatMap((group, at) => (values.includes(group[dimension] ?? '') ? [answers[at] ?? {}] : []));
    return opinions.map(({ questionId, favourable }) => holds(favourable, truthOf(countsOf(own, questionId)).share));
  }));
}

/** Where everybody answered there is no chance: every figure of the pages is what is true, to the last digit. Answers what is not. */
export function wrongOfAll(page: PageRead, people: readonly Group[], { answers, truths }: KnownOpinions): string[] {
  const wrong = page.criteria.flatMap(({ id, counts, cantSay, median, favourable }) => {
    const own = countsOf(answers, id);
    const truth = truths.get(id) ?? { share: NaN, median: NaN };
    const weighed = page.council.get(id);
    return [
      ...(own.join() === counts.join() && cantSay === answers.length - sum(own) ? [] : [`${id}: counted ${counts.join()}, true ${own.join()}`]),
      ...(favourable?.value === truth.share && median?.value === truth.median ? [] : [`${id}: another share or median than the true one`]),
      ...(weighed && Math.abs(weighed.weighed.value - truth.share) < 1e-9 && weighed.median.value === truth.median ? [] : [`${id}: weighed to another share or median than the true one`]),
    ];
  });
  const rows = (page.who?.tables ?? []).flatMap(({ dimension, rows: own }) => own.map((row) => ({ dimension, ...row })));
  const miscounted = rows.filter(({ dimension, values, people: count }) => people.filter((group) => values.includes(group[dimension] ?? '')).length !== count);
  return [...wrong, ...miscounted.map(({ dimension, values }) => `${dimension} ${values.join('+')}: another number of people than the true one`), ...(rows.length > 0 ? [] : ['no table of who answered'])];
}

const countsOf = (answers: readonly Answers[], question: string): number[] => ['1', '2', '3', '4', '5'].map((step) => answers.filter((own) => own[question] === step).length);

/** How many of how many held. */
export interface Count {
  held: number;
  of: number;
}

export interface Coverage {
  runs: number;
  answered: number;
  /** Runs in which all weighed shares and all weighed medians of the page hold at once: what the page states. */
  pages: Count;
  weightedShares: Count;
  weightedMedians: Count;
  rawPages: Count;
  /** Single intervals. */
  single: Record<'rawShares' | 'rawMedians' | 'weightedShares' | 'weightedMedians' | 'lawShares' | 'groupShares', Count>;
  /** Runs of which a part was not published yet. */
  withheld: number;
  differences: string[];
}

export function coverageOf(runs: readonly RunMarks[]): Coverage {
  const whole = (marks: (run: RunMarks) => boolean[]): Count => ({ held: runs.filter((run) => marks(run).length > 0 && marks(run).every(Boolean)).length, of: runs.length });
  const each = (marks: (run: RunMarks) => boolean[]): Count => ({ held: runs.flatMap(marks).filter(Boolean).length, of: runs.flatMap(marks).length });
  return {
    runs: runs.length, answered: Math.round(sum(runs.map(({ answered }) => answered)) / Math.max(runs.length, 1)),
    pages: whole((run) => [...run.weightedShares, ...run.weightedMedians]),
    weightedShares: whole((run) => run.weightedShares),
    weightedMedians: whole((run) => run.weightedMedians),
    rawPages: whole((run) => [...run.rawShares, ...run.rawMedians]),
    single: {
      rawShares: each((run) => run.rawShares), rawMedians: each((run) => run.rawMedians), weightedShares: each((run) => run.weightedShares),
      weightedMedians: each((run) => run.weightedMedians), lawShares: each((run) => run.lawShares), groupShares: each((run) => run.groupShares),
    },
    withheld: runs.filter(({ answered, published }) => published < answered).length,
    differences: runs.flatMap(({ differences }) => differences),
  };
}
