import { createHash } from 'node:crypto';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Clock, eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import { Ledger } from '@isegoria/ledger/api';
import { audited, boxInLedger, newBoxKey } from '@isegoria/votes/contracts';
import { Ballots } from '../ballots/ballots.service';
import { asWritten, castsOf } from '../log/cast-batch.schema';
import { CityClock } from '../city-clock';
import { type OpenedBallot, OpenedBallots } from './opened-ballots';
import { Opening } from './opening.service';
import { Papers } from './papers';
import { aSealedBallot, aSealedVote, boxOf, giveShare, type SealedBallot, setBoxKey } from './sealed.builders';
import { Tallies } from '../count/tallies.service';
import { Trustees } from './trustees.service';
import { VotesJobs } from '../votes.jobs';
import { VotesModule } from '../votes.module';

// What is closed here has nothing on its way.
process.env['LAST_VOTES_SECONDS'] = '1';

const castVote = `mutation C($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!, $sealed: String) { castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce, sealed: $sealed) {
  __typename ... on VoteCast { leaf promise { leafHash } } ... on Invalid { problems { field } } } }`;
type Fate = { castVote: { __typename: string; leaf?: string; promise?: { leafHash: string }; problems?: { field: string }[] } };
type Given = { giveShare: { __typename: string; reason?: string; box?: { state: string } } };
const lines = <T>(text: string) => text.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line) as T);

describe('the boxes that a page shows', () => {
  it('are those that are still to open, the newest first, however many were opened since', async () => {
    const city = await startCity([IdentityModule, VotesModule], { doors: [sessionDoor] });
    const boxes = Array.from({ length: 130 }, (_, at) => ({ _id: `box-${String(at).padStart(3, '0')}`, size: 10, publicKey: null, trustees: [], secret: null, given: null, result: [3, 129].includes(at) ? null : { digest: 'x' } }));
    await city.get<Connection>(getConnectionToken()).collection<{ _id: string }>('ballot_boxes').insertMany(boxes);
    const shown = (await city.get(Trustees).shown()).map(({ ballotId }) => ballotId);
    expect([shown.length, ...shown.slice(0, 3)]).toEqual([100, 'box-129', 'box-003', 'box-128']);
    await city.stop();
  });
});

