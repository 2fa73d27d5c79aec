import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule, personIdOf, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { eventually, newId, startCity, type TestCity } from '@isegoria/kernel/api';
import { type Tally, taxNumberOf } from '@isegoria/votes/contracts';
import { Ballots, type NewBallot } from '../ballots/ballots.service';
import { CityClock } from '../city-clock';
import { DeskEntry } from './desk-entry.schema';
import { Electorates } from '../electorate/electorates.service';
import { Opening } from '../sealed/opening.service';
import { aSealedBallot, giveShare } from '../sealed/sealed.builders';
import { Tallies } from '../count/tallies.service';
import { aCitizen, aVote } from '../votes.builders';
import { VotesJobs } from '../votes.jobs';
import { VotesModule } from '../votes.module';
import { Votes } from '../votes.service';

// What is closed here has nothing on its way.
process.env['LAST_VOTES_SECONDS'] = '1';

const castVote = `mutation C($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) { castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) {
  __typename ... on NotEntitled { reason } ... on VotedElsewhere { channel } } }`;
const enterBallot = `mutation E($input: EnterBallotInput!) { enterBallot(input: $input) {
  __typename ... on EntryKept { state entry { readings { isMine answers { optionId } } } } ... on NotAllowed { reason } ... on Invalid { problems { field } } ... on NotEntitled { reason } } }`;
type Fate = { __typename: string; reason?: string; channel?: string; state?: string; entry?: { readings: { isMine: boolean; answers: { optionId: string }[] }[] }; problems?: { field: string }[] };

