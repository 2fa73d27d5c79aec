import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';

/** Where somebody was found: `collection.path.in.it`, and how often. */
export type Traces = Map<string, number>;

/** Every place of every document of the whole database in which one of these texts stands, also within a longer one. */
export async function tracesOf(mongo: Connection, texts: readonly string[]): Promise<Traces> {
  const traces: Traces = new Map();
  for (const name of await collectionsOf(mongo)) {
    for await (const document of mongo.collection(name).find()) {
      for (const path of pathsWith(document, texts)) traces.set(`${name}.${path}`, (traces.get(`${name}.${path}`) ?? 0) + 1);
    }
  }
  return traces;
}

/** The names of the collections, those of a generation without its name. */
export async function collectionsOf(mongo: Connection): Promise<string[]> {
  const all = (await mongo.db?.listCollections().toArray()) ?? [];
  return all.map(({ name }) => name).filter((name) => !name.startsWith('system.')).sort();
}

/** Keys of Redis that hold one of these texts in their name or their value. */
export async function keysOf(redis: Redis, prefix: string, texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const key of await redis.keys(`${prefix}*`)) {
    const value = JSON.stringify([key, await contentOf(redis, key)]);
    if (texts.some((text) => value.includes(text))) found.push(key.slice(prefix.length));
  }
  return found;
}

/** Whether a field's name sounds as if somebody's number, name or address stood in it. */
export function soundsLikeAPerson(path: string): boolean {
  const last = path.split('.').at(-1) ?? '';
  return /^(by|to|email|phone|voter|person|readings|trustees)$/.test(last) || /(author|citizen|owner|person|reporter|user|member|signer|supporter)s?(Ids?)?$/i.test(last) || /[a-z]By(Ids?)?$/.test(last) || /^byIds?$/.test(last);
}

/** Files below a folder that hold one of these texts as bytes. */
export function filesOf(folder: string, texts: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => {
    const bytes = readFileSync(file);
    return texts.some((text) => bytes.includes(text));
  });
}

async function contentOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'string': return redis.get(key);
    case 'hash': return redis.hgetall(key);
    case 'list': return redis.lrange(key, 0, -1);
    case 'set': return redis.smembers(key);
    case 'zset': return redis.zrange(key, 0, -1);
    case 'stream': return redis.xrange(key, '-', '+');
    default: return null;
  }
}

/** List places have no number in a path: one place for all of a list. */
function* pathsWith(value: unknown, texts: readonly string[], path = ''): Generator<string> {
  if (typeof value === 'string' && texts.some((text) => value.includes(text))) yield path;
  if (typeof value !== 'object' || value === null || value instanceof Date || ArrayBuffer.isView(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const name = Array.isArray(value) ? path : path === '' ? key : `${path}.${key}`;
    yield* pathsWith(inner, texts, name);
    // A name may stand in a key too.
    if (!Array.isArray(value) && texts.some((text) => key.includes(text))) yield `${path}.<key>`;
  }
}
