import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule } from '@isegoria/identity/api';
import { startCity, type TestCity } from '@isegoria/kernel/api';
import { base64, checkpointText, cosignatureTime, entriesOf, hashesOf, leafHash, openCheckpoint, parseNote, parseVerifierKey, rootOver, tilePath } from '@isegoria/ledger/contracts';
import { aSource, aVoteLeaf } from './ledger.builders';
import { LedgerModule } from './ledger.module';
import { Ledger } from './ledger.service';
import { LedgerSources } from './ledger-sources';
import { LedgerStore } from './ledger-store';
import { aWitness } from './witnesses/witness.builders';

const witness = aWitness('witness.example/w1');
let city: TestCity;
const source = aSource('test');

beforeAll(async () => {
  process.env['LEDGER_WITNESSES'] = witness.vkey;
  city = await startCity([IdentityModule, LedgerModule]);
  city.get(LedgerSources).register(source);
  source.add(...Array.from({ length: 600 }, (_, at) => aVoteLeaf(at)));
  await city.get(Ledger).catchUp();
});
afterAll(async () => {
  await city.stop();
  delete process.env['LEDGER_WITNESSES'];
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${city.url}/ledger/${path}`, { headers });
const bytesOf = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer());
const post = (body: string) => fetch(`${city.url}/ledger/witness`, { method: 'POST', body, headers: { 'content-type': 'text/plain' } });

/** A follower that knows nothing of us but the conventions. */
async function follow() {
  const key = parseVerifierKey(await (await get('vkey')).text());
  const opened = key && openCheckpoint(await (await get('checkpoint')).text(), key);
  if (!key || !opened) throw new Error('the checkpoint is not signed by the key');
  return { key, ...opened };
}

describe('whoever follows the log with a client of their own', () => {
  it('finds signed in the checkpoint what the tiles and the entries make', async () => {
    const { checkpoint } = await follow();
    expect(checkpoint.size).toBe(600);
    const hashes: Uint8Array[] = [];
    for (const [index, width] of [[0, 256], [1, 256], [2, 88]] as const) {
      const tile = hashesOf(await bytesOf(tilePath({ level: 0, index, width }))) ?? [];
      const entries = entriesOf(await bytesOf(tilePath({ level: 'entries', index, width }))) ?? [];
      expect(tile).toHaveLength(width);
      expect(entries.map((entry) => base64(leafHash(entry)))).toEqual(tile.map(base64));
      hashes.push(...tile);
    }
    expect(base64(rootOver(hashes))).toBe(base64(checkpoint.root));
    const above = hashesOf(await bytesOf('tile/1/000.p/2'));
    expect(above?.map(base64)).toEqual([rootOver(hashes.slice(0, 256)), rootOver(hashes.slice(256, 512))].map(base64));
  });

  it('may keep tiles for ever, and the checkpoint for a moment', async () => {
    const [tile, partial, entries, checkpoint] = [await get('tile/0/000'), await get('tile/0/002.p/7'), await get('tile/entries/000'), await get('checkpoint')];
    for (const file of [tile, partial, entries]) {
      expect(file.headers.get('content-type')).toBe('application/octet-stream');
      expect(file.headers.get('cache-control')).toContain('immutable');
      expect(file.headers.get('access-control-allow-origin')).toBe('*');
    }
    expect([tile, partial].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, null]);
    expect(entries.headers.get('content-encoding')).toBe('gzip');
    expect((await get('tile/entries/000', { 'accept-encoding': 'identity' })).headers.get('content-encoding')).toBeNull();
    expect(checkpoint.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(checkpoint.headers.get('cache-control')).toBe('public, max-age=1');
  });

  it('is told that there is nothing beyond the tree, or at an address that is written another way', async () => {
    for (const path of ['0/002', '0/003', '0/002.p/89', '1/000', '1/000.p/3', '2/000.p/1', '0/2', '00/000', '0/000.p/256', '0/000.p/0', '0/x000/000', '64/000', 'entries/002', 'data/000', '0/-01']) {
      expect([path, (await get(`tile/${path}`)).status]).toEqual([path, 404]);
    }
  });
});

describe('a witness', () => {
  it('confirms the checkpoint, and everyone sees it', async () => {
    const { checkpoint, note } = await follow();
    const answer = await post(witness.cosigned(note.text, 1_790_000_000));
    expect([answer.status, answer.ok]).toEqual([200, true]);
    const seen = parseNote(await (await get('checkpoint')).text());
    const line = seen?.signatures.find(({ name }) => name === 'witness.example/w1');
    expect(line && cosignatureTime(note.text, line.signature, witness.key.publicKey)).toBe(1_790_000_000);
    const { data } = await city.graph<{ ledger: { witnesses: unknown[] } }>('{ ledger { witnesses { name size } } }');
    expect(data.ledger.witnesses).toEqual([{ name: 'witness.example/w1', size: checkpoint.size }]);
  });

  it('stays behind while the log goes on, and what was confirmed can still be had', async () => {
    const before = await follow();
    source.add(aVoteLeaf(7000));
    await city.get(Ledger).catchUp();
    expect((await follow()).note.signatures).toHaveLength(1);
    const kept = parseNote(await (await get('checkpoint/witnessed')).text());
    expect(kept?.text).toBe(before.note.text);
    expect(kept?.signatures).toHaveLength(2);
  });

  it('is refused what is not so, in a word that says why', async () => {
    const { checkpoint, note } = await follow();
    const now = 1_790_000_100;
    const older = await city.get(LedgerStore).checkpointAt(600);
    const fork = checkpointText({ ...checkpoint, root: new Uint8Array(32) });
    const said = async (body: string) => {
      const answer = await post(body);
      return [answer.status, (await answer.text()).trim()];
    };
    expect(await said('nothing of the kind')).toEqual([400, 'malformed']);
    expect(await said(aWitness('stranger.example').cosigned(note.text, now))).toEqual([403, 'unknown_key']);
    expect(await said(witness.cosigned(note.text, now, 'another text\n'))).toEqual([403, 'bad_signature']);
    expect(await said(witness.cosigned(fork, now))).toEqual([409, 'fork']);
    expect(await said(witness.cosigned(checkpointText({ ...checkpoint, size: 599 }), now))).toEqual([404, 'unknown_size']);
    expect(await said(witness.cosigned(note.text.replace(checkpoint.origin, 'another.example/ledger'), now))).toEqual([404, 'another_log']);
    expect(await said(witness.cosigned(note.text, Math.floor(Date.now() / 1000) + 4000))).toEqual([422, 'future']);
    expect((await said(witness.cosigned(note.text, now)))[0]).toBe(200);
    const back = checkpointText({ ...checkpoint, size: 600, root: new Uint8Array(Buffer.from(older?.root ?? '', 'base64')) });
    expect(await said(witness.cosigned(back, now))).toEqual([409, 'rollback']);
  });
});
