import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Citizens, IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Clock, eventually, Events, newId, startCity, type TestCity } from '@isegoria/kernel/api';
import { subjectKey } from '@isegoria/kernel/contracts';
import { Follows } from '@isegoria/notifications/api';
import { listen, Rooms } from '@isegoria/realtime/api';
import type { BallotCounted, CastVoteResult, MyVote, Tally } from '@isegoria/votes/contracts';
import { Ballots, type NewBallot, supportQuestions } from './ballots/ballots.service';
import { Recount } from './count/recount';
import { Tallies } from './count/tallies.service';
import { aVote } from './votes.builders';
import { VotesJobs } from './votes.jobs';
import { VotesModule } from './votes.module';

const castVote = `mutation Cast($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) { castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) {
  __typename ... on VoteCast { ballotId seq receipt answers { questionId optionId } } ... on BallotClosed { closedAt } ... on NotOpenYet { opensAt }
  ... on Invalid { problems { field code } } ... on NotInElectorate { districts } ... on BallotUnknown { ballotId } ... on TooMany { retryAfterSeconds } } }`;
const yes = 'support:yes';

describe('a citizen who supports a proposal', { timeout: 40_000 }, () => {
  let city: TestCity;
  let maria: SignedIn;
  const heard: BallotCounted[] = [];

  beforeAll(async () => {
    city = await startCity([IdentityModule, VotesModule], { doors: [sessionDoor] });
    city.get(Rooms).open('proposal');
    city.get(Events).on('ballot.counted', 'test', (news) => void heard.push(news));
    maria = await signedIn(city, { districtId: 'kastro' });
  }, 60_000);
  afterAll(() => city.stop());

  async function openBallot(wanted: Partial<NewBallot> = {}): Promise<string> {
    const subject = { kind: 'proposal', id: newId() };
    await city.get(Ballots).open({ id: subjectKey(subject), subject, kind: 'support', questions: supportQuestions, ...wanted });
    return subjectKey(subject);
  }
  const send = async (who: SignedIn, vote: object) => (await who.graph<{ castVote: CastVoteResult }>(castVote, { ...vote })).data.castVote;
  const tallyOf = async (id: string) => (await city.graph<{ tallies: Tally[] }>('query T($ids: [ID!]!) { tallies(ids: $ids) { ballotId voters counts { questionId optionId count } seq } }', { ids: [id] })).data.tallies[0];
  const mine = async (who: SignedIn | TestCity, ballotId: string) => (await who.graph<{ myVotes: MyVote[] }>('query M($ballotIds: [ID!]!) { myVotes(ballotIds: $ballotIds) { answers { optionId } } }', { ballotIds: [ballotId] })).data.myVotes[0];
  const counted = (id: string, voters: number) => eventually(`${id} stands at ${voters}`, async () => (await tallyOf(id))?.voters === voters);

  it('is answered with the place in the log, is counted, and sees the own vote', async () => {
    const id = await openBallot();
    const vote = aVote(id, yes);
    expect(await send(maria, vote)).toMatchObject({ __typename: 'VoteCast', ballotId: id, seq: expect.any(Number), receipt: vote.nonce, answers: [{ optionId: 'yes' }] });
    await counted(id, 1);
    expect(await mine(maria, id)).toEqual({ answers: [{ optionId: 'yes' }] });
    expect(await mine(city, id)).toBeUndefined();
    expect((await tallyOf(id))?.counts).toEqual([{ questionId: 'support', optionId: 'yes', count: 1 }]);
  });

  it('is among those who are entitled, who are counted once, however often the ballot is opened', async () => {
    const count = vi.spyOn(city.get(Citizens), 'count');
    const id = await openBallot({ electorate: {} });
    const entitled = (await city.get(Ballots).find(id))?.electorate?.entitled;
    expect([entitled, count.mock.calls.length]).toEqual([1, 1]);
    await signedIn(city);
    const another = `${id}-another`;
    const wanted = { kind: 'support' as const, subject: { kind: 'proposal', id }, questions: supportQuestions, electorate: {} };
    await city.get(Ballots).openMany([{ id, ...wanted }, { id: another, ...wanted }]);
    expect(count).toHaveBeenCalledTimes(2);
    await city.get(Ballots).openMany([{ id, ...wanted }, { id: another, ...wanted }]);
    expect(count).toHaveBeenCalledTimes(2);
    expect([...(await city.get(Ballots).findMany([id, another])).values()].map(({ electorate }) => electorate?.entitled)).toEqual([1, 2]);
    count.mockRestore();
  });

  it('finds a ballot that another process opened although this one asked for it too early', async () => {
    const known = await openBallot();
    const ballots = city.get<Connection>(getConnectionToken()).collection<{ _id: string }>('ballots');
    const document = await ballots.findOne({ _id: known });
    const id = `${known}-elsewhere`;
    expect(await city.get(Ballots).find(id)).toBeNull();
    await ballots.insertOne({ ...document, _id: id });
    expect([...(await city.get(Ballots).findMany([id])).keys()]).toEqual([]);
    expect([...(await city.get(Ballots).standing([known, id])).keys()]).toEqual([known, id]);
  });

  it('follows the proposal from then on, until the support is taken back', async () => {
    const id = await openBallot();
    await send(maria, aVote(id, yes));
    const news = await eventually('the support was told', () => heard.find(({ ballotId, joined }) => ballotId === id && joined.length > 0));
    expect(news).toMatchObject({ kind: 'support', voters: 1, joined: [maria.citizen.id], left: [] });
    await eventually('she follows', async () => (await city.get(Follows).followers(news.subject)).includes(maria.citizen.id));
    await send(maria, aVote(id));
    await counted(id, 0);
    await eventually('she follows no more', async () => !(await city.get(Follows).followers(news.subject)).includes(maria.citizen.id));
    expect(heard.findLast(({ ballotId }) => ballotId === id)).toMatchObject({ voters: 0, joined: [], left: [maria.citizen.id] });
  });

  it('goes on following what they asked to follow themselves, whatever becomes of the support', async () => {
    const id = await openBallot();
    const subject = { kind: 'proposal', id: id.replace('proposal:', '') };
    await city.get(Follows).follow(maria.citizen.id, subject, 'asked');
    await send(maria, aVote(id, yes));
    await counted(id, 1);
    await send(maria, aVote(id));
    await counted(id, 0);
    await eventually('the withdrawal was told', () => heard.find(({ ballotId, left }) => ballotId === id && left.length > 0));
    expect(await city.get(Follows).isFollowing(maria.citizen.id, subject)).toBe(true);
  });

  it('is seen by everybody who watches the proposal, within a blink', async () => {
    const id = await openBallot();
    const watcher = await listen(city.url);
    await watcher.watch({ kind: 'proposal', id: id.replace('proposal:', '') });
    await send(maria, aVote(id, yes));
    const delta = await eventually('the count arrived', () => watcher.heard.find(({ name }) => name === 'tally'), 2000);
    expect(delta.payload).toMatchObject({ ballotId: id, voters: 1 });
    watcher.close();
  });

  it('who shares a secret budget is one more for all who watch, and what is on the paper is counted for them at the end', async () => {
    const id = await openBallot({ kind: 'budget', questions: [{ id: 'q', options: ['park', 'school'] }], closesAt: new Date(Date.now() + 3600_000) });
    const watcher = await listen(city.url);
    await watcher.watch({ kind: 'proposal', id: id.replace('proposal:', '') });
    await send(maria, aVote(id, 'q:park'));
    const delta = await eventually('the count arrived', () => watcher.heard.find(({ name }) => name === 'tally'));
    watcher.close();
    expect(delta.payload).toMatchObject({ ballotId: id, voters: 1, counts: [] });
    expect(await tallyOf(id)).toMatchObject({ voters: 1, counts: [] });
    const endedAgo = async (ms: number) => {
      await city.get(Ballots).reopen(id, new Date(Date.now() - ms));
      return (await city.get(Tallies).fresh([id])).get(id)?.counts;
    };
    expect(await endedAgo(5_000)).toEqual([]);
    expect(await endedAgo(90_000)).toEqual([{ questionId: 'q', optionId: 'park', count: 1 }]);
  });

  it('counts once for a press that is sent ten times, and once for ten presses', async () => {
    const id = await openBallot();
    const vote = aVote(id, yes);
    await Promise.all([...Array.from({ length: 10 }, () => send(maria, vote)), ...Array.from({ length: 10 }, () => send(maria, aVote(id, yes)))]);
    await city.get(VotesJobs).catchUp();
    await counted(id, 1);
  });

  it('does not get a withdrawn vote back by a retry that comes late', async () => {
    const id = await openBallot();
    const first = aVote(id, yes);
    await send(maria, first);
    await send(maria, aVote(id));
    for (let turn = 0; turn < 5; turn++) expect(await send(maria, first)).toMatchObject({ __typename: 'VoteCast' });
    await city.get(VotesJobs).catchUp();
    await counted(id, 0);
    expect(await mine(maria, id)).toEqual({ answers: [] });
  });

  it('is refused with the reason, and nothing is written', async () => {
    const past = new Date('2026-01-01T00:00:00Z');
    const future = new Date('2199-01-01T00:00:00Z');
    expect(await send(maria, aVote('proposal:none', yes))).toEqual({ __typename: 'BallotUnknown', ballotId: 'proposal:none' });
    expect(await send(maria, aVote(await openBallot({ closesAt: past }), yes))).toEqual({ __typename: 'BallotClosed', closedAt: past.toISOString() });
    expect(await send(maria, aVote(await openBallot({ opensAt: future }), yes))).toEqual({ __typename: 'NotOpenYet', opensAt: future.toISOString() });
    expect(await send(maria, aVote(await openBallot({ districts: ['limani'] }), yes))).toEqual({ __typename: 'NotInElectorate', districts: ['limani'] });
    expect(await send(await signedIn(city, { confirmed: false }), aVote(await openBallot(), yes))).toHaveProperty('__typename', 'Unconfirmed');
    expect(await send(maria, { ...aVote(await openBallot(), yes), nonce: 'short' })).toEqual({ __typename: 'Invalid', problems: [{ field: 'nonce', code: 'too_short' }] });
  });

  it('must be signed in', async () => {
    const { errors } = await city.graph(castVote, aVote(await openBallot(), yes));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('may vote until the moment at which the ballot is closed, and that is in sight of every process', async () => {
    const id = await openBallot();
    const closesAt = await city.get(Ballots).close(id);
    expect(closesAt.getTime() - city.get(Clock).now().getTime()).toBeGreaterThan(2000);
    expect(await send(maria, aVote(id, yes))).toHaveProperty('__typename', 'VoteCast');
    await city.get(Ballots).open({ id, subject: { kind: 'proposal', id }, kind: 'support', questions: supportQuestions });
    await eventually('it closed', async () => (await send(maria, aVote(id, yes))).__typename === 'BallotClosed');
  });

  it('leaves a log that says the same as the count', async () => {
    await city.get(VotesJobs).catchUp();
    expect(await city.get(Recount).disagreements()).toEqual([]);
  });
});
