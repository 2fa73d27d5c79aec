import { type Bench, benchRow } from './bench';

/** What the server itself can do: the measure beside which the slices put theirs. */
export const bench: Bench = {
  name: 'an empty mutation',
  async run({ startServer, load }) {
    const { url } = await startServer();
    const options = { connections: 200, seconds: 4, next: () => ({ body: { query: 'mutation { nothing }' } }) };
    await load(url, { ...options, seconds: 2 });
    const first = await load(url, options);
    const second = await load(url, options);
    if (second.failures > 0) throw new Error(`${second.failures} requests failed`);
    return [benchRow({ name: 'an empty mutation beside itself', value: second.perSecond, unit: 'requests/s', baseline: first.perSecond, goal: { atLeast: 0.5 } })];
  },
};
