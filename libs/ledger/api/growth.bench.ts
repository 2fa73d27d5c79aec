import { type Bench, benchRow } from '@isegoria/kernel/api';
import { aNumberedSource } from './ledger.builders';
import { Ledger } from './ledger.service';
import { LedgerSources } from './ledger-sources';

const votes = 100;
/** Steps in a quarter. `BENCH_LEAVES=1000000` makes a city of many years, which takes some minutes. */
const quarter = Math.ceil(Number(process.env['BENCH_LEAVES'] || 40_000) / 4 / votes);

/** How fast the ledger catches up, and that a leaf costs the same however many stand there already. */
export const bench: Bench = {
  name: 'ledger-growth',
  async run({ city, progress }) {
    const ledger = city.get(Ledger);
    await ledger.catchUp();
    const source = aNumberedSource(quarter * 4, votes);
    let open = 0;
    city.get(LedgerSources).register({ ...source, after: (position, limit) => source.after(position, Math.min(limit, Math.max(0, open - position))) });
    const speeds: number[] = [];
    for (let part = 1; part <= 4; part += 1) {
      open = part * quarter;
      const start = performance.now();
      await ledger.catchUp();
      speeds.push((quarter * votes) / ((performance.now() - start) / 1000));
      progress('leaves', open * votes, quarter * 4 * votes);
    }
    const [first = 1, , , last = 0] = speeds;
    return [benchRow({ name: `leaves into the ledger, the last quarter of ${(quarter * 4 * votes).toLocaleString('en')} beside the first`, value: last, unit: 'leaves/s', baseline: first, goal: { atLeast: 0.5 } })];
  },
};
