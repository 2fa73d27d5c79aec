import type { TestCity } from './start-city';

/** One figure of `npm run bench`: what was measured, beside what it is compared with in the same run. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  baseline: number;
  /** value / baseline */
  ratio: number;
  /** What the ratio should be, such as `>= 0.8`. */
  goal: string;
  holds: boolean;
}

/** One request of a load, made anew for each. */
export interface BenchRequest {
  body: unknown;
  cookie?: string;
  path?: string;
}

/** How a server stood under a load. Latencies are milliseconds. */
export interface BenchLoad {
  perSecond: number;
  p50: number;
  p99: number;
  requests: number;
  failures: number;
}

/** A built api of the bench's city with a worker beside it, in processes of their own, in production mode. */
export interface BenchServer {
  url: string;
  kill(signal: NodeJS.Signals): void;
  stop(): Promise<unknown>;
}

/** What a bench has to work with: a city of its own, empty at first. */
export interface BenchContext {
  /** All slices in this process, running no jobs: to make what is measured, and to sign citizens in. */
  city: TestCity;
  /** Starts the built api on the same stores, and a worker that runs the jobs. */
  startServer(): Promise<BenchServer>;
  /** Sends requests from so many citizens at once, as fast as they are answered. */
  load(url: string, options: { connections: number; seconds: number; next: () => BenchRequest }): Promise<BenchLoad>;
  progress(label: string, done: number, total: number): void;
}

/** A slice's measure, in `libs/<slice>/api/<name>.bench.ts`, exported as `bench`. */
export interface Bench {
  name: string;
  run(context: BenchContext): Promise<BenchRow[]>;
}

/** Makes a row of a value, what it is compared with and what the ratio should be. */
export function benchRow({ goal, ...measured }: { name: string; value: number; unit: string; baseline: number; goal: { atLeast: number } | { atMost: number } }): BenchRow {
  const ratio = measured.value / measured.baseline;
  const isFloor = 'atLeast' in goal;
  const limit = isFloor ? goal.atLeast : goal.atMost;
  return { ...measured, ratio, goal: `${isFloor ? '>=' : '<='} ${limit}`, holds: isFloor ? ratio >= limit : ratio <= limit };
}
