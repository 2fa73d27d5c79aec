/**
 * What may be shown of small groups, so that nobody's answers can be worked out: the threshold rule with complementary suppression (A. Hundepool and others,
 * Statistical Disclosure Control, 2012, chapter 4), by taking groups together rather than leaving cells blank, and a check of all tables at once.
 *
 * The attacker is the strongest that a table can have: they know exactly who is in which cell, and read every sum to the last digit. A set of people is safe
 * when their sum does not follow from the published ones by any adding and subtracting: when it is not in the row space of the tables.
 */
import { cellKey, type Dimension, dimensions, type Group } from './group';

/**
 * How many people a group must have before anything is told of it by itself, wherever a count is published by a fixed rule: below that it says too much about
 * too few. Breakdowns of opinions, which no file or ledger line holds, have a setting (`SMALLEST_GROUP`).
 */
export const smallestGroup = 10;

/** Some people of one group. `part`: those who had answered at the former publication, or what changed since. */
export interface Crowd extends Group {
  people: number;
  part?: 'before' | 'since';
}

/** A row of a table: the values of the dimension that it takes together; '' is «did not say». */
export interface Block {
  values: string[];
  people: number;
  /** The row of those who did not say and of the groups that are too small to stand alone. */
  isRest: boolean;
}

export interface Partition {
  dimension: Dimension;
  blocks: Block[];
}

/** What is published at one moment: tables of sums, and perhaps one sum in which each cell has its weight. */
export interface Publication {
  partitions: Partition[];
  /** By cell. Null where no weighted figure is published. */
  weights: Record<string, number> | null;
}

/**
 * The rows of one table: every group of at least `smallest` people by itself, all others together with those who did not say. Where these are few
 * themselves, the smallest of the large groups joins them, for else they would follow from the total. Null where no two rows are left.
 */
export function partitionOf(crowds: readonly Crowd[], dimension: Dimension, smallest: number): Partition | null {
  const counts = new Map<string, number>();
  for (const crowd of crowds) counts.set(crowd[dimension] ?? '', (counts.get(crowd[dimension] ?? '') ?? 0) + crowd.people);
  const bySize = [...counts].map(([value, people]) => ({ value, people })).sort((a, b) => a.people - b.people || (a.value < b.value ? -1 : 1));
  const isAlone = ({ value, people }: { value: string; people: number }) => value !== '' && people >= smallest;
  const large = bySize.filter(isAlone);
  const rest = bySize.filter((one) => !isAlone(one) && one.people > 0);
  const peopleOf = (some: typeof bySize) => some.reduce((sum, { people }) => sum + people, 0);
  while (rest.length > 0 && peopleOf(rest) < smallest && large.length > 0) rest.push(...large.splice(0, 1));
  const blocks = large.map(({ value, people }): Block => ({ values: [value], people, isRest: false })).sort((a, b) => ((a.values[0] ?? '') < (b.values[0] ?? '') ? -1 : 1));
  if (rest.length > 0) blocks.push({ values: rest.map(({ value }) => value).sort(), people: peopleOf(rest), isRest: true });
  return blocks.length > 1 && blocks.every(({ people }) => people >= smallest) ? { dimension, blocks } : null;
}

/** The tables that may stand together, in the order of their worth, each taken only where all with it are safe; and whether weighted figures may stand beside them. */
export function publicationOf(crowds: readonly Crowd[], smallest: number, weights: Record<string, number> | null): Publication {
  const partitions: Partition[] = [];
  for (const dimension of dimensions) {
    const next = partitionOf(crowds, dimension, smallest);
    if (next && isSafe(crowds, sumsOf({ partitions: [...partitions, next], weights: null }, crowds), [...partitions, next], smallest)) partitions.push(next);
  }
  const weighted = { partitions, weights };
  return weights && isSafe(crowds, sumsOf(weighted, crowds), partitions, smallest) ? weighted : { partitions, weights: null };
}

/**
 * Whether a publication may follow another: whether the two together are safe. `crowds` are those of the former with the part `before`, and those who answered,
 * changed or took back their answers afterwards with the part `since`.
 */
export function mayFollow(former: Publication, next: Publication, crowds: readonly Crowd[], smallest: number): boolean {
  const before = sumsOf(former, crowds).map((sum) => sum.map((weight, at) => (crowds[at]?.part === 'since' ? 0 : weight)));
  return isSafe(crowds, [...before, ...sumsOf(next, crowds)], [...former.partitions, ...next.partitions], smallest);
}

