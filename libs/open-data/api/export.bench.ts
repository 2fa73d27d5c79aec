import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Bench, type BenchContext, benchRow, Datasets } from '@isegoria/kernel/api';
import { manyRows } from './open-data.builders';

const few = 100_000;
const many = 1_000_000;

/** Collects what nobody holds any more. Without it the process's size tells when the runtime last felt like collecting, not what an export needs. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The most that the process held after a collection, at ten places of a file of so many rows as it went out, in MB. */
async function heldMb(context: BenchContext, rows: number, extension: string): Promise<number> {
  let most = 0;
  await exported(context, rows, extension, (made) => {
    if (made % (rows / 10) !== 0) return;
    collect();
    const { heapUsed, external } = process.memoryUsage();
    most = Math.max(most, heapUsed + external);
  });
  return most / 1e6;
}

/** How many rows a second went out, in a file of so many. */
async function perSecond(context: BenchContext, rows: number, extension: string): Promise<number> {
  const start = performance.now();
  await exported(context, rows, extension, () => undefined);
  return rows / ((performance.now() - start) / 1000);
}

async function exported({ city, progress }: BenchContext, rows: number, extension: string, look: (made: number) => void): Promise<void> {
  const id = `many-${extension}`;
  const read = (made: number) => {
    look(made);
    if (made % 50_000 === 0) progress(`${extension}, ${rows} rows`, made, rows);
  };
  city.get(Datasets).register({ ...manyRows(rows, { read }), id });
  const answer = await fetch(`${city.url}/data/${id}.${extension}`, { headers: { 'accept-encoding': 'identity' } });
  if (!answer.ok) throw new Error(`${extension} was answered by ${answer.status}`);
  const reader = answer.body?.getReader();
  while (reader && !(await reader.read()).done);
}

/** A million rows need the memory that a hundred thousand need. */
export const bench: Bench = {
  name: 'open data: a million rows',
  async run(context) {
    const figures = [];
    for (const extension of ['csv', 'jsonl', 'geojson', 'jsonld']) {
      // The first export warms the process up: what it loads is no row's memory.
      await exported(context, few, extension, () => undefined);
      const held = { few: await heldMb(context, few, extension), many: await heldMb(context, many, extension) };
      const speed = { few: await perSecond(context, few, extension), many: await perSecond(context, many, extension) };
      figures.push(benchRow({ name: `${extension}: memory held, of 1,000,000 rows beside 100,000`, value: held.many, unit: 'MB', baseline: held.few, goal: { atMost: 1.1 } }));
      figures.push(benchRow({ name: `${extension}: rows a second, of 1,000,000 beside 100,000`, value: speed.many, unit: 'rows/s', baseline: speed.few, goal: { atLeast: 0.6 } }));
    }
    return figures;
  },
};
