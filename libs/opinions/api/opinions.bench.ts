import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Bench, benchRow, type BenchRow, log } from '@isegoria/kernel/api';
import { numbered } from './format/conversation';
import { folderOf, readConversation } from './format/read-folder';
import { MapThread } from './map-thread';
import { type OpinionMap, opinionMap } from './method/opinion-map';
import { alikeness, type Labels, onlyOf, samples, silhouetteOfAnswers } from './method/quality';
import { seeded } from '@isegoria/kernel/contracts';
import { distancesOf, silhouette } from './method/silhouette';
import { rowsOf, type Votes } from './method/votes';
import { askRedDwarf, redDwarfPython } from './red-dwarf';

const data = resolve(process.env['SHARED_DATA'] ?? '../shared/data', 'polis');
const names = ['canadian-electoral-reform', 'vtaiwan.uberx', 'ssis.land-bank-farmland.2rumnecbeh.2021-08-01'];
const largest = 'vtaiwan.uberx';

/** Opinion maps: a whole recomputation beside red-dwarf's, how good the groups are beside its own, one more answer, and a city of 100,000. */
export const bench: Bench = {
  name: 'opinions',
  async run({ progress }) {
    const rows = await besideRedDwarf(progress);
    progress('opinions: 100,000 participants', 0, 1);
    return [...rows, ...(await wholeCity())];
  },
};

/** Skipped with a word where the data or the package cannot be had. */
async function besideRedDwarf(progress: (label: string, done: number, total: number) => void): Promise<BenchRow[]> {
  if (!existsSync(data)) {
    log.error({ data }, 'the measures on published conversations are skipped: the data is not here');
    return [];
  }
  const python = await redDwarfPython();
  if (!python) log.error({}, 'the measures beside red-dwarf are skipped: the package cannot be had');
  const rows: BenchRow[] = [];
  for (const [at, name] of names.entries()) {
    progress('opinions beside red-dwarf', at, names.length);
    const conversation = numbered(readConversation(folderOf(join(data, name))));
    if (python) rows.push(...(await compared(python, name, conversation)));
    if (name === largest) rows.push(oneMore(conversation));
  }
  return rows;
}

async function compared(python: string, name: string, { votes, out }: { votes: Votes; out: Set<number> }): Promise<BenchRow[]> {
  const came = samples(votes, 10, seeded(2026));
  const theirs = await askRedDwarf(python, { votes: triplets(votes), out: [...out], samples: came.map((rows) => [...rows]) });
  const { ms, result: map } = fastest(5, () => opinionMap(votes, { out }));
  const ours = labelsOf(map);
  const ourStability = mean(came.map((rows) => alikeness(ours, labelsOf(opinionMap(onlyOf(votes, rows), { out })))));
  const theirStability = mean(theirs.samples.map((labels) => alikeness(theirs.labels, labels)));
  const theirLabels = Uint16Array.from(theirs.labels.values());
  const theirSilhouette = silhouette(distancesOf(theirs), new Float64Array(theirLabels.length).fill(1), theirLabels, Math.max(...theirLabels) + 1);
  return [
    benchRow({ name: `${name}: red-dwarf's time beside ours`, value: theirs.seconds * 1000, unit: 'ms', baseline: ms, goal: { atLeast: name === largest ? 5 : 1 } }),
    benchRow({ name: `${name}: stability (mean index, 10 × 80 % of the people)`, value: ourStability, unit: '', baseline: theirStability, goal: { atLeast: 1 } }),
    benchRow({ name: `${name}: silhouette in the answers themselves`, value: silhouetteOfAnswers(votes, out, ours), unit: '', baseline: silhouetteOfAnswers(votes, out, theirs.labels), goal: { atLeast: 1 } }),
    // Their places are longer for statements that moderators took out, as if everybody had answered those: as much doubt as there are of them.
    benchRow({ name: `${name}: silhouette, both on a map of red-dwarf's scale`, value: ownSilhouette(opinionMap(votes, { out, doubt: out.size })), unit: '', baseline: theirSilhouette, goal: { atLeast: 0.999 } }),
    // No goal: whoever believes less raises the silhouette of their own map (decisions/001).
    benchRow({ name: `${name}: silhouette, each on its own map`, value: ownSilhouette(map), unit: '', baseline: theirSilhouette, goal: { atLeast: 0 } }),
  ];
}

