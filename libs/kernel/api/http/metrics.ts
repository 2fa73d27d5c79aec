import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** The process's figures, for Prometheus. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

/** Seconds from a request's first byte to its answer, by method, route and status. */
export const requestSeconds = new Histogram({
  name: 'isegoria_http_request_seconds',
  help: 'Seconds to answer a request',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  registers: [metrics],
});

/** Acts that were refused although the caller was known: somebody tries doors. */
export const refusals = new Counter({
  name: 'isegoria_refusals_total',
  help: 'Acts refused for lack of a right',
  labelNames: ['reason'] as const,
  registers: [metrics],
});

/** Jobs that failed at their last try, and runs of regular ones that failed: of none is it written that somebody has looked. */
export const jobsGivenUp = new Counter({
  name: 'isegoria_jobs_given_up_total',
  help: 'Jobs that were given up after their last try',
  labelNames: ['job'] as const,
  registers: [metrics],
});
