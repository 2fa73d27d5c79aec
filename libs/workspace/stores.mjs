/**
 * Where the city's documents and queues live. The first of these that there is: the environment (MONGODB_URI, REDIS_URL);
 * `mongod` and `redis-server` on PATH; `secantusd-rs` on PATH; embedded stores in a Python environment of our own.
 * What we start listens on a free port of this machine only, keeps its data in DATA_DIR, and ends with us.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { embeddedCommand } from './embedded.mjs';
import { mongodStore } from './mongod.mjs';
import { release, runningStores } from './running-stores.mjs';
import { Refusal, say, step } from './say.mjs';
import { answers, freePort, onPath } from './system.mjs';
import { startChild } from './child.mjs';
import { tailOf } from './tail.mjs';

const startMs = 30_000;

/**
 * Finds or starts both stores. `owner` says what for; `folder` is where data goes when it is not DATA_DIR itself (tests);
 * `durable` makes every commit reach the disk. `stopped` resolves with a sentence when a store ends by itself.
 */
export async function startStores({ owner, dataDir = process.env.DATA_DIR ?? '.data', folder = dataDir, durable = true, patienceMs = 10_000 }) {
  const place = { owner, dataDir: resolve(dataDir), folder: resolve(folder), durable };
  const given = { MONGODB_URI: process.env.MONGODB_URI || null, REDIS_URL: process.env.REDIS_URL || null };
  await Promise.all(Object.entries(given).filter(([, url]) => url).map(([name, url]) => requireAnswer(name, url, patienceMs)));
  if (given.MONGODB_URI && given.REDIS_URL) return { env: given, stop: async () => {}, stopped: new Promise(() => {}) };

  mkdirSync(place.folder, { recursive: true });
  const running = await runningStores(place.folder);
  if (running) return { env: { ...running, ...present(given) }, stop: async () => {}, stopped: new Promise(() => {}) };
  return startMissing(given, place);
}

async function startMissing(given, place) {
  const started = [];
  try {
    if (!given.MONGODB_URI) started.push(await documents(place));
    if (!given.REDIS_URL) started.push(await queues(place));
  } catch (failure) {
    await Promise.all(started.map(({ child }) => child.stop()));
    throw failure;
  }
  let stopping = false;
  const env = { ...present(given), ...Object.fromEntries(started.map(({ name, url }) => [name, url])) };
  const file = join(place.folder, 'stores.json');
  writeFileSync(file, JSON.stringify({ launcher: process.pid, owner: place.owner, env, groups: started.map(({ child }) => child.group) }));
  return {
    env,
    /** Where the documents are, when they are ours; gone with them is all that was noted beside them. */
    documents: started.find(({ name }) => name === 'MONGODB_URI')?.documents,
    stopped: Promise.race(started.map(({ what, log, child }) => child.ended.then(() => (stopping ? new Promise(() => {}) : `The ${what} stopped. Its log is ${log}.${tailOf(log)}`)))),
    async stop() {
      stopping = true;
      await Promise.all(started.map(({ child }) => child.stop()));
      rmSync(file, { force: true });
      release(place.folder);
    },
  };
}

/**
 * `secantusd-py`, whose threads take turns ten times as often as Python lets them of itself (every 5 ms): a question that is asked while a long one is being
 * answered waits for many such turns (measured at 200 votes in flight beside the count, in one run each: the slowest of a hundred 546 ms, and 299 so).
 */
const embedded = 'import sys; sys.setswitchinterval(0.0005); sys.argv[0] = "secantusd-py"; from secantus.cli import main; sys.exit(main())';

/** The document store, from the nearest place that has one. */
async function documents(place) {
  if (await onPath('mongod')) return mongodStore(place, start);
  const native = await onPath('secantusd-rs');
  const command = native ?? (await embeddedCommand(place.dataDir, 'python'));
  const port = await freePort();
  const documents = join(place.folder, 'documents');
  const args = [...(native ? [] : ['-c', embedded]), '--port', String(port), '--storage-path', documents, ...(place.durable ? ['--sync-on-commit'] : [])];
  const store = { name: 'MONGODB_URI', what: 'document store', url: `mongodb://127.0.0.1:${port}/`, command, args, port, documents };
  return start(store, place, native ? 'secantusd-rs' : 'embedded, for trying out; a city uses MongoDB');
}

async function queues(place) {
  const native = await onPath('redis-server');
  const command = native ?? (await embeddedCommand(place.dataDir, 'redis-server'));
  const port = await freePort();
  const folder = join(place.folder, 'queues');
  mkdirSync(folder, { recursive: true });
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--daemonize', 'no'];
  return start({ name: 'REDIS_URL', what: 'queues and sessions', url: `redis://127.0.0.1:${port}/0`, command, args, port }, place, native ?? 'embedded Redis');
}

/** Starts one store and waits until it answers. */
async function start(store, place, kind) {
  const log = join(place.folder, `${store.name === 'REDIS_URL' ? 'queues' : 'documents'}.log`);
  const child = startChild(store.command, store.args, { log });
  const isUp = await step(`Starting the ${store.what} (${kind})`, () => Promise.race([answers('127.0.0.1', store.port, startMs), child.ended.then(() => false)]));
  if (isUp) return { ...store, log, child };
  await child.stop();
  throw new Refusal(`The ${store.what} did not start. Its log is ${log}.${tailOf(log)}\nOr name a store of your own with ${store.name}.`);
}

/** A store of the environment must answer before anything is built on it. */
async function requireAnswer(name, url, patienceMs) {
  if (url.startsWith('mongodb+srv:')) return say(`${name}: found by DNS, asked when the city starts`);
  const [host, port] = firstHost(name, url);
  if (await answers(host, port, patienceMs)) return say(`${name}: ${host}:${port}`);
  throw new Refusal(`${name} names ${host}:${port}, and nothing answers there. Start that store, or correct ${name}, or leave it out to use an embedded one.`);
}

function firstHost(name, url) {
  const match = /^[a-z+]+:\/\/(?:[^@/]*@)?(\[[^\]]+\]|[^:/,]+)(?::(\d+))?/.exec(url);
  if (!match) throw new Refusal(`${name}=${JSON.stringify(url)} is not an address. It looks like ${name === 'REDIS_URL' ? 'redis://host:6379/0' : 'mongodb://host:27017/'}`);
  return [match[1].replace(/^\[|\]$/g, ''), Number(match[2] ?? (name === 'REDIS_URL' ? 6379 : 27017))];
}

const present = (urls) => Object.fromEntries(Object.entries(urls).filter(([, url]) => url));