/** A new answer: the map of before is the start of the next one. */
function oneMore({ votes, out }: { votes: Votes; out: Set<number> }): BenchRow {
  const before = opinionMap(votes, { out })?.memory ?? null;
  const changed = { ...votes, values: Int8Array.from(votes.values, (value, at) => (at === 20_000 ? (value > 0 ? -1 : 1) : value)) };
  const whole = fastest(5, () => opinionMap(votes, { out })).ms;
  return benchRow({ name: `${largest}: the map after one answer changed, beside a whole one`, value: fastest(9, () => opinionMap(changed, { out, before })).ms, unit: 'ms', baseline: whole, goal: { atMost: 1 } });
}

/** 100,000 participants × 1,000 statements with 10,000,000 answers, in the thread, while this loop goes on. */
async function wholeCity(): Promise<BenchRow[]> {
  const thread = new MapThread();
  const votes = aCity(100_000, 1000, 100);
  const before = process.memoryUsage().rss;
  let [peak, longest, last] = [before, 0, performance.now()];
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
    longest = Math.max(longest, performance.now() - last - 10);
    last = performance.now();
  }, 10);
  const start = performance.now();
  const map = await thread.compute(votes);
  const ms = performance.now() - start;
  clearInterval(watch);
  await thread.onApplicationShutdown();
  const label = `100,000 × 1,000 (10,000,000 answers, ${map?.groups.length ?? 0} groups)`;
  return [
    benchRow({ name: `${label}: seconds, beside a minute`, value: ms / 1000, unit: 's', baseline: 60, goal: { atMost: 1 } }),
    benchRow({ name: `${label}: memory that the map takes, beside 1 GiB`, value: (peak - before) / 2 ** 20, unit: 'MiB', baseline: 1024, goal: { atMost: 1 } }),
    benchRow({ name: `${label}: the longest that the event loop waited, beside 200 ms`, value: longest, unit: 'ms', baseline: 200, goal: { atMost: 1 } }),
  ];
}

/** Three camps of people, each with its leanings; everybody answers `each` statements, by chance. */
function aCity(people: number, statements: number, each: number): Votes {
  const chance = seeded(1);
  const leanings = Array.from({ length: 3 }, () => Float64Array.from({ length: statements }, () => chance() * 2 - 1));
  const starts = Uint32Array.from({ length: people + 1 }, (_, row) => row * each);
  const columns = new Uint16Array(people * each);
  const values = new Int8Array(people * each);
  for (let row = 0; row < people; row++) {
    const first = Math.floor(chance() * statements);
    for (let at = 0; at < each; at++) {
      const column = (first + at * 7) % statements;
      const leaning = (leanings[row % 3]?.[column] ?? 0) + (chance() - 0.5);
      columns[row * each + at] = column;
      values[row * each + at] = leaning > 0.25 ? 1 : leaning < -0.25 ? -1 : 0;
    }
  }
  return { statements, starts, columns, values };
}

function triplets(votes: Votes): [number, number, number][] {
  return Array.from({ length: rowsOf(votes) }, (_, row) => row).flatMap((row) =>
    Array.from({ length: (votes.starts[row + 1] ?? 0) - (votes.starts[row] ?? 0) }, (_, at): [number, number, number] => {
      const entry = (votes.starts[row] ?? 0) + at;
      return [row, votes.columns[entry] ?? 0, votes.values[entry] ?? 0];
    }),
  );
}

/** Over the people themselves, as theirs is measured, and not over the points that are drawn. */
function ownSilhouette(map: OpinionMap | null): number {
  return map ? silhouette(distancesOf(map), new Float64Array(map.x.length).fill(1), map.labels, Math.max(...map.labels) + 1) : 0;
}

const labelsOf = (map: OpinionMap | null): Labels => new Map([...(map?.rows ?? [])].map((row, at) => [row, map?.labels[at] ?? 0]));
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function fastest<T>(times: number, run: () => T): { ms: number; result: T } {
  let [ms, result] = [Infinity, run()];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    result = run();
    ms = Math.min(ms, performance.now() - start);
  }
  return { ms, result };
}