/**
 * Those who had answered at the former publication, and those who since answered, changed their answers or took them back, cell by cell.
 *
 * @param before the cells then
 * @param stayed today's cells of the answers that are no newer than the publication; who is missing among them went elsewhere
 * @param came today's cells of the answers that are newer
 */
export function crowdsSince(before: readonly Crowd[], stayed: readonly Crowd[], came: readonly Crowd[]): Crowd[] {
  const [then, still, now] = [before, stayed, came].map((cells) => new Map(cells.map((cell) => [cellKey(cell), cell.people])));
  const groups = new Map([...before, ...stayed, ...came].map(({ ageBand, gender, districtId }) => [cellKey({ ageBand, gender, districtId }), { ageBand, gender, districtId }]));
  return [...groups].flatMap(([key, group]) => {
    const gone = (then?.get(key) ?? 0) - (still?.get(key) ?? 0);
    const since = Math.max((now?.get(key) ?? 0) + Math.max(-gone, 0), gone);
    const crowds: Crowd[] = [{ ...group, people: then?.get(key) ?? 0, part: 'before' }, { ...group, people: since, part: 'since' }];
    return crowds.filter(({ people }) => people > 0);
  });
}

/** The published sums, each as the factor that every crowd has in it. The total of all is always public. */
export function sumsOf({ partitions, weights }: Publication, crowds: readonly Crowd[]): number[][] {
  const blocks = partitions.flatMap(({ dimension, blocks }) => blocks.map(({ values }) => crowds.map((crowd) => (values.includes(crowd[dimension] ?? '') ? 1 : 0))));
  return [crowds.map(() => 1), ...blocks, ...(weights ? [crowds.map((crowd) => weights[cellKey(crowd)] ?? 0)] : [])];
}

/** Whether no group of 1 … `smallest` − 1 people follows from the sums: by one trait or several, or a row of a table, before and since by themselves and together. */
export function isSafe(crowds: readonly Crowd[], sums: readonly number[][], partitions: readonly Partition[], smallest: number): boolean {
  const basis = reduced(sums);
  return smallSets(crowds, partitions, smallest).every((set) => !isSpanned(basis, set));
}

function smallSets(crowds: readonly Crowd[], partitions: readonly Partition[], smallest: number): number[][] {
  const sets = new Map<string, number[]>();
  const add = (name: string, at: number) => sets.set(name, [...(sets.get(name) ?? []), at]);
  for (const [at, crowd] of crowds.entries()) {
    for (const part of ['', crowd.part ?? '']) {
      add(`${part} all`, at);
      for (let chosen = 1; chosen < 2 ** dimensions.length; chosen++) add(`${part} ${dimensions.map((dimension, bit) => (chosen & (1 << bit) ? (crowd[dimension] ?? '') : '*')).join('|')}`, at);
      for (const [table, { dimension, blocks }] of partitions.entries()) add(`${part} ${table}/${blocks.findIndex(({ values }) => values.includes(crowd[dimension] ?? ''))}`, at);
    }
  }
  const peopleOf = (set: readonly number[]) => set.reduce((sum, at) => sum + (crowds[at]?.people ?? 0), 0);
  return [...sets.values()].map((set) => [...new Set(set)]).filter((set) => peopleOf(set) > 0 && peopleOf(set) < smallest).map((set) => indicator(set, crowds.length));
}

function indicator(set: readonly number[], size: number): number[] {
  const row = new Array<number>(size).fill(0);
  for (const at of set) row[at] = 1;
  return row;
}

const NOUGHT = 1e-9;

interface Reduced {
  row: number[];
  pivot: number;
}

/** The sums with every multiple of one another taken out (Gauss and Jordan). */
function reduced(sums: readonly number[][]): Reduced[] {
  const basis: Reduced[] = [];
  for (const sum of sums) {
    const row = without(basis, sum);
    const pivot = row.reduce((best, value, at) => (Math.abs(value) > Math.abs(row[best] ?? 0) ? at : best), 0);
    const scale = row[pivot] ?? 0;
    if (Math.abs(scale) < NOUGHT) continue;
    basis.push({ row: row.map((value) => value / scale), pivot });
  }
  return basis;
}

const isSpanned = (basis: readonly Reduced[], set: readonly number[]): boolean => without(basis, set).every((value) => Math.abs(value) < NOUGHT);

function without(basis: readonly Reduced[], vector: readonly number[]): number[] {
  const rest = [...vector];
  for (const { row, pivot } of basis) {
    const factor = rest[pivot] ?? 0;
    if (factor === 0) continue;
    for (const [at, value] of row.entries()) rest[at] = (rest[at] ?? 0) - factor * value;
  }
  return rest;
}
