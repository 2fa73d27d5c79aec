import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kernelEnv, type SeedContext, Seeds, startCity, type TestCity } from '@isegoria/kernel/api';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { seed } from './seed';

let city: TestCity | null = null;
let runs: string[] = [];
let chances: number[] = [];
let fails = false;

beforeEach(async () => {
  await city?.stop();
  const started = (city = await startCity([]));
  runs = [];
  chances = [];
  fails = false;
  const part = (name: string, order: number) => ({
    name,
    order,
    async run({ random, tell, progress }: SeedContext) {
      runs.push(name);
      chances.push(random());
      progress(name, 1, 1);
      await mongo().collection<{ _id: string }>('people').updateOne({ _id: name }, { $set: { name } }, { upsert: true });
      if (fails) throw new Error('the light went out');
      tell(`${name}@example.org`);
    },
  });
  started.get(Seeds).register(part('later', 40));
  started.get(Seeds).register(part('first', 10));
});
afterAll(() => city?.stop());

function here(): TestCity {
  if (!city) throw new Error('no city was started');
  return city;
}
const mongo = () => here().get<Connection>(getConnectionToken());
const grow = () => seed(here().app, { ifEmpty: true, scale: 1 });

describe('the demo city', () => {
  it('is made in order, with the same chances each time, and tells its accounts', async () => {
    await grow();
    const once = chances;
    expect(runs).toEqual(['first', 'later']);
    expect(readFileSync(join(kernelEnv.DATA_DIR, 'accounts.txt'), 'utf8')).toContain('first@example.org');
    await mongo().dropDatabase();
    chances = [];
    await grow();
    expect(chances).toEqual(once);
  });

  it('is made once: a second start leaves it alone', async () => {
    await grow();
    await grow();
    expect(runs).toEqual(['first', 'later']);
  });

  it('is not poured into a city that people live in already', async () => {
    await mongo().collection('people').insertOne({ name: 'Μαρία' });
    await grow();
    expect(runs).toEqual([]);
  });

  it('is begun again, from nothing, when the making was interrupted', async () => {
    fails = true;
    await expect(grow()).rejects.toThrow('the light went out');
    fails = false;
    await mongo().collection('people').insertOne({ name: 'half a person' });
    await grow();
    expect(await mongo().collection('people').countDocuments()).toBe(2);
  });
});