describe('a sealed ballot', { timeout: 90_000 }, () => {
  let city: TestCity;
  let mongo: Connection;
  let maria: SignedIn;

  beforeAll(async () => {
    city = await startCity([IdentityModule, VotesModule], { doors: [sessionDoor] });
    mongo = city.get<Connection>(getConnectionToken());
    maria = await signedIn(city);
  }, 60_000);
  afterAll(() => city.stop());

  const send = async (who: SignedIn, vote: object) => (await who.graph<Fate>(castVote, { ...vote })).data.castVote;
  const give = async (who: SignedIn | undefined, { id }: SealedBallot, share = '') => (await who?.graph<Given>(giveShare, { ballotId: id, share }))?.data.giveShare;
  /** The ballot is over, for every process. */
  const end = async (ballot: SealedBallot) => {
    const closesAt = await city.get(Ballots).close(ballot.id);
    await eventually('the ballot is over', () => city.get(CityClock).now() >= closesAt);
  };
  async function openWithTwo(ballot: SealedBallot): Promise<void> {
    expect(await give(ballot.trustees[0], ballot, ballot.key.shares[0])).toMatchObject({ __typename: 'ShareTaken', box: { state: 'ready' } });
    expect(await give(ballot.trustees[2], ballot, ballot.key.shares[2])).toMatchObject({ __typename: 'ShareTaken', box: { state: 'opening' } });
    await city.get(Opening).settled();
  }

  it('takes what a browser sealed, tells nobody what it says, and keeps a receipt that does not either', async () => {
    const ballot = await aSealedBallot(city);
    const vote = await aSealedVote(ballot, 'works:bench');
    const fate = await send(maria, vote);
    expect(fate.__typename).toBe('VoteCast');
    const commitment = createHash('sha256').update(Buffer.from(vote.sealed, 'base64url')).digest('base64url');
    expect(JSON.parse(fate.leaf ?? '')).toEqual({ v: 1, type: 'vote', ballot: ballot.id, kind: 'budget', press: expect.any(String), channel: 'online', commitment });
    await city.get(VotesJobs).catchUp();
    await city.get(Ledger).catchUp();
    expect(await city.get(Ledger).proofOf(fate.promise?.leafHash ?? '')).not.toBeNull();
    expect((await city.get(Tallies).fresh([ballot.id])).get(ballot.id)).toMatchObject({ voters: 1, counts: [] });
    expect(JSON.stringify(await castsOf(mongo).find().toArray())).not.toMatch(/bench|person:/);
    expect(await city.get(Papers).of(ballot.id)).toBeNull();
  });

  it('refuses what has not its size, what is no letters, and what anybody could read', async () => {
    const ballot = await aSealedBallot(city);
    const vote = await aSealedVote(ballot, 'works:bench');
    const refused = async (change: object) => (await send(maria, { ...vote, ...change })).problems?.[0]?.field;
    expect(await refused({ sealed: vote.sealed.slice(4) })).toBe('sealed');
    expect(await refused({ sealed: `${vote.sealed}AAAA` })).toBe('sealed');
    expect(await refused({ sealed: `<b>${vote.sealed.slice(3)}` })).toBe('sealed');
    expect(await refused({ sealed: null })).toBe('sealed');
    expect(await refused({ answers: [{ questionId: 'works', optionId: 'bench' }] })).toBe('answers');
  });

  it('waits for its key, which an administrator gives once and three trustees keep', async () => {
    const ballot = await aSealedBallot(city);
    const trustees = ballot.trustees.map(({ citizen }) => ({ citizenId: citizen.id, digest: 'x' }));
    const ask = async (who: SignedIn, change: object) => who.graph<{ setBoxKey: { __typename: string; reason?: string } }>(setBoxKey, { ballotId: ballot.id, publicKey: ballot.key.publicKey, trustees, ...change });
    const administrator = await signedIn(city, { roles: ['administrator'] });
    expect((await ask(administrator, {})).data.setBoxKey).toEqual({ __typename: 'NotAllowed', reason: 'key' });
    expect((await ask(administrator, { publicKey: 'AAAA' })).data.setBoxKey.__typename).toBe('Invalid');
    expect((await ask(administrator, { trustees: trustees.slice(1) })).data.setBoxKey.__typename).toBe('Invalid');
    expect((await ask(administrator, { trustees: [trustees[0], trustees[0], trustees[1]] })).data.setBoxKey.__typename).toBe('Invalid');
    expect((await ask(maria, {})).errors).toBeDefined();

    // A browser that lost the answer sends the same again, and hears that it is set; half of it is another key.
    const same = trustees.map(({ citizenId }, at) => ({ citizenId, digest: ballot.key.digests[at] }));
    const before = await boxOf(city, ballot);
    expect((await ask(administrator, { trustees: same })).data.setBoxKey).toMatchObject({ __typename: 'BoxKeySet', box: { state: 'ready' } });
    expect(await boxOf(city, ballot)).toEqual(before);
    const { publicKey } = await newBoxKey(ballot.id);
    expect((await ask(administrator, { trustees: same, publicKey })).data.setBoxKey).toEqual({ __typename: 'NotAllowed', reason: 'key' });
    expect((await ask(administrator, { trustees: [...same].reverse() })).data.setBoxKey).toEqual({ __typename: 'NotAllowed', reason: 'key' });

    const keyless = `budget:keyless-${Date.now()}`;
    await city.get(Ballots).open({ id: keyless, subject: { kind: 'budget', id: 'x' }, kind: 'budget', questions: [{ id: 'q', options: ['a'] }], secrecy: 'sealed', closesAt: new Date(Date.now() + 60_000) });
    expect((await send(maria, { ...(await aSealedVote(ballot)), ballotId: keyless })).__typename).toBe('BoxNotReady');
  });

  it('is not opened early, by one trustee, by a stranger or with a wrong share; nothing changes then', async () => {
    const ballot = await aSealedBallot(city);
    const [first, second] = ballot.trustees;
    const { shares } = ballot.key;
    expect(await give(first, ballot, shares[0])).toMatchObject({ __typename: 'NotAllowed', reason: 'early' });
    await end(ballot);
    const before = await boxOf(city, ballot);
    const other = await aSealedBallot(city);
    expect(await give(maria, ballot, shares[0])).toMatchObject({ __typename: 'NotAllowed', reason: 'trustee' });
    expect(await give(first, ballot, shares[1])).toMatchObject({ __typename: 'NotAllowed', reason: 'share' });
    expect(await give(first, ballot, other.key.shares[0])).toMatchObject({ __typename: 'NotAllowed', reason: 'share' });
    expect(await give(first, ballot, '')).toMatchObject({ __typename: 'NotAllowed', reason: 'share' });
    expect(await boxOf(city, ballot)).toEqual(before);
    expect(await give(first, ballot, shares[0])).toMatchObject({ box: { state: 'ready' } });
    expect(await give(first, ballot, shares[0])).toMatchObject({ box: { state: 'ready' } });
    expect(await give(second, ballot, shares[2])).toMatchObject({ __typename: 'NotAllowed', reason: 'share' });
    expect((await boxOf(city, ballot))?.result).toBeNull();
  });

  it('is opened: the last ballot of each counts, copies and nonsense do not, and nobody can tell whose was whose', async () => {
    const ballot = await aSealedBallot(city);
    const voters = await Promise.all(Array.from({ length: 12 }, () => signedIn(city)));
    const [copied, nonsense, tookBack] = voters;
    const last = new Map<number, string[]>();
    for (const [at, voter] of voters.entries()) {
      await send(voter, await aSealedVote(ballot, 'works:school'));
      last.set(at, at % 2 ? ['works:bench', 'works:trees'] : ['works:school', 'share:young=4']);
      await send(voter, await aSealedVote(ballot, ...(last.get(at) ?? [])));
    }
    const theirs = await aSealedVote(ballot, 'works:bench');
    if (!copied || !nonsense || !tookBack) throw new Error('nobody came');
    await send(copied, theirs);
    await send(maria, { ...theirs, nonce: 'a-copied-ballot' });
    await send(nonsense, await aSealedVote(ballot, 'works:bench', 'works:school', 'share:young=99'));
    await send(tookBack, await aSealedVote(ballot));
    const hostile = await signedIn(city);
    await send(hostile, await aSealedVote(ballot, '<script>alert("I am Maria")</script>'));
    await end(ballot);
    await openWithTwo(ballot);

    const box = await boxOf(city, ballot);
    expect(box).toMatchObject({ secret: null, given: null, opening: null, result: { valid: 10, invalid: 3, blank: 1, replaced: 15 } });
    const file = await (await fetch(`${city.url}/boxes/${encodeURIComponent(ballot.id)}/ballots.jsonl`)).text();
    expect(createHash('sha256').update(file).digest('base64url')).toBe(box?.result?.digest);
    const opened = lines<{ ballot: string; fate: OpenedBallot['fate']; answers: string[] }>(file);
    expect(file).not.toContain('script');
    const expected = [['works:bench'], ...[...last].filter(([at]) => at > 2).map(([, answers]) => answers)].map((answers) => answers.join(' ')).sort();
    expect(opened.filter(({ fate }) => fate === 'valid').map(({ answers }) => answers.join(' ')).sort()).toEqual(expected);

    const tally = (await city.get(Tallies).fresh([ballot.id])).get(ballot.id);
    expect(tally).toMatchObject({ voters: 10 });
    expect(tally?.counts.find(({ optionId }) => optionId === 'young')).toMatchObject({ count: 4, points: 16 });
    expect((await city.get(Papers).of(ballot.id))?.length).toBe(10);
  });

  it('leaves no sign that joins who took part with what was voted', async () => {
    const [box] = await mongo.collection<{ _id: string; sets: { papers: string; electors: string; audit: string } | null }>('ballot_boxes').find({ sets: { $ne: null } }).toArray();
    const { papers, electors, audit } = box?.sets ?? { papers: '', electors: '', audit: '' };
    const [ballots, people, checks] = [
      await mongo.collection('opened_ballots').find({ set: papers }).toArray(),
      await mongo.collection('box_electors').find({ set: electors }).toArray(),
      await mongo.collection('box_audits').find({ set: audit }).toArray(),
    ];
    expect(people).toHaveLength(14);
    expect(Object.keys(people[0] ?? {}).sort()).toEqual(['_id', 'personId', 'set']);
    const values = (documents: object[]) => new Set(documents.flatMap((each) => Object.values(each)).map(String));
    const common = (a: object[], b: object[]) => [...values(a)].filter((value) => values(b).has(value));
    expect(common(people, ballots)).toEqual([]);
    expect(common(people, checks)).toEqual([]);
    const log = await castsOf(mongo).find().toArray();
    expect(common(people, log.map(asWritten).flatMap(({ casts }) => casts))).toEqual([]);
    expect(JSON.stringify([people, ballots, checks])).not.toMatch(/\d{4}-\d\d-\d\dT/);
    for (const each of [people, ballots, checks]) expect(each.map(({ _id }) => String(_id))).toEqual(each.map(({ _id }) => String(_id)).sort());
  });

  it('gives its trustees, and nobody else, the file with which they check every ballot by themselves', async () => {
    const ballot = await aSealedBallot(city);
    await send(maria, await aSealedVote(ballot, 'works:bench'));
    await send(maria, await aSealedVote(ballot, 'works:trees'));
    await send(await signedIn(city), await aSealedVote(ballot, 'share:old=10'));
    await send(await signedIn(city), await aSealedVote(ballot, 'share:old=11'));
    await end(ballot);
    await openWithTwo(ballot);
    const read = (file: string, cookie = '') => fetch(`${city.url}/boxes/${encodeURIComponent(ballot.id)}/${file}`, { headers: { cookie } });
    expect([(await read('audit.jsonl')).status, (await read('audit.jsonl', maria.cookie)).status]).toEqual([401, 404]);
    const audit = await (await read('audit.jsonl', ballot.trustees[1]?.cookie)).text();
    const [reading, published] = [vi.spyOn(city.get(OpenedBallots), 'all'), await (await read('ballots.jsonl')).text()];
    // Half a minute's readers behind one address: the list is read from the store once, and costs them nothing.
    for (const again of await Promise.all(Array.from({ length: 100 }, () => read('ballots.jsonl')))) expect(await again.text()).toBe(published);
    expect(reading.mock.calls).toEqual([[ballot.id]]);
    reading.mockRestore();
    const others = await Promise.all(Array.from({ length: 61 }, (_, at) => fetch(`${city.url}/boxes/nowhere-${at}/ballots.jsonl`)));
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set([404, 429]));
    await eventually('the opening was told', async () => (await mongo.collection('ballot_boxes').countDocuments({ isTold: false, result: { $ne: null } })) === 0);
    await city.get(Ledger).catchUp();
    const get = (path: string) => fetch(`${city.url}/ledger/${path}`);
    const ledger = await boxInLedger({ text: async (path) => (await get(path)).text(), bytes: async (path) => new Uint8Array(await (await get(path)).arrayBuffer()) }, ballot.id, null);
    expect(await audited(audit, { published, ledger, shares: ballot.key.shares.slice(1) })).toMatchObject({ box: ballot.id, ballots: 3, valid: 2, invalid: 1, replaced: 1, isPublished: true, logged: 4, reopened: 3, problems: [] });
    const opened = published.split('\n').filter(Boolean).map((line) => JSON.parse(line) as { answers?: string[] });
    // The list is shuffled: the ballot that says nothing valid may stand anywhere in it.
    const [first = 'none'] = opened.find(({ answers }) => answers?.length)?.answers ?? [];
    expect((await audited(audit.replace(first, 'share:young=1'), { shares: ballot.key.shares.slice(1) })).problems.map(({ kind }) => kind)).toEqual(['digest', 'paper']);
  });

  it('takes no ballot and no share any more once it is opened, and puts the opening into the ledger once', async () => {
    const ballot = await aSealedBallot(city);
    await send(maria, await aSealedVote(ballot, 'works:trees'));
    await end(ballot);
    await openWithTwo(ballot);
    await city.get(Ballots).reopen(ballot.id);
    expect((await send(maria, await aSealedVote(ballot, 'works:bench'))).__typename).toBe('BallotClosed');
    expect(await give(ballot.trustees[1], ballot, ballot.key.shares[1])).toMatchObject({ __typename: 'NotAllowed', reason: 'opened' });
    await eventually('the opening was told', async () => (await boxOf(city, ballot)) && (await mongo.collection('ballot_boxes').countDocuments({ isTold: false, result: { $ne: null } })) === 0);
    const acts = await mongo.collection<{ _id: number; id: string; leaf: object }>('ledger_acts').find({ id: { $in: [`ballot.opened:${ballot.id}`, `ballot.result:${ballot.id}`] } }).toArray();
    expect(acts.map(({ leaf }) => leaf)).toMatchObject([{ body: { valid: 1, replaced: 0 } }, { body: { voters: 1, counts: { 'works:trees': 1 } } }]);
  });

  it('warns a trustee before they leave, and tells the administrators what the box has left', async () => {
    const ballot = await aSealedBallot(city);
    const [first, second, third] = ballot.trustees;
    const admin = await signedIn(city, { roles: ['administrator'] });
    const warnings = async (who?: SignedIn) => (await who?.graph<{ leavingWarnings: { el: string; en: string }[] }>('{ leavingWarnings { el en } }'))?.data.leavingWarnings.map(({ en }) => en);
    const told = async () => (await admin.graph<{ inbox: { items: { name: string; params: { name: string; number: number | null }[] }[] } }>('{ inbox(first: 9) { items { name params { name number } } } }')).data.inbox.items;
    const leave = (who?: SignedIn) => who?.graph('mutation { deleteAccount(password: "kalimera-poli-mou") { __typename } }');
    expect(await warnings(maria)).toEqual([]);
    expect(await warnings(first)).toEqual([expect.stringContaining('2 shares are left and 2 are needed')]);
    await leave(first);
    await eventually('the administrators heard of the first', async () => (await told()).some(({ name, params }) => name === 'votes.trusteeLeft' && params.some((param) => param.name === 'left' && param.number === 2)));
    expect(await warnings(second)).toEqual([expect.stringContaining('never be opened')]);
    await end(ballot);
    expect(await give(third, ballot, ballot.key.shares[2])).toMatchObject({ __typename: 'ShareTaken' });
    expect(await warnings(third), 'whose share is given').toEqual([]);
    expect(await warnings(second)).toEqual([expect.stringContaining('never be opened')]);
    await leave(second);
    await eventually('they heard that it is lost', async () => (await told()).some(({ name }) => name === 'votes.boxLost'));
    expect(await told()).toHaveLength(2);
  });

  it('of a demo city opens by itself when it is over', async () => {
    const ballot = await aSealedBallot(city, { isDemoBox: true }).catch(() => null);
    expect(ballot).toBeNull();
    const id = `budget:demo-${Date.now()}`;
    await city.get(Ballots).open({ id, subject: { kind: 'budget', id: 'demo' }, kind: 'budget', questions: [{ id: 'q', options: ['a'] }], secrecy: 'sealed', closesAt: new Date(Date.now() + 500), isDemoBox: true });
    await eventually('it was opened', async () => (await mongo.collection<{ _id: string; result: object | null }>('ballot_boxes').findOne({ _id: id }))?.result, 20_000);
    expect((await mongo.collection<{ _id: string; demoShares: null }>('ballot_boxes').findOne({ _id: id }))?.demoShares).toBeNull();
  });

  it('goes by the store’s time where a machine’s own clock is an hour ahead, or behind', async () => {
    const inHalfAnHour = new Date(Date.now() + 30 * 60_000);
    const ballot = await aSealedBallot(city, { closesAt: inHalfAnHour });
    const later = await aSealedBallot(city, { opensAt: inHalfAnHour });
    const clock = city.get(Clock);
    const right = clock.now.bind(clock);
    clock.now = () => new Date(right().getTime() + 3600_000);
    try {
      await city.get(CityClock).sure();
      expect((await send(maria, await aSealedVote(ballot, 'works:trees'))).__typename).toBe('VoteCast');
      expect((await send(maria, await aSealedVote(later, 'works:trees'))).__typename).toBe('NotOpenYet');
      expect(await give(ballot.trustees[0], ballot, ballot.key.shares[0])).toMatchObject({ __typename: 'NotAllowed', reason: 'early' });
      clock.now = () => new Date(right().getTime() - 3600_000);
      await city.get(CityClock).sure();
      expect((await send(maria, await aSealedVote(ballot, 'works:bench'))).__typename).toBe('VoteCast');
      expect((await send(maria, await aSealedVote(later, 'works:trees'))).__typename).toBe('NotOpenYet');
    } finally {
      clock.now = right;
      await city.get(CityClock).sure();
    }
    expect(Math.abs(city.get(CityClock).now().getTime() - Date.now())).toBeLessThan(3000);
  });
});
