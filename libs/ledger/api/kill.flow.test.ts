import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { IdentityModule } from '@isegoria/identity/api';
import { eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import { base64, leafHash, leafText, rootOver, utf8ToBytes } from '@isegoria/ledger/contracts';
import { aNumberedSource } from './ledger.builders';
import { LedgerModule } from './ledger.module';
import { LedgerSources } from './ledger-sources';
import { LedgerStore } from './ledger-store';
import { Sequencer } from './sequencer';

// The ledger is grown by the processes that are killed, not by this one.
process.env['WORKER'] = 'off';

const rounds = 3;

describe('a process that is killed while it grows the ledger', () => {
  let city: TestCity;
  let folder: string;
  let child: ChildProcess | null = null;

  beforeAll(async () => {
    city = await startCity([IdentityModule, LedgerModule]);
    mkdirSync('.data', { recursive: true });
    folder = mkdtempSync(join('.data', 'ledger-kill-'));
    await build({ configFile: false, logLevel: 'error', resolve: { tsconfigPaths: true }, build: { ssr: 'libs/ledger/api/kill.main.ts', outDir: folder, target: 'node20' } });
  }, 120_000);
  afterAll(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
    await city.stop();
  }, 120_000);

  function start(): void {
    child = spawn(process.execPath, [join(folder, 'kill.main.js')], { env: { ...process.env, NODE_ENV: 'production', WORKER: 'on', LOG_LEVEL: 'fatal' }, stdio: 'inherit' });
  }

  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child?.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  }

  it('leaves every size with its one root, no leaf twice and none left out, and the next one goes on', async () => {
    const store = city.get(LedgerStore);
    for (let round = 0; round < rounds; round += 1) {
      const { size: before } = await store.state();
      start();
      await eventually('the ledger grows', async () => (await store.state()).size > before + 100, 90_000);
      await new Promise((wake) => setTimeout(wake, 37 * round));
      await kill();
    }
    // This process goes on, and ends the transaction that the dead one may have left open.
    city.get(LedgerSources).register(aNumberedSource(100_000, 3));
    await city.get(Sequencer).step();
    const { size, root, positions } = await store.state();
    const stored = await store.leavesAt(0, size);
    const steps = await aNumberedSource(100_000, 3).after(0, positions[0]?.position ?? 0);
    expect(stored).toEqual(steps.flatMap(({ leaves }) => leaves.map(leafText)));
    const hashes = stored.map((leaf) => leafHash(utf8ToBytes(leaf)));
    expect(root).toBe(base64(rootOver(hashes)));
    const signed = await city.get<Connection>(getConnectionToken()).collection<{ _id: number; root: string }>('ledger_sizes').find().toArray();
    for (const { _id: at, root: then } of signed) expect([at, then]).toEqual([at, base64(rootOver(hashes.slice(0, at)))]);
    expect(Math.max(...signed.map(({ _id }) => _id))).toBe(size);
    expect(await store.leavesAt(size, 50)).toEqual([]);
  }, 240_000);
});
