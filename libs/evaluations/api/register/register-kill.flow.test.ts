import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { idOfAda } from '@isegoria/evaluations/contracts';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCityWithRegister } from './register.builders';
import { inventedArchive } from './simulator/register-archive';
import { inventedActs, inventedBody } from './simulator/simulated-acts';

const count = 240;

describe('an import that is killed in the middle', () => {
  let world: Awaited<ReturnType<typeof aCityWithRegister>>;
  let folder: string;

  beforeAll(async () => {
    world = await aCityWithRegister(inventedArchive(inventedActs(count, new Date())));
    world.register.mostAPage = 40;
    await world.choose(inventedBody.organisation.uid, { since: '2024-06-01' });
    mkdirSync('.data', { recursive: true });
    folder = mkdtempSync(join('.data', 'kill-'));
    await build({ configFile: false, logLevel: 'error', resolve: { tsconfigPaths: true }, build: { ssr: 'libs/evaluations/api/register/register-kill.main.ts', outDir: folder, target: 'node20' } });
  }, 180_000);
  afterAll(async () => {
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs the import in its own process and kills it -9 when the register was asked for so many pages. Answers whether it was killed. */
  async function killedAt(pages: number): Promise<boolean> {
    let asked = 0;
    const run: { child?: ChildProcess } = {};
    world.register.afterPage = () => {
      asked += 1;
      // The answer is on its way: the kill comes while its acts are being written.
      if (asked === pages) setTimeout(() => run.child?.kill('SIGKILL'), 60);
    };
    const child = spawn(process.execPath, [join(folder, 'register-kill.main.js')], { env: { ...process.env, NODE_ENV: 'production', WORKER: 'off', LOG_LEVEL: 'fatal' }, stdio: ['ignore', 'ignore', 'inherit'] });
    run.child = child;
    const signal = await new Promise((ended) => child.once('exit', (_, how) => ended(how)));
    world.register.afterPage = () => undefined;
    return signal === 'SIGKILL';
  }

  it('goes on after its last step, brings every act once and whole, and only then moves its checkpoint', async () => {
    const stored = world.city.get<Connection>(getConnectionToken());
    const state = () => stored.collection<{ _id: string; readTo: Date | null; pass: { id: string; done: number; of: number } | null }>('register_import').findOne({ _id: 'diavgeia' });
    expect(await killedAt(1)).toBe(true);
    const first = await state();
    expect(first).toMatchObject({ readTo: null, pass: { done: expect.any(Number) } });
    expect(await killedAt(3)).toBe(true);
    const second = await state();
    expect(second?.pass?.id).toBe(first?.pass?.id);
    expect(second?.pass?.done).toBeGreaterThan(first?.pass?.done ?? 0);
    expect(second?.pass?.done).toBeLessThan(second?.pass?.of ?? 0);
    expect(second?.readTo).toBeNull();

    world.register.asked.length = 0;
    const { outcome } = await world.run();
    expect(outcome).not.toBeInstanceOf(Error);
    const asked = world.register.asked.filter((url) => url.startsWith('/opendata/search'));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.some((url) => url.includes('from_issue_date=2024-06-01'))).toBe(false);
    expect(await state()).toMatchObject({ pass: null, readTo: expect.any(Date) });

    const wanted = world.register.acts.filter(({ privateData }) => !privateData).map(({ ada }) => idOfAda(ada)).sort();
    const ids = async (name: string, field: string) => (await stored.collection(name).distinct(field)).map(String).sort();
    expect(await ids('decisions', '_id')).toEqual(wanted);
    expect(await ids('decision_versions', 'decisionId')).toEqual(wanted);
    expect(await stored.collection('decision_versions').countDocuments()).toBe(wanted.length);
  }, 180_000);
});
