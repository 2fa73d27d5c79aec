import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Clock, kernelEnv, Seeds } from '@isegoria/kernel/api';
import { getConnectionToken } from '@nestjs/mongoose';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Connection } from 'mongoose';
import { Progress } from './progress';

interface SeedMark {
  _id: string;
  startedAt: Date;
  finishedAt: Date | null;
}

/** Fills the city with the demo municipality: every slice's own part, in order, from one repeatable source of chance. */
export async function seed(app: NestFastifyApplication, { ifEmpty, scale }: { ifEmpty: boolean; scale: number }): Promise<void> {
  const mongo = app.get<Connection>(getConnectionToken());
  const marks = mongo.collection<SeedMark>('seed_marks');
  const mark = await marks.findOne({ _id: 'demo' });
  if (ifEmpty && mark?.finishedAt) return;
  if (ifEmpty && !mark && (await hasContent(mongo))) return;
  if (mark && !mark.finishedAt) await beginAgain(mongo);

  const lines: string[] = [];
  const progress = new Progress();
  const random = chance(20_26);
  const now = app.get(Clock).now();
  await marks.updateOne({ _id: 'demo' }, { $set: { startedAt: now, finishedAt: null } }, { upsert: true });
  for (const part of app.get(Seeds, { strict: false }).inOrder()) {
    await part.run({ random, now, scale, progress: (label, done, total) => progress.show(label, done, total), tell: (line) => void lines.push(line) });
    progress.end();
  }
  await marks.updateOne({ _id: 'demo' }, { $set: { finishedAt: new Date() } });
  keepAccounts(lines);
}

/** A seeding that was cut off leaves half a city. It is emptied, for nobody has lived in it yet. */
async function beginAgain(mongo: Connection): Promise<void> {
  process.stdout.write('The last seeding was interrupted; it begins again with an empty city.\n');
  const collections = await mongo.db?.collections() ?? [];
  for (const collection of collections) await collection.deleteMany({});
}

/** Whether anybody lives here. A projection writes its checkpoint at the first start, before anything has happened. */
async function hasContent(mongo: Connection): Promise<boolean> {
  for (const collection of await mongo.db?.collections() ?? []) {
    if (collection.collectionName.endsWith('checkpoints')) continue;
    if (await collection.findOne({}, { projection: { _id: 1 } })) return true;
  }
  return false;
}

function keepAccounts(lines: string[]): void {
  if (lines.length === 0) return;
  const text = `Accounts of the demo city:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
  mkdirSync(kernelEnv.DATA_DIR, { recursive: true });
  writeFileSync(join(kernelEnv.DATA_DIR, 'accounts.txt'), text);
  // `npm start` shows them at every start; whoever seeds by hand sees them now.
  if (process.stdout.isTTY) process.stdout.write(text);
}

/** Mulberry32: small, fast, and the same everywhere. */
function chance(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
