import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule, personIdOf } from '@isegoria/identity/api';
import { eventually, newId, startCity, type TestCity } from '@isegoria/kernel/api';
import { Ledger } from '@isegoria/ledger/api';
import { base64, hashOfLeaf, type Leaf, parseLeaf, utf8ToBytes } from '@isegoria/ledger/contracts';
import type { CastVoteResult } from '@isegoria/votes/contracts';
import { Ballots, supportQuestions } from '../ballots/ballots.service';
import { Desk } from '../desk/desk.service';
import { LogNumbers } from './log-numbers';
import { aCitizen, aVote } from '../votes.builders';
import { VoteLeaves } from './vote-leaves';
import { VotesJobs } from '../votes.jobs';
import { VotesModule } from '../votes.module';
import { Votes } from '../votes.service';

// Nothing counts here but what a test makes count.
process.env['WORKER'] = 'off';

describe('a vote in the public ledger', { timeout: 60_000 }, () => {
  let city: TestCity;
  const support = `proposal:${newId()}`;
  const poll = `poll:${newId()}`;

  beforeAll(async () => {
    city = await startCity([IdentityModule, VotesModule]);
    await city.get(Ballots).openMany([
      { id: support, subject: { kind: 'proposal', id: support.slice(9) }, kind: 'support', questions: supportQuestions },
      { id: poll, subject: { kind: 'poll', id: poll.slice(5) }, kind: 'poll', questions: [{ id: 'q', options: ['a', 'b'] }] },
    ]);
  }, 60_000);
  afterAll(() => city.stop());

  const kept = (result: CastVoteResult) => {
    if (result.__typename !== 'VoteCast') throw new Error(`not kept: ${result.__typename}`);
    return result;
  };
  const allLeaves = async () => (await city.get(VoteLeaves).after(0, 1000)).flatMap(({ leaves }) => leaves);

  it('is promised with the answer, and stands there as promised', async () => {
    const casts = await Promise.all(Array.from({ length: 30 }, (_, at) => city.get(Votes).cast(aCitizen(), aVote(at % 2 ? support : poll, at % 2 ? 'support:yes' : 'q:a'))));
    await city.get(VotesJobs).catchUp();
    await city.get(Ledger).catchUp();
    for (const cast of casts.map(kept)) {
      expect(base64(hashOfLeaf(parseLeaf(utf8ToBytes(cast.leaf)) as Leaf))).toBe(cast.promise.leafHash);
      expect(await city.get(Ledger).proofOf(cast.promise.leafHash)).not.toBeNull();
    }
  });

  it('says the choice where the ballot is open, under another name on every ballot, and a commitment where it is secret', async () => {
    const maria = aCitizen();
    const [open, secret] = [kept(await city.get(Votes).cast(maria, aVote(support, 'support:yes'))), kept(await city.get(Votes).cast(maria, aVote(poll, 'q:b')))];
    expect(JSON.parse(open.leaf)).toMatchObject({ kind: 'support', channel: 'online', choice: ['support:yes'] });
    expect(Object.keys(JSON.parse(secret.leaf) as object)).toEqual(['v', 'type', 'ballot', 'kind', 'press', 'channel', 'commitment']);
    for (const { leaf } of [open, secret]) expect(leaf).not.toMatch(new RegExp(`${maria.id}|${maria.personId}`));
    const again = kept(await city.get(Votes).cast(maria, aVote(poll, 'q:b')));
    expect((JSON.parse(again.leaf) as { commitment: string }).commitment).not.toBe((JSON.parse(secret.leaf) as { commitment: string }).commitment);
  });

  it('is one line however often the press was sent, and its withdrawal another', async () => {
    const maria = aCitizen();
    const vote = aVote(support, 'support:yes');
    const before = (await allLeaves()).length;
    for (let turn = 0; turn < 4; turn++) kept(await city.get(Votes).cast(maria, vote));
    await city.get(VotesJobs).catchUp();
    kept(await city.get(Votes).cast(maria, aVote(support)));
    kept(await city.get(Votes).cast(maria, vote));
    await city.get(VotesJobs).catchUp();
    const leaves = (await allLeaves()).slice(before);
    expect(leaves.filter((leaf) => 'choice' in leaf && leaf.choice.length === 0)).toHaveLength(1);
    expect(leaves.filter((leaf) => 'press' in leaf && 'voter' in leaf && leaf.choice.length > 0 && leaves.some((other) => other !== leaf && 'voter' in other && other.voter === leaf.voter))).toHaveLength(1);
  });

  it('stands there with each choice that was sent under one nonce, and the last one counts', async () => {
    const maria = aCitizen();
    const vote = aVote(poll, 'q:a');
    const [first, other] = [kept(await city.get(Votes).cast(maria, vote)), kept(await city.get(Votes).cast(maria, { ...aVote(poll, 'q:b'), nonce: vote.nonce }))];
    await city.get(VotesJobs).catchUp();
    await city.get(Ledger).catchUp();
    for (const { promise } of [first, other]) expect(await city.get(Ledger).proofOf(promise.leafHash)).not.toBeNull();
    expect((await city.get(Votes).of(maria, [poll]))[0]?.answers).toMatchObject([{ optionId: 'b' }]);
  });

  it('is not promised where two officials were first, however far behind the count is', async () => {
    const atDesk = `poll:${newId()}`;
    await city.get(Ballots).open({ id: atDesk, subject: { kind: 'poll', id: atDesk.slice(5) }, kind: 'poll', questions: [{ id: 'q', options: ['a', 'b'] }], channels: ['desk'] });
    const number = '123456783';
    const maria = aCitizen({ personId: personIdOf('afm', number) });
    const { answers } = aVote(atDesk, 'q:b');
    for (const official of [aCitizen(), aCitizen()]) await city.get(Desk).enter(official, { ballotId: atDesk, channel: 'desk', slip: '1', document: number, answers });
    const head = await city.get(LogNumbers).head();
    const sent = city.get(Votes).cast(maria, aVote(atDesk, 'q:a'));
    await eventually('the vote is in the log', async () => (await city.get(LogNumbers).head()) > head);
    await city.get(VotesJobs).catchUp();
    expect(await sent).toEqual({ __typename: 'VotedElsewhere', channel: 'desk' });
    // Of whom no official wrote anything, nobody waits for the count.
    kept(await city.get(Votes).cast(aCitizen(), aVote(atDesk, 'q:a')));
  });

  it('is the same for ever, also after a rebuild, and not before it was counted', async () => {
    const steps = async (position: number, limit: number) => (await city.get(VoteLeaves).after(position, limit)).map(({ waitedMs = 0, ...step }) => ({ ...step, hasWaited: waitedMs > 0 }));
    const before = await steps(0, 1000);
    expect(before.every(({ hasWaited }) => hasWaited)).toBe(true);
    await city.get(VotesJobs).rebuild(() => undefined);
    expect(await steps(0, 1000)).toEqual(before);
    expect([...(await steps(0, 2)), ...(await steps(2, 1000))]).toEqual(before);
    await city.get(Votes).cast(aCitizen(), aVote(poll, 'q:a'));
    expect(await steps(0, 1000)).toEqual(before);
  });

  it('leaves nothing of a support’s citizen beside the line', async () => {
    const mongo = city.get<Connection>(getConnectionToken());
    expect(JSON.stringify(await allLeaves())).not.toMatch(/citizenId|personId|\d{4}-\d\d-\d\dT/);
    expect(await mongo.collection('casts').countDocuments({ casts: /"citizenId"/ })).toBeGreaterThan(0);
  });
});
