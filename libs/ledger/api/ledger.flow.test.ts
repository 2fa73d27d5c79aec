import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule } from '@isegoria/identity/api';
import { eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import {
  base64, fromBase64, hashOfLeaf, isContinued, isIncluded, leafHash, leafText, openCheckpoint, openPromise, parseVerifierKey, rootOver, utf8ToBytes,
} from '@isegoria/ledger/contracts';
import { aSource, aVoteLeaf } from './ledger.builders';
import { LedgerKey } from './ledger-key';
import { LedgerModule } from './ledger.module';
import { Ledger } from './ledger.service';
import { LedgerSources } from './ledger-sources';
import { LedgerStore } from './ledger-store';
import { PublicActs } from './public-acts.service';
import { Sequencer } from './sequencer';

let city: TestCity;
let ledger: Ledger;
let store: LedgerStore;
const source = aSource('test');
const late = aSource('zz-late');

const db = () => {
  const { db: found } = city.get<Connection>(getConnectionToken());
  if (!found) throw new Error('no store');
  return found;
};

beforeAll(async () => {
  city = await startCity([IdentityModule, LedgerModule]);
  ledger = city.get(Ledger);
  store = city.get(LedgerStore);
  city.get(LedgerSources).register(source);
});
afterAll(() => city.stop());

const allLeaves = (size: number) => store.leavesAt(0, size);
const rootOfLeaves = (leaves: string[]) => base64(rootOver(leaves.map((leaf) => leafHash(utf8ToBytes(leaf)))));

describe('the ledger', () => {
  it('takes in what a source holds, by itself and soon, under the root that the standard defines', async () => {
    source.add(aVoteLeaf(1), aVoteLeaf(2));
    source.add();
    source.add(aVoteLeaf(3));
    await ledger.nudge();
    const { size, root } = await eventually('three leaves stand', async () => (await ledger.checkpoint()).size === 3 && ledger.checkpoint());
    expect(base64(root)).toBe(rootOfLeaves(await allLeaves(size)));
    expect(await allLeaves(3)).toEqual([1, 2, 3].map((voter) => JSON.stringify(aVoteLeaf(voter))));
  });

  it('proves to a citizen that what it promised stands in it', async () => {
    const mine = aVoteLeaf(900);
    const [promise] = ledger.promise([leafText(mine)], new Date());
    const { data } = await city.graph<{ ledger: { key: string } }>('{ ledger { key } }');
    const key = parseVerifierKey(data.ledger.key);
    if (!key || !promise) throw new Error('no key or promise');
    expect(openPromise(promise, key)).toMatchObject({ within: 60 });
    expect(openPromise({ ...promise, leafHash: base64(hashOfLeaf(aVoteLeaf(901))) }, key)).toBeNull();
    expect(await ledger.proofOf(promise.leafHash)).toBeNull();

    source.add(mine);
    await ledger.catchUp();
    const proof = await ledger.proofOf(promise.leafHash);
    const opened = proof && openCheckpoint(proof.checkpoint, key);
    if (!proof || !opened) throw new Error('no proof');
    const { size, root } = opened.checkpoint;
    expect(isIncluded({ leaf: hashOfLeaf(mine), index: proof.index, size, root, proof: proof.path.map((step) => fromBase64(step) ?? new Uint8Array()) })).toBe(true);
  });

  it('signs a whole batch of votes at once, and each promise holds alone', () => {
    const leaves = Array.from({ length: 400 }, (_, voter) => aVoteLeaf(voter));
    const promises = ledger.promise(leaves.map(leafText), new Date());
    const { key } = city.get(LedgerKey);
    expect(new Set(promises.map(({ note }) => note)).size).toBe(1);
    expect(promises.filter((_, at) => at % 40 === 3).every((promise) => openPromise(promise, key))).toBe(true);
  });

  it('grows past its tiles as if all had come at once', async () => {
    for (let step = 0; step < 9; step += 1) {
      source.add(...Array.from({ length: 40 + step * 37 }, (_, at) => aVoteLeaf(1000 * (step + 1) + at)));
      await city.get(Sequencer).step();
    }
    await ledger.catchUp();
    const { size, root } = await ledger.checkpoint();
    expect(size).toBeGreaterThan(1500);
    expect(base64(root)).toBe(rootOfLeaves(await allLeaves(size)));
  });

  it('has one root at each size, however many sequencers run at once', async () => {
    source.add(...Array.from({ length: 300 }, (_, at) => aVoteLeaf(20_000 + at)));
    city.get(LedgerSources).register(late);
    late.add(aVoteLeaf(31_000));
    const before = await ledger.checkpoint();
    await Promise.all(Array.from({ length: 8 }, () => city.get(Sequencer).run()));
    const after = await ledger.checkpoint();
    expect(after.size).toBe(before.size + 301);
    expect(base64(after.root)).toBe(rootOfLeaves(await allLeaves(after.size)));
    const signed = await db().collection<{ _id: number; root: string }>('ledger_sizes').find().toArray();
    const leaves = await allLeaves(after.size);
    for (const { _id: at, root } of signed) expect(root).toBe(rootOfLeaves(leaves.slice(0, at)));
    expect(isContinued({ older: before, newer: after, proof: [] })).toBe(false);
  });

  it('gives a second root for a size no place: who tries undoes all of their own', async () => {
    const from = await store.state();
    const edge = await store.edge(from);
    await db().collection<{ _id: number; root: string }>('ledger_sizes').insertOne({ _id: from.size + 1, root: 'another root' });
    source.add(aVoteLeaf(41_000));
    await expect(city.get(Sequencer).step()).rejects.toThrow();
    expect(await store.state()).toEqual(from);
    expect(await store.edge(from)).toEqual(edge);
    expect(await store.leavesAt(from.size, 1)).toEqual([]);
    await db().collection<{ _id: number }>('ledger_sizes').deleteOne({ _id: from.size + 1 });
    await ledger.catchUp();
    expect((await store.state()).size).toBe(from.size + 1);
  });

  it('keeps the leaves of a city of an earlier version, which had a document for each of them', async () => {
    await ledger.catchUp();
    const { size } = await store.state();
    const before = await allLeaves(size);
    const stored = db().collection<{ _id: number }>('ledger_leaves');
    await stored.deleteMany({});
    await stored.insertMany(before.map((leaf, at) => ({ _id: at, hash: base64(leafHash(utf8ToBytes(leaf))), leaf })));
    await stored.createIndex({ hash: 1 });
    expect(await allLeaves(size)).toEqual([]);
    await Promise.all([store.onModuleInit(), store.onModuleInit()]);
    expect(await allLeaves(size)).toEqual(before);
    expect(await stored.countDocuments()).toBe(Math.ceil(size / 256));
    const last = before.at(-1) ?? '';
    expect((await ledger.proofOf(base64(leafHash(utf8ToBytes(last)))))?.index).toBe(size - 1);
  });

  it('builds nothing on tiles that somebody changed', async () => {
    await ledger.catchUp();
    const from = await store.state();
    const tile = `0/${Math.floor(from.size / 256)}`;
    const tiles = db().collection<{ _id: string; hashes: Buffer }>('ledger_tiles');
    const right = await tiles.findOne({ _id: tile }, { promoteBuffers: true });
    await tiles.updateOne({ _id: tile }, { $set: { hashes: Buffer.alloc(right?.hashes.length ?? 0, 7) } });
    source.add(aVoteLeaf(42_000));
    await expect(city.get(Sequencer).step()).rejects.toThrow('is signed');
    await tiles.updateOne({ _id: tile }, { $set: { hashes: right?.hashes } });
    await ledger.catchUp();
    expect((await store.state()).size).toBe(from.size + 1);
  });
});

describe('an act of power', () => {
  const act = { act: 'moderation.decided', id: 'case-1', rule: '3', role: 'moderator', subject: { kind: 'comment', id: '7' }, body: { decision: 'hidden', after: 2, about: 'x' } };

  it('stands in the ledger once, however often and however concurrently it is recorded', async () => {
    await Promise.all([act, act, act, { ...act, id: 'case-2' }, { ...act, id: 'case-3' }].map((one) => city.get(PublicActs).record(one)));
    await ledger.catchUp();
    const leaves = await allLeaves((await ledger.checkpoint()).size);
    const acts = leaves.filter((leaf) => leaf.includes('"type":"act"'));
    expect(acts.map((leaf) => (JSON.parse(leaf) as { id: string }).id).sort()).toEqual(['case-1', 'case-2', 'case-3']);
    expect(acts.some((leaf) => leaf.endsWith('"body":{"about":"x","after":2,"decision":"hidden"}}'))).toBe(true);
  });

  it('is read by everyone, the newest first, with its place', async () => {
    const { data } = await city.graph<{ ledgerActs: { items: { id: string; act: string; index: number; title: null }[]; total: number } }>(
      '{ ledgerActs(first: 2) { items { id act index title { el } details { name value } } total } }',
    );
    expect(data.ledgerActs.total).toBe(3);
    expect(data.ledgerActs.items).toHaveLength(2);
    expect(data.ledgerActs.items[0]).toMatchObject({ act: 'moderation.decided', title: null });
    expect(data.ledgerActs.items[0]?.index).toBeGreaterThan(0);
  });

  it('may come with others of its kind, in their order and without a gap, beside others who record at the same time', async () => {
    const of = (who: string) => Array.from({ length: 60 }, (_, at) => ({ ...act, id: `${who}-${at}` }));
    const [first = act] = of('a');
    await Promise.all([of('a'), of('b'), [...of('a'), ...of('c')]].map((acts) => city.get(PublicActs).recordAll(acts)));
    await city.get(PublicActs).recordAll([first, { ...act, id: 'last' }]);
    await ledger.catchUp();
    const leaves = await allLeaves((await ledger.checkpoint()).size);
    const ids = leaves.filter((leaf) => leaf.includes('"type":"act"')).map((leaf) => (JSON.parse(leaf) as { id: string }).id).filter((id) => !id.startsWith('case-'));
    expect(ids).toHaveLength(181);
    for (const who of ['a', 'b', 'c']) expect(ids.filter((id) => id.startsWith(`${who}-`))).toEqual(of(who).map(({ id }) => id));
    expect(ids.at(-1)).toBe('last');
  });
});