describe('who is asked', { timeout: 60_000 }, () => {
  let city: TestCity;
  let mongo: Connection;
  let first: SignedIn;
  let second: SignedIn;

  beforeAll(async () => {
    city = await startCity([IdentityModule, VotesModule], { doors: [sessionDoor] });
    mongo = city.get<Connection>(getConnectionToken());
    [first, second] = await Promise.all([signedIn(city, { roles: ['official'] }), signedIn(city, { roles: ['official'] })]);
  }, 60_000);
  afterAll(() => city.stop());

  async function openBallot(wanted: Partial<NewBallot> = {}): Promise<string> {
    const id = `poll:${newId()}`;
    await city.get(Ballots).open({ id, subject: { kind: 'poll', id: id.slice(5) }, kind: 'poll', questions: [{ id: 'q', options: ['a', 'b'] }], ...wanted });
    return id;
  }
  const vote = async (who: SignedIn, id: string, ...answers: string[]) => (await who.graph<{ castVote: Fate }>(castVote, aVote(id, ...answers))).data.castVote;
  const enter = async (official: SignedIn, ballotId: string, who: object, option = 'a', channel = 'paper') =>
    (await official.graph<{ enterBallot: Fate }>(enterBallot, { input: { ballotId, channel, slip: '17', answers: [{ questionId: 'q', optionId: option }], ...who } })).data.enterBallot;
  const tallyOf = async (id: string): Promise<Tally | undefined> => {
    await city.get(VotesJobs).catchUp();
    return (await city.get(Tallies).fresh([id])).get(id);
  };

  it('is told by what rule the others are', async () => {
    const young = await signedIn(city, { personId: personIdOf('afm', newId()), birthYear: new Date().getFullYear() - 15 });
    const grown = await signedIn(city, { personId: personIdOf('afm', newId()), birthYear: 1990 });
    const unknown = await signedIn(city);
    const verified = await openBallot({ electorate: { verified: true } });
    const adult = await openBallot({ electorate: { minimumAge: 17 } });
    expect([(await vote(unknown, verified, 'q:a')).reason, (await vote(grown, verified, 'q:a')).__typename]).toEqual(['verified', 'VoteCast']);
    expect([(await vote(unknown, adult, 'q:a')).reason, (await vote(young, adult, 'q:a')).reason, (await vote(grown, adult, 'q:a')).__typename]).toEqual(['birth_year', 'age', 'VoteCast']);

    await city.get(Electorates).enlist('parents', [grown.citizen.personId, young.citizen.personId, grown.citizen.personId]);
    const parents = await openBallot({ electorate: { list: 'parents' } });
    expect([(await vote(unknown, parents, 'q:a')).reason, (await vote(young, parents, 'q:a')).__typename]).toEqual(['list', 'VoteCast']);
    expect(JSON.stringify(await mongo.collection('electorate_members').find().toArray())).not.toContain(grown.citizen.personId);
    expect((await city.get(Ballots).find(parents))?.electorate).toMatchObject({ entitled: 2 });
  });

  it('is counted and published before anybody votes, and the number does not change', async () => {
    await Promise.all([signedIn(city, { districtId: 'limani' }), signedIn(city, { districtId: 'limani' }), signedIn(city, { districtId: 'limani', confirmed: false })]);
    const id = await openBallot({ districts: ['limani'], electorate: {} });
    await signedIn(city, { districtId: 'limani' });
    await city.get(Ballots).open({ id, subject: { kind: 'poll', id: id.slice(5) }, kind: 'poll', questions: [{ id: 'q', options: ['a', 'b'] }], districts: ['limani'], electorate: {} });
    const { data } = await city.graph<{ ballot: { electorate: { entitled: number } } }>('query B($id: ID!) { ballot(id: $id) { electorate { entitled } } }', { id });
    expect(data.ballot.electorate.entitled).toBe(2);
    const acts = await mongo.collection('ledger_acts').find({ id: `ballot.announced:${id}` }).toArray();
    expect(acts.map((act) => act['leaf'])).toMatchObject([{ act: 'ballot.announced', body: { entitled: 2, districts: ['limani'], secrecy: 'secret' } }]);
  });

  it('has a vote on paper counted when two officials have read the same, each by themselves', async () => {
    const id = await openBallot({ channels: ['paper', 'phone'] });
    const who = { document: '123 456 783' };
    expect(await enter(first, id, who)).toMatchObject({ state: 'waits', entry: { readings: [{ isMine: true }] } });
    expect(await enter(first, id, who)).toMatchObject({ state: 'waits' });
    expect((await tallyOf(id))?.voters).toBe(0);
    const seen = (await second.graph<{ deskEntries: unknown[] }>('{ deskEntries { id readings { isMine } } }')).data.deskEntries;
    expect(seen).toEqual([]);
    expect(await enter(second, id, { document: 'el123456783' })).toMatchObject({ state: 'counted' });
    expect(await tallyOf(id)).toMatchObject({ voters: 1, counts: [{ optionId: 'a', count: 1 }] });
    expect((await enter(await signedIn(city, { roles: ['official'] }), id, who, 'b')).__typename).toBe('VotedElsewhere');
    const kept = await mongo.collection('desk_entries').find({ ballotId: id }).toArray();
    expect(kept).toMatchObject([{ readings: [], countedBy: [first.citizen.id, second.citizen.id] }]);
    expect(JSON.stringify(kept)).not.toContain('123456783');
  });

  it('has a conflict shown to both officials until one of them has read again', async () => {
    const id = await openBallot({ channels: ['paper'] });
    const who = { document: '987654324' };
    await enter(first, id, who, 'a');
    expect(await enter(second, id, who, 'b')).toMatchObject({ state: 'conflict', entry: { readings: [{ isMine: false, answers: [{ optionId: 'a' }] }, { isMine: true, answers: [{ optionId: 'b' }] }] } });
    const { data } = await first.graph<{ deskEntries: { state: string; ballotId: string; readings: object[] }[] }>('{ deskEntries { state ballotId readings { isMine } } }');
    expect(data.deskEntries.find(({ ballotId }) => ballotId === id)).toMatchObject({ state: 'conflict', readings: [{}, {}] });
    expect((await enter(await signedIn(city, { roles: ['official'] }), id, who, 'b')).reason).toBe('third');
    expect((await tallyOf(id))?.voters).toBe(0);
    expect(await enter(first, id, who, 'b')).toMatchObject({ state: 'counted' });
    expect((await tallyOf(id))?.counts).toMatchObject([{ optionId: 'b', count: 1 }]);
  });

  it('is asked for the slip’s number, without which the two officials cannot speak of it', async () => {
    const id = await openBallot({ channels: ['paper'] });
    for (const slip of ['', '  ', '1'.repeat(41)]) expect((await enter(first, id, { document: '123456783', slip })).problems?.[0]?.field).toBe('slip');
    expect(await mongo.collection('desk_entries').countDocuments({ ballotId: id })).toBe(0);
  });

  it('may have an entry for the wrong person taken back by who made it, until it counts', async () => {
    const withdraw = async (who: SignedIn, entryId: string) =>
      (await who.graph<{ withdrawEntry: Fate }>('mutation W($id: ID!) { withdrawEntry(id: $id) { __typename ... on NotAllowed { reason } } }', { id: entryId })).data.withdrawEntry;
    const id = await openBallot({ channels: ['paper'] });
    const entryOf = async () => (await mongo.collection<{ _id: string; readings: { by: string }[] }>('desk_entries').findOne({ ballotId: id })) ?? { _id: '', readings: [] };
    await enter(first, id, { document: '987654324' });
    const { _id } = await entryOf();
    expect((await withdraw(second, _id)).__typename, 'not one’s own').toBe('NotFound');
    expect((await withdraw(first, _id)).__typename).toBe('EntryWithdrawn');
    expect((await entryOf())._id, 'nothing stays of it').toBe('');
    await enter(first, id, { document: '987654324' }, 'a');
    await enter(second, id, { document: '987654324' }, 'b');
    await withdraw(second, _id);
    expect((await entryOf()).readings.map(({ by }) => by), 'what the other read still waits').toEqual([first.citizen.id]);
    expect(await enter(second, id, { document: '987654324' }, 'a')).toMatchObject({ state: 'counted' });
    expect(await withdraw(second, _id)).toEqual({ __typename: 'NotAllowed', reason: 'counted' });
    expect((await tallyOf(id))?.voters).toBe(1);
  });

  it('has one vote over all channels: the one in front of two officials stays', async () => {
    const maria = await signedIn(city, { email: `maria-${newId()}@example.org` });
    const { email } = (await mongo.collection<{ _id: string; email: string }>('citizens').findOne({ _id: maria.citizen.id })) ?? { email: '' };
    const id = await openBallot({ channels: ['desk'] });
    expect((await vote(maria, id, 'q:a')).__typename).toBe('VoteCast');
    for (const official of [first, second]) await enter(official, id, { email }, 'b', 'desk');
    expect(await tallyOf(id)).toMatchObject({ voters: 1, counts: [{ optionId: 'b', count: 1 }] });
    expect(await vote(maria, id, 'q:a')).toEqual({ __typename: 'VotedElsewhere', channel: 'desk' });
    // A cast that was on its way while the officials entered theirs is in the log and has no effect.
    await Promise.all([first, second].map((official) => enter(official, id, { document: '555666770' }, 'a', 'desk')));
    expect(await tallyOf(id)).toMatchObject({ voters: 2 });
  });

  it('is no official of their own vote, no citizen at the desk, and nobody without papers', async () => {
    const id = await openBallot({ channels: ['desk'] });
    const email = `official-${newId()}@example.org`;
    const official = await signedIn(city, { roles: ['official'], email });
    expect((await enter(official, id, { email }, 'a', 'desk')).reason).toBe('own_vote');
    expect((await enter(first, id, { document: ' ' }, 'a', 'desk')).problems?.[0]?.field).toBe('document');
    // One person is not two by another kind of number, or by two digits that changed places.
    for (const document of ['ΑΒ 123456', '123456738', '123456789']) expect((await enter(first, id, { document }, 'a', 'desk')).problems?.[0]?.field).toBe('document');
    expect((await enter(first, id, { email: 'nobody@example.org' }, 'a', 'desk')).problems?.[0]?.field).toBe('email');
    expect((await enter(first, id, { document: '123456783' }, 'a', 'paper')).problems?.[0]?.field).toBe('channel');
    expect((await enter(first, id, { document: '123456783' }, 'zzz', 'desk')).problems?.[0]?.field).toBe('answers.0.optionId');
    expect((await (await signedIn(city)).graph(enterBallot, { input: { ballotId: id, channel: 'desk', slip: '1', document: '123456783', answers: [] } })).errors).toBeDefined();
  });

  it('is shown by channel only where each channel has enough people to hide in', async () => {
    const id = await openBallot({ channels: ['paper'] });
    await city.get(Votes).castMany(Array.from({ length: 12 }, () => ({ ...aVote(id, 'q:a'), citizen: aCitizen() })));
    const papers = Array.from({ length: 10_000 }, (_, at) => String(100_000_000 + at)).filter(taxNumberOf).slice(0, 10).map((document) => ({ document }));
    const enterAll = async (these: object[]) => {
      for (const who of these) for (const official of [first, second]) await enter(official, id, who, 'b');
    };
    await enterAll(papers.slice(0, 9));
    expect(await tallyOf(id)).toMatchObject({ voters: 21, channels: [] });
    await enterAll(papers.slice(9));
    expect((await tallyOf(id))?.channels).toMatchObject([
      { channel: 'online', voters: 12, counts: [{ optionId: 'a', count: 12 }] },
      { channel: 'paper', voters: 10, counts: [{ optionId: 'b', count: 10 }] },
    ]);
  });

  it('has a ballot of the desk sealed for the box, and opened with the others', async () => {
    const ballot = await aSealedBallot(city, { questions: [{ id: 'q', options: ['a', 'b'] }], channels: ['desk'] });
    for (const official of [first, second]) await enter(official, ballot.id, { document: '111222336' }, 'b', 'desk');
    await city.get(VotesJobs).catchUp();
    const closesAt = await city.get(Ballots).close(ballot.id);
    await eventually('the ballot is over', () => city.get(CityClock).now() >= closesAt);
    for (const place of [0, 1]) await ballot.trustees[place]?.graph(giveShare, { ballotId: ballot.id, share: ballot.key.shares[place] });
    await city.get(Opening).settled();
    expect(await tallyOf(ballot.id)).toMatchObject({ voters: 1, counts: [{ optionId: 'b', count: 1 }] });
    expect(await mongo.collection(DeskEntry.name).countDocuments({ 'readings.0': { $exists: true } })).toBe(0);
  });
});
