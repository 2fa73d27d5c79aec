/**
 * From answers to a map with groups: who answered enough, the two axes, everybody's place, the groups. Pure, and the same for the
 * same input. With a memory the map keeps still: axes turn to lie as before, groups keep their places and names.
 */
import { aligned, type Axes, places, principalAxes } from './axes';
import { baseClusters } from './base-clusters';
import { group, type GroupMemory } from './grouping';
import { nearestOf, type Points } from './k-means';
import { meansOf, type Part, partOf, rowsOf, type Votes } from './votes';

/** What the next map stands on. */
export interface MapMemory {
  /** By the statement's number in the whole. */
  axes: Axes;
  groups: GroupMemory & { names: number[] };
  base: { x: number; y: number }[] | null;
}

export interface OpinionMap {
  /** The participants who stand on the map, by their row number in the whole, in order. */
  rows: Uint32Array;
  x: Float64Array;
  y: Float64Array;
  /** The group of each: 0 is A, and so on. */
  labels: Uint16Array;
  /** The names of the groups, in order: a group keeps its name from one map to the next. */
  groups: number[];
  silhouette: number;
  /** Where an agreement with each statement (its number in the whole) pulls: its loadings. Statements out of the map are 0. */
  axes: Axes;
  /** People drawn together, with how many stand there. */
  points: Points & { labels: Uint16Array };
  /** Each statement's mean among those on the map, by its number in the whole. */
  means: Float64Array;
  memory: MapMemory;
}

const enoughAnswers = 7;
const enoughPeople = 15;

export interface MapOptions {
  /** Numbers of statements that moderators took out. */
  out?: ReadonlySet<number>;
  before?: MapMemory | null;
  /** How many answers' worth of doubt draws each person towards the middle; the usual one where nothing is said. Another makes another map (decisions/001). */
  doubt?: number;
  /** No group has fewer people: who stands apart with less company is counted with the nearest. */
  fewest?: number;
}

/** Null while fewer than three people have said anything. */
export function opinionMap(votes: Votes, { out = new Set(), before = null, fewest = 1, doubt }: MapOptions = {}): OpinionMap | null {
  const part = onTheMap(votes, out);
  if (part.rows.length < 3) return null;
  const means = meansOf(part.votes);
  const known: Axes | null = before && [chosen(before.axes[0], part), chosen(before.axes[1], part)];
  const axes = aligned(principalAxes(part.votes, means, known), known);
  const { x, y } = places(part.votes, means, axes, doubt);
  const { drawn, grouped, ofPerson, centres } = baseClusters(x, y, before?.base ?? null);
  const grouping = group(grouped, before?.groups ?? null, { fewest, drawn });
  const names = named(grouping.centres, before?.groups ?? null);
  const labels = grouping.labels.map((label) => names[label] ?? 0);
  const whole: Axes = [spread(axes[0], part, votes.statements), spread(axes[1], part, votes.statements)];
  return {
    rows: part.rows,
    x,
    y,
    labels: ofPerson.map((point) => labels[point] ?? 0),
    groups: [...names].sort((one, other) => one - other),
    silhouette: grouping.silhouette,
    axes: whole,
    means: spread(means, part, votes.statements),
    points: { ...drawn, labels: nearestOf(drawn, grouping.centres).map((label) => names[label] ?? 0) },
    memory: { axes: whole, groups: { ...grouping.memory, names }, base: centres },
  };
}

/** Who answered at least seven statements (or all there are), and where those are fewer than fifteen people, the most diligent fifteen. */
function onTheMap(votes: Votes, out: ReadonlySet<number>): Part {
  const answered = Array.from({ length: rowsOf(votes) }, (_, row) => (votes.starts[row + 1] ?? 0) - (votes.starts[row] ?? 0));
  const enough = Math.max(1, Math.min(enoughAnswers, votes.statements));
  let isOn = (row: number) => (answered[row] ?? 0) >= enough;
  if (answered.filter((count) => count >= enough).length < enoughPeople) {
    const diligent = new Set([...answered.keys()].filter((row) => answered[row]).sort((a, b) => (answered[b] ?? 0) - (answered[a] ?? 0) || a - b).slice(0, enoughPeople));
    isOn = (row) => diligent.has(row);
  }
  return partOf(votes, isOn, (statement) => !out.has(statement));
}

/** Where one person stands who answers so: the row of a map that need not be made anew for it. Null for who answered too little. */
export function placeOf(answers: { statement: number; value: number }[], { axes, means, out }: Pick<OpinionMap, 'axes' | 'means'> & { out: ReadonlySet<number> }): { x: number; y: number } | null {
  const counted = answers.filter(({ statement }) => !out.has(statement) && statement < means.length);
  const statements = means.length - out.size;
  if (counted.length < Math.min(enoughAnswers, statements)) return null;
  const one: Votes = { statements: means.length, starts: Uint32Array.of(0, counted.length), columns: Uint16Array.from(counted, ({ statement }) => statement), values: Int8Array.from(counted, ({ value }) => value) };
  const { x, y } = places({ ...one, statements }, means, axes);
  return { x: x[0] ?? 0, y: y[0] ?? 0 };
}

/** Names for the groups: those of before for the nearest groups, or by number, the largest x first. */
function named(centres: { x: number; y: number }[], before: MapMemory['groups'] | null): number[] {
  const names: number[] = centres.map(() => -1);
  const pairs = centres.flatMap((centre, at) => (before?.centres ?? []).map((old, was) => ({ at, was, square: (centre.x - old.x) ** 2 + (centre.y - old.y) ** 2 })));
  const taken = new Set<number>();
  for (const { at, was } of pairs.sort((one, other) => one.square - other.square)) {
    const name = before?.names[was];
    if (name === undefined || names[at] !== -1 || taken.has(name)) continue;
    names[at] = name;
    taken.add(name);
  }
  const free = [0, 1, 2, 3, 4].filter((name) => !taken.has(name));
  return names.map((name) => (name === -1 ? (free.shift() ?? 0) : name));
}

const chosen = (axis: Float64Array, { columns }: Part): Float64Array => Float64Array.from(columns, (column) => axis[column] ?? 0);

function spread(axis: Float64Array, { columns }: Part, statements: number): Float64Array {
  const whole = new Float64Array(statements);
  columns.forEach((column, at) => (whole[column] = axis[at] ?? 0));
  return whole;
}
