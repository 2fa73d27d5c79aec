import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule } from '@isegoria/identity/api';
import { eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import { cosignatureTime, noteKey, parseNote, parseVerifierKey, verifierKey } from '@isegoria/ledger/contracts';
import { CosignatureRecord } from './cosignature.schema';
import { aSource, aVoteLeaf } from '../ledger.builders';
import { LedgerModule } from '../ledger.module';
import { Ledger } from '../ledger.service';
import { LedgerSources } from '../ledger-sources';
import { WitnessPush } from './witness-push';

/** Where `go install filippo.io/torchwood/cmd/{litewitness,witnessctl}@latest` put its programs. */
const programs = process.env['LITEWITNESS_BIN'] ?? '';
const name = 'witness.example/stock';
const port = 17_380;

/** A witness that we did not write, of the people who wrote the convention. */
describe.skipIf(!existsSync(join(programs, 'litewitness')))('a stock witness (litewitness)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isegoria-witness-'));
  const at = (file: string) => join(folder, file);
  const running: ChildProcess[] = [];
  const source = aSource('test');
  let city: TestCity;

  beforeAll(async () => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at('key')]);
    const fingerprint = execFileSync('ssh-keygen', ['-lf', at('key.pub')]).toString().split(' ')[1] ?? '';
    const [, encoded = ''] = readFileSync(at('key.pub'), 'utf8').split(' ');
    const vkey = verifierKey(noteKey(name, 4, new Uint8Array(Buffer.from(encoded, 'base64').subarray(-32))));
    process.env['LEDGER_WITNESSES'] = `${vkey}@http://127.0.0.1:${port}`;
    city = await startCity([IdentityModule, LedgerModule]);
    city.get(LedgerSources).register(source);
    const log = (await (await fetch(`${city.url}/ledger/vkey`)).text()).trim();
    const origin = parseVerifierKey(log)?.name ?? '';
    running.push(spawn('ssh-agent', ['-D', '-a', at('agent')], { stdio: 'ignore' }));
    await eventually('the agent is there', () => existsSync(at('agent')));
    execFileSync('ssh-add', ['-q', at('key')], { env: { ...process.env, SSH_AUTH_SOCK: at('agent') }, stdio: 'ignore' });
    execFileSync(join(programs, 'witnessctl'), ['add-log', '-db', at('db'), '-origin', origin]);
    execFileSync(join(programs, 'witnessctl'), ['add-key', '-db', at('db'), '-origin', origin, '-key', log]);
    running.push(spawn(join(programs, 'litewitness'), ['-db', at('db'), '-name', name, '-key', fingerprint, '-ssh-agent', at('agent'), '-listen', `127.0.0.1:${port}`], { stdio: 'ignore' }));
    await eventually('the witness listens', () => fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false), 20_000);
  }, 120_000);
  afterAll(async () => {
    for (const child of running) child.kill();
    await city.stop();
    delete process.env['LEDGER_WITNESSES'];
  });

  const grows = async (by: number) => {
    const { size } = await city.get(Ledger).checkpoint();
    source.add(...Array.from({ length: by }, (_, place) => aVoteLeaf(size + place)));
    await city.get(Ledger).catchUp();
  };
  /** When it cosigned the checkpoint of now; null where it did not. */
  const cosigned = async () => {
    await city.get(WitnessPush).sendToAll();
    const note = parseNote(await (await fetch(`${city.url}/ledger/checkpoint`)).text());
    const line = note?.signatures.find((one) => one.name === name);
    const key = parseVerifierKey((process.env['LEDGER_WITNESSES'] ?? '').split('@')[0] ?? '');
    return note && line && key ? cosignatureTime(note.text, line.signature, key.publicKey) : null;
  };

  it('takes our checkpoints with their proofs, and its cosignature holds', async () => {
    for (const leaves of [1, 6, 249, 512, 1000]) {
      await grows(leaves);
      expect(await cosigned()).toBeGreaterThan(1_700_000_000);
    }
  });

  it('corrects a city that forgot what it had confirmed', async () => {
    await city.get<Model<CosignatureRecord>>(getModelToken(CosignatureRecord.name)).deleteMany({});
    await grows(77);
    expect(await cosigned()).toBeGreaterThan(1_700_000_000);
  });
});
