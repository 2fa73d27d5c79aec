import { type Bench, type BenchContext, benchRow, Datasets } from '@isegoria/kernel/api';
import { manyRows } from './open-data.builders';

const few = 100_000;
const many = 1_000_000;

/** The most memory that the process had while a file of so many rows went out, in MB, and how many rows a second. */
async function exported({ city, progress }: BenchContext, rows: number, extension: string): Promise<{ mostMb: number; perSecond: number }> {
  const id = `many-${extension}`;
  city.get(Datasets).register({ ...manyRows(rows, { read: (made) => made % 50_000 === 0 && progress(`${extension}, ${rows} rows`, made, rows) }), id });
  let most = 0;
  const look = () => void (most = Math.max(most, process.memoryUsage.rss()));
  const looking = setInterval(look, 20);
  const start = performance.now();
  const answer = await fetch(`${city.url}/data/${id}.${extension}`, { headers: { 'accept-encoding': 'identity' } });
  const reader = answer.body?.getReader();
  while (reader && !(await reader.read()).done) look();
  clearInterval(looking);
  return { mostMb: most / 1e6, perSecond: rows / ((performance.now() - start) / 1000) };
}

/** A million rows need the memory that a hundred thousand need. */
export const bench: Bench = {
  name: 'open data: a million rows',
  async run(context) {
    const figures = [];
    for (const extension of ['csv', 'jsonl', 'geojson', 'jsonld']) {
      // The first export warms the process up: what it loads is no row's memory.
      await exported(context, few, extension);
      const small = await exported(context, few, extension);
      const large = await exported(context, many, extension);
      figures.push(benchRow({ name: `${extension}: memory at the most, of 1,000,000 rows beside 100,000`, value: large.mostMb, unit: 'MB', baseline: small.mostMb, goal: { atMost: 1.3 } }));
      figures.push(benchRow({ name: `${extension}: rows a second, of 1,000,000 beside 100,000`, value: large.perSecond, unit: 'rows/s', baseline: small.perSecond, goal: { atLeast: 0.6 } }));
    }
    return figures;
  },
};
