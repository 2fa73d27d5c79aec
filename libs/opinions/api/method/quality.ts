/** How good a grouping is, by measures that no map is needed for. For oracles and benches. */
import { adjustedRand } from './rand-index';
import { silhouette } from './silhouette';
import { partOf, rowsOf, type Votes } from './votes';

/** The group of each participant (by row) who has one. */
export type Labels = ReadonlyMap<number, number>;

/**
 * The silhouette in the answers themselves, where no method chose the space: two people are as far apart as they differ, in the mean
 * square over the statements that both answered (with one differing answer of 1 added, so that a pair that shares one counts little).
 */
export function silhouetteOfAnswers(votes: Votes, out: ReadonlySet<number>, labels: Labels): number {
  const part = partOf(votes, (row) => labels.has(row), (statement) => !out.has(statement));
  const count = part.rows.length;
  const dense = new Int8Array(count * part.columns.length).fill(2);
  for (let row = 0; row < count; row++) {
    for (let entry = part.votes.starts[row] ?? 0; entry < (part.votes.starts[row + 1] ?? 0); entry++) {
      dense[row * part.columns.length + (part.votes.columns[entry] ?? 0)] = part.votes.values[entry] ?? 0;
    }
  }
  const distances = new Float32Array(count * count);
  for (let one = 0; one < count; one++) {
    for (let other = 0; other < one; other++) distances[one * count + other] = distances[other * count + one] = difference(dense, part.columns.length, one, other);
  }
  const ofRow = Uint16Array.from(part.rows, (row) => labels.get(row) ?? 0);
  return silhouette(distances, new Float64Array(count).fill(1), ofRow, Math.max(...ofRow) + 1);
}

function difference(dense: Int8Array, width: number, one: number, other: number): number {
  let [sum, shared] = [1, 1];
  for (let column = 0; column < width; column++) {
    const [a, b] = [dense[one * width + column] ?? 2, dense[other * width + column] ?? 2];
    if (a === 2 || b === 2) continue;
    sum += (a - b) * (a - b);
    shared += 1;
  }
  return sum / shared;
}

/** So many times four in five of the people: who came, by row. */
export function samples(votes: Votes, times: number, chance: () => number): Set<number>[] {
  return Array.from({ length: times }, () => new Set([...Array(rowsOf(votes)).keys()].filter(() => chance() >= 0.2)));
}

/** The same answers, where only some came. Row numbers stay. */
export function onlyOf(votes: Votes, came: ReadonlySet<number>): Votes {
  const starts = new Uint32Array(votes.starts.length);
  const columns: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < rowsOf(votes); row++) {
    if (came.has(row)) {
      for (let entry = votes.starts[row] ?? 0; entry < (votes.starts[row + 1] ?? 0); entry++) {
        columns.push(votes.columns[entry] ?? 0);
        values.push(votes.values[entry] ?? 0);
      }
    }
    starts[row + 1] = columns.length;
  }
  return { statements: votes.statements, starts, columns: Uint16Array.from(columns), values: Int8Array.from(values) };
}

/** How alike two groupings are on the people that both have. */
export function alikeness(one: Labels, other: Labels): number {
  const both = [...one.keys()].filter((row) => other.has(row));
  return adjustedRand(both.map((row) => one.get(row) ?? -1), both.map((row) => other.get(row) ?? -1));
}
