import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { getConnectionToken, InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { IdentityModule, Public } from '@isegoria/identity/api';
import { startCity, type TestCity } from '@isegoria/kernel/api';
import { Ledger, LedgerModule, LedgerSources, PublicActs } from '@isegoria/ledger/api';
import { base64, digest, type Leaf, leafHash, leafText, noteKey, noteText, parseLeaf, Recount, rootOver, utf8ToBytes, verifierKey } from '@isegoria/ledger/contracts';
import { boxInLedger } from '@isegoria/votes/contracts';
import { getPublicKey, sign } from '@noble/ed25519';
import { type CityFiles, cityAt } from './verify/city-files';
import { verifyCommand } from './verify/command';
import type { Memory } from './verify/memory';
import { verify } from './verify/verify';

interface Tally {
  _id: string;
  ballotId: string;
  voters: number;
  counts: { questionId: string; optionId: string; count: number; points?: number; first?: number }[];
}

/** What the site shows, out of a collection that somebody may edit. */
@Resolver()
class ShownTallies {
  constructor(@InjectConnection() private readonly mongo: Connection) {}

  @Public()
  @Query()
  async tallies(@Args('ids', { type: () => [String] }) ids: string[]) {
    const found = await this.mongo.collection<Tally>('shown_tallies').find().toArray();
    return ids.map((ballotId) => ({ seq: 1, ...(found.find(({ _id }) => _id === ballotId) ?? { ballotId, voters: 0, counts: [] }) }));
  }
}

@Module({ providers: [ShownTallies] })
class ShownTalliesModule {}

let city: TestCity;
let leaves: string[];
let memory: Memory;
const quick = { tries: 1, pauseMs: 10 };

const collection = <T extends { _id: unknown }>(name: string) => city.get<Connection>(getConnectionToken()).collection<T>(name);
const stored = () => collection<{ _id: number; bundle: number; hashes: string[]; leaves: string[] }>('ledger_leaves');
const look = (from: Memory | null = memory) => verify(cityAt(city.url), from, () => undefined, quick);
const kinds = async (from: Memory | null = memory) => (await look(from)).report.problems.map(({ kind }) => kind);
const says = async (from: Memory | null = memory) => (await look(from)).report.problems.map(({ says: sentence }) => sentence);

beforeAll(async () => {
  city = await startCity([IdentityModule, LedgerModule, ShownTalliesModule]);
  const votes = Array.from({ length: 610 }, (_, at): Leaf => ({
    v: 1, type: 'vote', ballot: `proposal:${at % 3}`, kind: 'support', voter: `voter-${at % 500}`, press: `press-${at}`, channel: 'online', choice: at % 50 === 7 ? [] : ['support:yes'],
  }));
  const polled = (ballot: string, at: number, choice: string[]): Leaf => ({ v: 1, type: 'vote', ballot, kind: 'poll', voter: `voter-${at}`, press: `${ballot}-${at}`, channel: 'online', choice });
  votes.push(...Array.from({ length: 4 }, (_, at) => polled('poll:points', at, [`q:a=${at + 1}`, 'q:b=2'])), ...Array.from({ length: 3 }, (_, at) => polled('poll:ranking', at, at === 0 ? ['q:b#1', 'q:a#2'] : ['q:a#1', 'q:b#2'])));
  city.get(LedgerSources).register({ name: 'test', after: (position) => Promise.resolve(position === 0 ? [{ position: 1, leaves: votes }] : []) });
  await city.get(PublicActs).record({ act: 'moderation.decided', id: 'm1', rule: '2', role: 'moderator', subject: { kind: 'moderation-case', id: '1' } });
  await city.get(Ledger).catchUp();
  leaves = (await stored().find().toArray()).sort((a, b) => a._id - b._id).flatMap((record) => record.leaves);
  await restore();
  const first = await look(null);
  if (!first.memory || first.report.problems.length > 0) throw new Error(JSON.stringify(first.report.problems));
  ({ memory } = first);
}, 120_000);
afterAll(() => city.stop());
afterEach(async () => {
  vi.restoreAllMocks();
  await restore();
});

/** Writes the whole ledger anew, as one would who holds the store and the key, and hides it well. */
async function rewrite(lines: string[]) {
  const hashes = lines.map((leaf) => leafHash(utf8ToBytes(leaf)));
  await stored().deleteMany({});
  await stored().insertMany(lines.map((leaf, at) => ({ _id: at, bundle: Math.floor(at / 256), hashes: [base64(hashes[at] ?? new Uint8Array())], leaves: [leaf] })));
  await collection('ledger_tiles').deleteMany({});
  for (let level = 0, row = hashes; row.length > 0; level += 1) {
    const tiles = Array.from({ length: Math.ceil(row.length / 256) }, (_, at) => row.slice(at * 256, at * 256 + 256));
    await collection<{ _id: string }>('ledger_tiles').insertMany(tiles.map((tile, at) => ({ _id: `${level}/${at}`, hashes: Buffer.concat(tile) })));
    row = tiles.filter(({ length }) => length === 256).map(rootOver);
  }
  await collection<{ _id: string }>('ledger_checkpoints').updateOne({ _id: 'live' }, { $set: { size: lines.length, root: base64(rootOver(hashes)) } });
}

/** The honest tallies of some leaves. */
async function show(lines: string[]) {
  const recount = new Recount();
  for (const line of lines) {
    const leaf = parseLeaf(utf8ToBytes(line));
    if (leaf) recount.add(leaf);
  }
  const tallies = [...recount.ballots].map(([ballotId, { voters, counts }]) => ({
    _id: ballotId, ballotId, voters, counts: [...counts].filter(([name]) => !/[=#]$/.test(name)).map(([option, count]) => {
      const [questionId = '', optionId = ''] = option.split(':');
      const [points, first] = [counts.get(`${option}=`), counts.get(`${option}#`)];
      return { questionId, optionId, count, ...(points ? { points } : {}), ...(first ? { first } : {}) };
    }),
  }));
  await collection('shown_tallies').deleteMany({});
  await collection<Tally>('shown_tallies').insertMany(tallies);
}

async function restore() {
  await rewrite(leaves);
  await show(leaves);
}

const indexOf = (place: number) => leaves[place] ?? '';
const without = (place: number) => leaves.filter((_, at) => at !== place);
const forged = (over: Partial<Leaf> = {}): string => leafText({ v: 1, type: 'vote', ballot: 'proposal:1', kind: 'support', voter: 'nobody', press: 'none', channel: 'online', choice: ['support:yes'], ...over } as Leaf);

describe('whoever verifies an honest city', () => {
  it('finds nothing wrong, and that the log goes on from where they saw it', async () => {
    const { report } = await look();
    expect(report).toMatchObject({ ok: true, problems: [], size: 618, continues: 618, leaves: { votes: 617, acts: 1 }, ballots: { recounted: 5, secret: 0 } });
  });

  it('does it by one command, which remembers, and says so by its exit code', async () => {
    const state = join(mkdtempSync(join(tmpdir(), 'isegoria-')), 'state.json');
    const lines: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
    expect(await verifyCommand([city.url, '--state', state])).toBe(0);
    expect(lines.join('')).toContain('Nothing is wrong.');
    expect(lines.join('')).toContain('believed at first sight');
    lines.length = 0;
    await stored().updateOne({ _id: 3 }, { $set: { 'leaves.0': forged() } });
    expect(await verifyCommand([city.url, '--state', state, '--json'])).toBe(1);
    const { ok, problems } = JSON.parse(lines.join('')) as { ok: boolean; problems: { kind: string }[] };
    expect([ok, problems[0]?.kind]).toEqual([false, 'leaf_changed']);
  });
});

describe('in a copy of the store the verifier names', () => {
  it('one ballot changed', async () => {
    await stored().updateOne({ _id: 300 }, { $set: { 'leaves.0': forged() } });
    expect(await says()).toContain('The leaf 300 was changed: it is another one than the one whose hash is in the tree.');
  });

  it('one ballot dropped', async () => {
    await stored().deleteOne({ _id: 12 });
    expect(await says()).toContain('The leaf 12 was dropped: it stood in the log and is not there now.');
  });

  it('two ballots swapped', async () => {
    await stored().updateOne({ _id: 20 }, { $set: { 'leaves.0': indexOf(90) } });
    await stored().updateOne({ _id: 90 }, { $set: { 'leaves.0': indexOf(20) } });
    expect(await says()).toContain('The leaves 20 and 90 were swapped.');
  });

  it('one ballot added, which no tally knows', async () => {
    await rewrite([...leaves, forged()]);
    const before = (await collection<Tally>('shown_tallies').findOne({ _id: 'proposal:1' }))?.voters ?? 0;
    expect(await says()).toContain(`proposal:1: the ledger holds the votes of ${before + 1} people, the site shows ${before}.`);
  });

  it('a tally that was edited', async () => {
    await collection<Tally>('shown_tallies').updateOne({ _id: 'proposal:2' }, { $inc: { 'counts.0.count': 1 } });
    expect(await kinds()).toEqual(['tally']);
    await collection<Tally>('shown_tallies').updateOne({ _id: 'proposal:0' }, { $inc: { voters: -1 } });
    expect((await kinds()).sort()).toEqual(['tally', 'voters']);
  });

  it('points that were edited, though every count of people is left alone', async () => {
    await collection<Tally>('shown_tallies').updateOne({ _id: 'poll:points' }, { $set: { 'counts.0.points': 11 } });
    expect(await says()).toEqual(['poll:points: the ledger makes 10 points for q:a, the site shows 11.']);
    await collection<Tally>('shown_tallies').updateOne({ _id: 'poll:points' }, { $unset: { 'counts.1.points': '' } });
    expect(await says()).toContain('poll:points: the ledger makes 8 points for q:b, the site shows 0.');
  });

  it('first places that were edited', async () => {
    await collection<Tally>('shown_tallies').updateOne({ _id: 'poll:ranking' }, { $set: { 'counts.0.first': 2 } });
    expect(await says()).toEqual(['poll:ranking: the ledger makes 1 first places for q:b, the site shows 2.']);
  });

  it('a tile that was edited', async () => {
    const tiles = collection<{ _id: string; hashes: Buffer }>('ledger_tiles');
    const tile = await tiles.findOne({ _id: '0/1' }, { promoteBuffers: true });
    const bent = Buffer.from(tile?.hashes ?? []);
    bent.writeUInt8(bent.readUInt8(64) ^ 1, 64);
    await tiles.updateOne({ _id: '0/1' }, { $set: { hashes: bent } });
    const found = await kinds();
    expect(found).toContain('root');
    expect(found).toContain('leaf_changed');
  });
});

describe('of what comes while somebody verifies, the verifier names', () => {
  /** A city whose log is looked at again, as a tally does not agree yet; before that something happens. */
  const meanwhile = async (happens: () => Promise<void>, over: (looks: number, path: string) => Promise<string> | null = () => null) => {
    await collection<Tally>('shown_tallies').updateOne({ _id: 'proposal:1' }, { $inc: { voters: 1 } });
    const files = cityAt(city.url);
    let looks = 0;
    const text = async (path: string) => {
      if (path === 'vkey' && ++looks === 2) await happens();
      return (await over(looks, path)) ?? files.text(path);
    };
    return (await verify({ ...files, text }, null, () => undefined, { tries: 3, pauseMs: 10 })).report.problems.map(({ kind }) => kind);
  };
  const another = forged({ voter: 'another', press: 'another' });

  it('nothing where the log goes on and the tally with it', async () => {
    expect(await meanwhile(async () => {
      await rewrite([...leaves, another]);
      await show([...leaves, another]);
    })).toEqual([]);
  });

  it('leaves that are not those of the tree, though the tally is made of them', async () => {
    expect(await meanwhile(async () => {
      await rewrite([...leaves, another]);
      await stored().updateOne({ _id: leaves.length }, { $set: { 'leaves.0': forged() } });
      await show([...leaves, forged()]);
    })).toEqual(['leaf_changed']);
  });

  it('a log that was written anew', async () => {
    expect(await meanwhile(async () => {
      await rewrite([...without(44), another, forged()]);
      await show([...leaves, forged()]);
    })).toContain('root');
  });

  it('another key', async () => {
    const secret = new Uint8Array(32).fill(9);
    const signed = async (looks: number, path: string) => {
      const [said = '', line = ''] = (await cityAt(city.url).text('checkpoint')).split('\n\n');
      const key = noteKey(line.split(' ')[1] ?? '', 1, getPublicKey(secret));
      if (looks > 1 && path === 'vkey') return verifierKey(key);
      return looks > 1 ? noteText({ text: `${said}\n`, signatures: [{ name: key.name, keyId: key.keyId, signature: sign(utf8ToBytes(`${said}\n`), secret) }] }) : cityAt(city.url).text(path);
    };
    expect(await meanwhile(() => show(leaves), signed)).toEqual(['key_changed']);
  });
});

describe('a ballot of which the ledger has no vote', () => {
  const hidden: Tally = { _id: 'poll:hidden', ballotId: 'poll:hidden', voters: 3, counts: [{ questionId: 'q', optionId: 'a', count: 3 }] };

  it('is asked for where it was announced', async () => {
    await rewrite([...leaves, leafText({ v: 1, type: 'act', act: 'ballot.announced', id: 'a1', rule: null, role: 'city', subject: { kind: 'poll', id: 'hidden' }, body: { ballot: 'poll:hidden' } })]);
    expect(await kinds()).toEqual([]);
    await collection<Tally>('shown_tallies').insertOne(hidden);
    expect((await kinds()).sort()).toEqual(['tally', 'voters']);
  });

  it('is asked for where the city’s public data has its tally', async () => {
    await collection<Tally>('shown_tallies').insertOne(hidden);
    const lines: CityFiles['lines'] = (path, _, take) => Promise.resolve(path === '/data/tallies.jsonl' ? take('{"ballot":"poll:hidden"}', 1) : undefined);
    const { report } = await verify({ ...cityAt(city.url), lines }, null, () => undefined, quick);
    expect(report.problems.map(({ says: sentence }) => sentence)).toContain('poll:hidden: the ledger holds the votes of 0 people, the site shows 3.');
  });
});

describe('an opened box', () => {
  const sealedVote = (press: string): string => leafText({ v: 1, type: 'vote', ballot: 'poll:sealed', kind: 'poll', press, channel: 'online', commitment: press });
  const act = (name: string, body: Record<string, number | string | Record<string, number>>): string =>
    leafText({ v: 1, type: 'act', act: name, id: name, rule: null, role: 'trustees', subject: { kind: 'poll', id: 'sealed' }, body: { ballot: 'poll:sealed', ...body } });
  const found = (lines: { fate: string; answers: string[] }[]) => foundIn(lines.map((line, ballot) => `${JSON.stringify({ ballot: String(ballot), ...line })}\n`).join(''));
  const foundIn = async (list: string) => {
    const logged = { valid: 1, invalid: 0, blank: 1, replaced: 0, digest: digest(list) };
    await rewrite([...leaves, sealedVote('p1'), sealedVote('p2'), act('ballot.opened', logged), act('ballot.result', { voters: 1, counts: { 'q:a': 1 } })]);
    await collection<Tally>('shown_tallies').insertOne({ _id: 'poll:sealed', ballotId: 'poll:sealed', voters: 1, counts: [{ questionId: 'q', optionId: 'a', count: 1 }] });
    return (await verify({ ...cityAt(city.url), page: () => Promise.resolve(list) }, null, () => undefined, quick)).report.problems.map(({ says: sentence }) => sentence);
  };

  it('has of every fate as many ballots as were logged, and as many voters as valid ones', async () => {
    expect(await found([{ fate: 'valid', answers: ['q:a'] }, { fate: 'blank', answers: [] }])).toEqual([]);
  });

  it('is told which line of its list says no ballot', async () => {
    expect(await foundIn('{"fate":"valid","answers":["q:a"]}\n{"fate":"blank"}\n')).toEqual([
      '/boxes/poll%3Asealed/ballots.jsonl: line 2 is no opened ballot that can be read.', 'poll:sealed: the opened ballots make 0 blank ones, but 1 was published.',
    ]);
  });

  it('is not called sound with a valid ballot too many, though all together are as many', async () => {
    expect(await found([{ fate: 'valid', answers: ['q:a'] }, { fate: 'valid', answers: [] }])).toEqual([
      'poll:sealed: the opened ballots make 2 valid ones, but 1 was published.', 'poll:sealed: the opened ballots make 0 blank ones, but 1 was published.', 'poll:sealed: the opened ballots make 2 voters, but 1 was published.',
    ]);
  });
});

describe('a city that publishes what nobody can read', () => {
  const found = async (over: Partial<CityFiles>) => (await verify({ ...cityAt(city.url), ...over }, null, () => undefined, quick)).report.problems;

  it('is told the file and the line, and everything else is checked all the same', async () => {
    await collection<Tally>('shown_tallies').updateOne({ _id: 'proposal:0' }, { $inc: { voters: -1 } });
    const published = ['{"ballot":"proposal:0"}', '{"ballot":"propos', 'null', '{"ballot":7}'];
    const lines: CityFiles['lines'] = (_path, _most, take) => Promise.resolve(published.forEach((line, at) => take(line, at + 1)));
    expect(await found({ lines })).toEqual([
      { kind: 'file', says: '/data/tallies.jsonl: line 2 is no tally that can be read, nor are 2 more.' },
      expect.objectContaining({ kind: 'voters' }),
    ]);
  });

  it('is told where its pages answer something else than tallies', async () => {
    const graph: CityFiles['graph'] = (query, variables, shape) => cityAt(city.url).graph(query.replace('counts {', 'renamed: counts {'), variables, shape);
    expect(await found({ graph })).toEqual([{ kind: 'unreachable', says: `${city.url}/graphql answered something else than what was asked` }]);
  });

  it('is not looked at with a state file that was cut off, and the sentence names the file', async () => {
    const state = join(mkdtempSync(join(tmpdir(), 'isegoria-')), 'state.json');
    writeFileSync(state, '{"key":"');
    await expect(verifyCommand([city.url, '--state', state])).rejects.toThrow(`${state} is not a state file of this command`);
  });
});

describe('a trustee who lays the ledger beside a box', () => {
  const read = (key: string | null = null, over: Partial<CityFiles> = {}) => boxInLedger({ ...cityAt(city.url), ...over }, 'poll:sealed', key === null ? null : { key });

  it('believes no line that is not in the tree, no tree that is not signed, and no other key', async () => {
    expect(await read(memory.key)).toEqual({ commitments: [], digest: null });
    expect(await read(memory.key.replace(/\+\w{8}\+/, '+00000000+'))).toBe('broken');
    await stored().updateOne({ _id: 300 }, { $set: { 'leaves.0': forged() } });
    expect(await read()).toBe('broken');
    await restore();
    const bytes: CityFiles['bytes'] = async (path) => (path.startsWith('tile/entries/001') ? new Uint8Array() : cityAt(city.url).bytes(path));
    expect(await read(null, { bytes })).toBe('broken');
    const none: CityFiles['bytes'] = (path) => cityAt(city.url).bytes(path.replace('tile/entries/001', 'tile/entries/999'));
    await expect(read(null, { bytes: none })).rejects.toThrow('404');
  });

  it('believes no tree that was made for other leaves', async () => {
    const { root } = await city.get(Ledger).checkpoint();
    await rewrite(leaves.map((leaf, at) => (at === 5 ? forged() : leaf)));
    await collection<{ _id: string }>('ledger_checkpoints').updateOne({ _id: 'live' }, { $set: { root: base64(root) } });
    expect(await read()).toBe('broken');
  });
});

describe('a city that shows too little', () => {
  it('is not called sound where its log cannot be had', async () => {
    const { report, memory: kept } = await verify(cityAt(`${city.url}/nowhere`), null, () => undefined, quick);
    expect([report.ok, report.problems[0]?.kind, kept]).toEqual([false, 'unreachable', null]);
  });

  it('is not called sound where leaves are not written as they must be', async () => {
    await rewrite([...leaves, '{"type":"secret decree"}']);
    expect(await kinds()).toEqual(['leaf_unknown']);
  });
});

describe('where all was written anew and signed again, tallies and all, the verifier names', () => {
  const hiding = async (lines: string[]) => {
    await rewrite(lines);
    await show(lines);
  };

  it('a ballot changed', async () => {
    await hiding(leaves.map((leaf, at) => (at === 400 ? forged() : leaf)));
    expect(await kinds(null)).toEqual([]);
    expect(await kinds()).toEqual(['another_root', 'leaf_changed']);
    expect(await says()).toContain('The leaf 400 was changed: it is another one than when it was seen before.');
  });

  it('a ballot dropped', async () => {
    await hiding([...without(44), forged()]);
    expect(await kinds()).toEqual(['another_root', 'leaf_dropped']);
    expect(await says()).toContain('The leaf 44 was dropped: it stood in the log and is not there now.');
    await hiding(without(44));
    expect((await kinds()).slice(0, 2)).toEqual(['smaller', 'leaf_dropped']);
  });

  it('a ballot slipped in before others', async () => {
    await hiding([...leaves.slice(0, 500), forged(), ...leaves.slice(500)]);
    expect(await kinds(null)).toEqual([]);
    expect((await kinds())[0]).toBe('not_continued');
    expect(await says()).toContain('A leaf was added at 500, where none may come in.');
  });

  it('two ballots swapped', async () => {
    await hiding(leaves.map((leaf, at) => (at === 5 ? indexOf(8) : at === 8 ? indexOf(5) : leaf)));
    expect(await kinds()).toEqual(['another_root', 'leaves_swapped']);
  });

  it('another key', async () => {
    expect(await kinds({ ...memory, key: memory.key.replace(/\+\w{8}\+/, '+00000000+') })).toEqual(['key_changed']);
  });
});
