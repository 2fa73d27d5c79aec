/** The city of one measure: a database of its own, its slices in this process, and built servers beside it on demand. */
import 'reflect-metadata';
import { startNode } from './child.mjs';
import { load } from './load.mjs';
import { untilReady } from './server.mjs';
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

/** The built api with a worker for the jobs beside it, as `npm start` and production run them. */
async function startServer(servers) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const api = await startProgram('api', port, { WORKER: 'off', PUBLIC_URL: url });
  servers.push(api);
  const worker = await startProgram('worker', await freePort(), { PUBLIC_URL: url });
  servers.push(worker);
  const stop = () => Promise.all([api.stop(), worker.stop()]);
  return { url, stop, kill: (signal) => void process.kill(api.group, signal) };
}

async function startProgram(name, port, env) {
  const child = startNode(`dist/${name}/main.js`, [], { env: { NODE_ENV: 'production', PORT: String(port), ...env } });
  await untilReady(`The built ${name}`, port, child);
  return child;
}

let shownAt = 0;
function progress(label, done, total) {
  if (done < total && Date.now() - shownAt < 2000) return;
  shownAt = Date.now();
  console.error(`  ${label}: ${done} of ${total}`);
}
