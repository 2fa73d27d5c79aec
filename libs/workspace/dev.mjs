/**
 * `npm run dev`: the city for those who build it, at the one address of `npm start`. Vite serves the pages and changes them
 * in place; the api runs in this process and is loaded again, within a second, when its code or its SDL changes.
 */
import { join } from 'node:path';
import { installPackages } from './install.mjs';
import { main, say } from './say.mjs';
import { startStores } from './stores.mjs';
import { freePort, requireNode, requirePort, run } from './system.mjs';

process.chdir(join(import.meta.dirname, '../..'));
const port = Number(process.env.PORT || 4000);
const SERVER_CODE = /\/(libs\/[^/]+\/(api|contracts)|apps\/(api|cli))\/.+(?<!\.test|\.gen)\.(ts|graphql|json)$/;

await main(async () => {
  requireNode();
  await requirePort(port);
  await installPackages();
  const stores = await startStores({ owner: 'dev' });
  // A worker that `npm start` left in the browser goes: what Vite serves changes by the second.
  const apiPort = await freePort();
  Object.assign(process.env, { NODE_ENV: 'development', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn', SERVICE_WORKER: process.env.SERVICE_WORKER ?? 'off', PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}` }, stores.env, { PORT: String(apiPort) });
  const api = await openApi(apiPort);
  const pages = await openPages(apiPort, api.answers);
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      if (isStopping) return;
      isStopping = true;
      await pages.close();
      await api.close();
      await stores.stop();
      process.exit(0);
    });
  }
  await api.load();
  await api.seed();
  say(`ready at http://localhost:${port}`);
});

/** The api in this process. A change that does not compile leaves the last words on the screen and waits for the next. */
async function openApi(apiPort) {
  await import('reflect-metadata');
  const { openPrograms } = await import('./vite-programs.mjs');
  const programs = await openPrograms();
  let app = null;
  let loading = Promise.resolve();
  let routes = [];
  const noteRoutes = (app) => app.getHttpAdapter().getInstance().addHook('onRoute', ({ url }) => void (/^\/?\*?$/.test(url) || routes.push(pathsOf(url))));

  async function load() {
    const started = Date.now();
    await app?.close();
    app = null;
    programs.forget();
    routes = [];
    try {
      const { createApp } = await programs.load('/libs/kernel/api/index.ts');
      const { slices, doors } = await programs.load('/apps/api/app.module.ts');
      app = await createApp(slices, [noteRoutes, ...doors]);
      await app.listen(apiPort, '127.0.0.1');
      say(`api: ${Date.now() - started} ms`);
    } catch (failure) {
      console.error(failure);
    }
  }
  const reload = after(60, (path) => {
    loading = loading.then(async () => {
      if (path.endsWith('.graphql')) await run(process.execPath, ['libs/workspace/generate.mjs']).catch(({ stderr }) => console.error(stderr));
      await load();
    });
  });
  programs.vite.watcher.on('all', (event, path) => void (SERVER_CODE.test(path) && event !== 'addDir' && reload(path)));
  return {
    load: () => (loading = loading.then(load)),
    /** Whether the api has something at this path; all others are the pages'. */
    answers: (path) => routes.some((paths) => paths.test(path)),
    async seed() {
      const { seed } = await programs.load('/apps/cli/seed.ts');
      if (app && process.env.SEED !== 'off') await seed(app, { ifEmpty: true, scale: Number(process.env.SEED_SCALE ?? 1) });
    },
    async close() {
      await loading;
      await app?.close();
      await programs.close();
    },
  };
}

async function openPages(apiPort, isOfApi) {
  const { createServer } = await import('vite');
  const target = `http://127.0.0.1:${apiPort}`;
  const bypass = ({ url }) => (isOfApi(url.replace(/\?.*/, '')) ? undefined : url);
  const pages = await createServer({
    configFile: 'apps/web/vite.config.ts',
    server: { port, strictPort: true, proxy: { '/live': { target, ws: true }, '^/': { target, bypass } } },
  });
  return pages.listen();
}

/** The paths of a route as Fastify writes it: `/cards/:kind/:id`, `/ledger/tile/*`. */
function pathsOf(route) {
  const parts = route.split(/(:\w+|\*)/).map((part) => (part === '*' ? '.*' : part.startsWith(':') ? '[^/]+' : part.replace(/[.()\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('')}$`);
}

/** Waits until changes come no more, then acts once. */
function after(ms, act) {
  let timer;
  return (value) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(value), ms);
  };
}
