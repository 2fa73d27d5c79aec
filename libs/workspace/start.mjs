/**
 * `npm start`: from a fresh clone to a living city at one address. Installs and builds what is missing, finds or starts the
 * stores, makes the demo city once, starts the api and, beside it, the worker that counts and sends, and stops all that it
 * started when it is stopped itself.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { startNode } from './child.mjs';
import { installPackages } from './install.mjs';
import { main, Refusal, say } from './say.mjs';
import { startServer } from './server.mjs';
import { startStores } from './stores.mjs';
import { freePort, isPort, requireNode, requirePort, run } from './system.mjs';

process.chdir(join(import.meta.dirname, '../..'));
const dataDir = process.env.DATA_DIR || '.data';
const port = Number(process.env.PORT || 4000);
const address = (process.env.PUBLIC_URL || `http://localhost:${port}`).replace(/\/+$/, '');
const started = [];

/** Stops what was started, the last first: no request may find its store gone. */
async function stopAll() {
  for (const part of started.splice(0).reverse()) await part.stop();
}

let isStopping = false;
async function onSignal() {
  if (isStopping) return;
  isStopping = true;
  say('\nStopping …');
  await stopAll();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);

await main(async () => {
  requireNode();
  if (isPort(port)) await requirePort(port, process.env.HOST);
  await installPackages();
  await build();
  // What is no port is told with all else that is wrong.
  if (!isPort(port)) await requireEnvironment();
  await requirePort(port, process.env.HOST);
  const stores = await startStores({ owner: 'start', dataDir }).catch(wholeEnvironmentFirst);
  started.push(stores);
  const env = { NODE_ENV: mode(), DATA_DIR: dataDir, PORT: String(port), ...stores.env };
  try {
    await seed(env, stores.documents);
    const api = await startServer({ name: 'The api', main: 'dist/api/main.js', env: { ...env, WORKER: 'off' }, port });
    started.push(api);
    const worker = await startServer({ name: 'The worker', main: 'dist/worker/main.js', env: { ...env, PUBLIC_URL: address }, port: await freePort() });
    started.push(worker);
    tellAccounts();
    if (env.NODE_ENV === 'development') say(`No mail server is set (SMTP_URL): letters are kept at ${address}/outbox`);
    say(`ready at ${address}`);
    throw new Refusal(await Promise.race([api.ended, worker.ended, stores.stopped]));
  } catch (failure) {
    // Whoever pressed Ctrl-C is being served already.
    if (isStopping) await new Promise(() => {});
    await stopAll();
    throw failure;
  }
});

/** Refuses an environment with a list of all that is wrong in it. It loads the whole program, so only a start that fails already asks; the api and the seed look for themselves. */
async function requireEnvironment() {
  await run(process.execPath, ['dist/cli/main.js', 'env', '--check']).catch(({ stderr, message }) => {
    throw new Refusal(stderr?.trim() || message);
  });
}

/** A store that could not be had is one of the things that may be wrong. */
async function wholeEnvironmentFirst(failure) {
  await requireEnvironment();
  throw failure;
}

/**
 * Production, except for whoever tries the city on their own machine without a mail server: only development shows the
 * outbox, and without it nobody could confirm an address. A city that others can reach never shows it.
 */
function mode() {
  const isPrivate = ['127.0.0.1', 'localhost', '::1'].includes(process.env.HOST || '127.0.0.1') && !process.env.PUBLIC_URL;
  return process.env.NODE_ENV || (process.env.SMTP_URL || !isPrivate ? 'production' : 'development');
}

/** The demo city, made at the first start only. A city of its own starts with SEED=off. */
async function seed(env, documents) {
  const note = documents && join(documents, `seeded-${process.env.MONGODB_DB || 'isegoria'}`);
  if (process.env.SEED === 'off' || (note && existsSync(note))) return;
  const child = startNode('dist/cli/main.js', ['seed', '--if-empty'], { env });
  started.push(child);
  const code = await child.ended;
  started.splice(started.indexOf(child), 1);
  if (code !== 0) throw new Refusal(`The demo city could not be made (code ${code}); what it said stands above. SEED=off npm start does without it.`);
  if (note) writeFileSync(note, '');
}

/** The seed keeps whom it made accounts for. */
function tellAccounts() {
  const file = join(dataDir, 'accounts.txt');
  if (existsSync(file)) say(`\n${readFileSync(file, 'utf8').trimEnd()}\n`);
}
