/** The city of one measure: a database of its own, its slices in this process, and built servers beside it on demand. */
import autocannon from 'autocannon';
import 'reflect-metadata';
import { startNode } from './child.mjs';
import { freePort } from './system.mjs';
import { openPrograms } from './vite-programs.mjs';

export async function openBench(env) {
  Object.assign(process.env, env, { RATE_LIMITS: 'off', WORKER: 'off', LOG_LEVEL: 'error' });
  const programs = await openPrograms();
  const { startCity } = await programs.load('/libs/kernel/api/index.ts');
  const { slices, doors } = await programs.load('/apps/api/app.module.ts');
  const city = await startCity(slices, { doors });
  const servers = [];
  return {
    load: programs.load,
    context: { city, load, progress, startServer: () => startServer(servers) },
    async close() {
      await Promise.all(servers.map((server) => server.stop()));
      await city.stop();
      await programs.close();
    },
  };
}

/** The built api, as it runs in production, with the jobs. */
async function startServer(servers) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = startNode('dist/api/main.js', [], { env: { NODE_ENV: 'production', PORT: String(port), WORKER: 'on', PUBLIC_URL: url } });
  servers.push(child);
  for (const end = Date.now() + 60_000; ; ) {
    if (await fetch(`${url}/readyz`).then(({ ok }) => ok, () => false)) break;
    if (Date.now() > end) throw new Error('the built api does not answer');
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return { url, stop: child.stop, kill: (signal) => void process.kill(child.group, signal) };
}

/** So many citizens at once, each sending its next request when the last is answered. */
async function load(url, { connections, seconds, next }) {
  const first = next();
  const setupRequest = (request) => {
    const { body, cookie } = next();
    return { ...request, body: JSON.stringify(body), headers: { ...request.headers, ...(cookie ? { cookie } : {}) } };
  };
  const result = await autocannon({
    url: `${url}${first.path ?? '/graphql'}`,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    requests: [{ setupRequest }],
  });
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99, requests: result.requests.total, failures: result.non2xx + result.errors + result.timeouts };
}

let shownAt = 0;
function progress(label, done, total) {
  if (done < total && Date.now() - shownAt < 2000) return;
  shownAt = Date.now();
  console.error(`  ${label}: ${done} of ${total}`);
}
