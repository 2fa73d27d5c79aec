import { type Block, type Partition, type Publication, publicationOf } from './disclosure';
import { type Cell, cellKey, type Dimension } from './group';
import { type PopulationShares, total } from './population';
import { type Estimate, medianOf, shareOf, sum } from './scale';
import { type Effect, effectOf, weightedMedian, weightedShare, type WeightedCounts } from './weighted';
import { type Weighting, weightingOf } from './weighting';

/** What a group thinks on one question: people who chose a step, and the share of them in favour; null where the table may not say it. */
export interface GroupOpinion {
  questionId: string;
  answered: number;
  favourable: Estimate;
}

/** One row of a table of who answered. */
export interface GroupRow {
  values: string[];
  isRest: boolean;
  people: number;
  /** Of those who answered. */
  share: number;
  /** Of the city; null for the rest, and where the table of the city does not tell it. */
  cityShare: number | null;
  opinions: GroupOpinion[];
}

export interface GroupTable {
  dimension: Dimension;
  rows: GroupRow[];
}

/** One question, as counted and as weighed to the city. */
export interface WeighedOpinion {
  questionId: string;
  answered: number;
  /** The share in favour and the middle step, with their 95 % intervals, each by itself. */
  raw: { favourable: Estimate; median: Estimate };
  /** The same weighed, with intervals that hold for all questions at once with 95 %. */
  weighted: { favourable: Estimate; median: Estimate; effect: Effect };
}

/** Everything that may be told of who answered. */
export interface WhoAnswered {
  people: number;
  tables: GroupTable[];
  /** Null where nothing may be weighed: too few answered, or the city has no table of its people. */
  weighed: WeighedTable | null;
}

/** Figures weighed to the city, and how well that could be done. */
export interface WeighedTable {
  effect: Effect;
  joined: Weighting['joined'];
  /** People whose weight was cut, and people who did not say where they belong; null for a few, of whom not even the number is told. */
  trimmed: number | null;
  unsaid: number | null;
  isExact: boolean;
  opinions: WeighedOpinion[];
}

export interface Asked {
  questions: readonly string[];
  /** From which step on (counted from 0) an answer is in favour. */
  favourableFrom: number;
  /** Below so many people nothing is told of a group. */
  smallest: number;
}

/** What may be told of these people, and what is published with it, against which the next publication is held. */
export function whoAnswered(cells: readonly Cell[], population: PopulationShares | null, asked: Asked): { told: WhoAnswered; publication: Publication } {
  const weighting = population && weightingOf(cells, population, asked.smallest);
  const publication = publicationOf(cells, asked.smallest, weighting?.weights ?? null);
  const people = sum(cells.map((cell) => cell.people));
  const tables = publication.partitions.map((partition) => tableOf(partition, cells, population, asked));
  return { told: { people, tables, weighed: weighting && publication.weights ? weighed(cells, weighting, asked) : null }, publication };
}

function tableOf({ dimension, blocks }: Partition, cells: readonly Cell[], population: PopulationShares | null, asked: Asked): GroupTable {
  const people = sum(cells.map((cell) => cell.people));
  const inBlock = ({ values }: Block) => cells.filter((cell) => values.includes(cell[dimension] ?? ''));
  const counts = blocks.map((block) => new Map(asked.questions.map((question) => [question, added(inBlock(block), question)])));
  // A question that too few of one row could answer is told of no row: the one left out would follow from the others.
  const told = asked.questions.filter((question) => counts.every((own) => sum(own.get(question) ?? []) >= asked.smallest));
  const rows = blocks.map(({ values, isRest, people: own }, at) => ({
    values, isRest, people: own, share: own / people,
    cityShare: isRest || !population ? null : cityShare(population, dimension, values[0] ?? ''),
    opinions: told.flatMap((questionId) => opinionOf(questionId, counts[at]?.get(questionId) ?? [], asked)),
  }));
  return { dimension, rows };
}

function opinionOf(questionId: string, counts: readonly number[], { favourableFrom }: Asked): GroupOpinion[] {
  const answered = sum(counts);
  const favourable = shareOf(sum(counts.slice(favourableFrom)), answered);
  return favourable ? [{ questionId, answered, favourable }] : [];
}

function cityShare({ ages, districts }: PopulationShares, dimension: Dimension, value: string): number | null {
  if (dimension === 'districtId') {
    const own = districts.find(({ districtId }) => districtId === value);
    return own ? own.people / total(districts) : null;
  }
  const own = ages.filter((row) => row[dimension] === value);
  return own.length > 0 ? total(own) / total(ages) : null;
}

function weighed(cells: readonly Cell[], { weights, joined, isExact, ...weighting }: Weighting, asked: Asked): WeighedTable | null {
  const many = (people: number) => (people > 0 && people < asked.smallest ? null : people);
  const effect = effectOf(cells.map((cell) => ({ weight: weights[cellKey(cell)] ?? 1, counts: [cell.people] })));
  const opinions = asked.questions.flatMap((questionId) => weighedOpinion(questionId, cells, weights, asked));
  return effect && { effect, joined, isExact, trimmed: many(weighting.trimmed), unsaid: many(weighting.unsaid), opinions };
}

function weighedOpinion(questionId: string, cells: readonly Cell[], weights: Record<string, number>, { questions, favourableFrom, smallest }: Asked): WeighedOpinion[] {
  const rows = cells.map((cell): WeightedCounts => ({ weight: weights[cellKey(cell)] ?? 1, counts: cell.counts[questionId] ?? [] }));
  const counts = added(cells, questionId);
  const answered = sum(counts);
  const raw = { favourable: shareOf(sum(counts.slice(favourableFrom)), answered), median: medianOf(counts) };
  const favourable = weightedShare(rows, (step) => step >= favourableFrom, questions.length);
  const median = weightedMedian(rows, questions.length);
  const effect = effectOf(rows);
  if (answered < smallest || !raw.favourable || !raw.median || !favourable || !median || !effect) return [];
  return [{ questionId, answered, raw: { favourable: raw.favourable, median: raw.median }, weighted: { favourable, median, effect } }];
}

function added(cells: readonly Cell[], question: string): number[] {
  return cells.reduce<number[]>((all, { counts }) => (counts[question] ?? []).map((count, step) => count + (all[step] ?? 0)), []);
}
