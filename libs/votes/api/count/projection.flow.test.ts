import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule } from '@isegoria/identity/api';
import { newId, Projections, startCity, type TestCity, Transactions } from '@isegoria/kernel/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Ballots, supportQuestions } from '../ballots/ballots.service';
import { LogNumbers } from '../log/log-numbers';
import { VotesProjection } from './projection';
import { Overtaken, ProjectionStore } from './projection-store';
import { Recount } from './recount';
import { Tallies } from './tallies.service';
import { aCitizen, aVote } from '../votes.builders';
import { VotesJobs } from '../votes.jobs';
import { VotesModule } from '../votes.module';
import { Votes } from '../votes.service';

// Nothing counts here but what a test makes count.
process.env['WORKER'] = 'off';

describe('the count of the log', { timeout: 60_000 }, () => {
  let city: TestCity;
  let mongo: Connection;
  const citizens: Citizen[] = Array.from({ length: 30 }, () => aCitizen());
  const ballots = Array.from({ length: 5 }, () => `proposal:${newId()}`);

  beforeAll(async () => {
    city = await startCity([IdentityModule, VotesModule]);
    mongo = city.get<Connection>(getConnectionToken());
    const subjectOf = (id: string) => ({ kind: 'proposal', id: id.slice(9) });
    await city.get(Ballots).openMany(ballots.map((id) => ({ id, subject: subjectOf(id), kind: 'support' as const, questions: supportQuestions })));
  }, 60_000);
  afterAll(() => city.stop());

  const everybodySupports = (...answers: string[]) =>
    Promise.all(ballots.flatMap((id) => citizens.map((citizen) => city.get(Votes).cast(citizen, aVote(id, ...answers)))));
  const supporters = async () => [...(await city.get(Tallies).fresh(ballots)).values()].map(({ voters }) => voters);
  const head = () => city.get(LogNumbers).head();
  const live = () => city.get(ProjectionStore).checkpoint();

  it('stands still until it is counted, and then holds everybody once', async () => {
    await everybodySupports('support:yes');
    expect(await supporters()).toEqual([0, 0, 0, 0, 0]);
    await city.get(VotesJobs).catchUp();
    expect(await supporters()).toEqual([30, 30, 30, 30, 30]);
    expect((await live()).at).toBe(await head());
  });

  it('does not change when it is counted again', async () => {
    for (let turn = 0; turn < 3; turn++) await city.get(VotesJobs).project();
    expect(await supporters()).toEqual([30, 30, 30, 30, 30]);
  });

  it('moves once when eight runners count the same chunk at once: the others undo everything', async () => {
    for (let turn = 0; turn < 5; turn++) {
      await everybodySupports(...(turn % 2 ? ['support:yes'] : []));
      const from = await live();
      const runners = Array.from({ length: 8 }, () => city.get(VotesProjection).advance(from).then(() => 'counted', (error: unknown) => (error instanceof Overtaken ? 'overtaken' : error)));
      const fates = await Promise.all(runners);
      expect(fates.filter((fate) => fate === 'counted')).toHaveLength(1);
      expect(fates.filter((fate) => fate === 'overtaken')).toHaveLength(7);
      await city.get(VotesJobs).catchUp();
      expect(await supporters()).toEqual(Array.from({ length: 5 }, () => (turn % 2 ? 30 : 0)));
      expect(await city.get(Recount).disagreements()).toEqual([]);
    }
  });

  it('leaves nothing behind when the store refuses in the middle', async () => {
    await everybodySupports('support:yes');
    const [from, before] = [await live(), await mongo.db?.collection('votes_first').find().sort({ _id: 1 }).toArray()];
    const store = city.get(ProjectionStore);
    const change = { votes: [{ _id: 'x|y', answers: ['support:yes'], nonces: '', seq: 1 }], tallies: [{ _id: ballots[0] ?? '', voters: 99, counts: {}, seq: 1 }], joined: [], left: [], idle: [] };
    // The tally is there already and is put in as new: a duplicate, after the checkpoint and a vote were written.
    await expect(store.move(from, from.at + 1, change, new Set())).rejects.toThrow(/duplicate/);
    expect(await live()).toEqual(from);
    expect(await mongo.db?.collection('votes_first').find().sort({ _id: 1 }).toArray()).toEqual(before);
    await city.get(VotesJobs).catchUp();
  });

  it('is not held up for long by a process that died in the middle of a transaction', async () => {
    await everybodySupports();
    const from = await live();
    const dead = new Transactions(mongo);
    const isHolding = new Promise<void>((held) => {
      void dead.run(async (session) => {
        await mongo.db?.collection<{ _id: string }>('vote_checkpoints').updateOne({ _id: from._id }, { $set: { at: 9999 } }, { session });
        held();
        await new Promise(() => undefined);
      });
    });
    await isHolding;
    const asked = Date.now();
    await city.get(VotesJobs).catchUp();
    expect(Date.now() - asked).toBeLessThan(10_000);
    expect(await supporters()).toEqual([0, 0, 0, 0, 0]);
    expect(await city.get(Recount).disagreements()).toEqual([]);
    await everybodySupports('support:yes');
    await city.get(VotesJobs).catchUp();
  });

  it('tells again what was counted when the process died before it was told', async () => {
    await everybodySupports();
    await city.get(VotesProjection).advance(await live());
    const { untold } = await live();
    expect(untold?.ballots.sort()).toEqual([...ballots].sort());
    expect(untold?.left).toHaveLength(150);
    await city.get(VotesJobs).catchUp();
    await city.get(VotesJobs).project();
    expect((await live()).untold).toBeNull();
  });

  it('is made anew from the log while people vote and look, and nobody ever sees nought', async () => {
    await everybodySupports('support:yes');
    await city.get(VotesJobs).catchUp();
    await mongo.db?.collection<{ _id: string }>('tallies_first').updateOne({ _id: ballots[0] }, { $set: { voters: 7 } });
    expect(await city.get(Recount).disagreements()).toMatchObject([{ ballotId: ballots[0], counted: { voters: 30 }, stored: { voters: 7 } }]);

    const seen = new Set<number>();
    const state = { isOver: false };
    const looking = (async () => {
      while (!state.isOver) for (const voters of await supporters()) seen.add(voters);
    })();
    const steps: number[] = [];
    const voting = city.get(Votes).cast(aCitizen(), aVote(ballots[1] ?? '', 'support:yes'));
    await city.get(Projections).named('votes')?.rebuild((done) => steps.push(done));
    await voting;
    state.isOver = true;
    await looking;
    await city.get(VotesJobs).catchUp();

    expect([...seen].every((voters) => voters === 7 || voters >= 30)).toBe(true);
    expect(steps.length).toBeGreaterThan(0);
    expect(await supporters()).toEqual([30, 31, 30, 30, 30]);
    expect(await city.get(Recount).disagreements()).toEqual([]);
    expect((await live()).generation).not.toBe('first');
  });

  it('is not hurt by a rebuild that was broken off; the next one clears it away', async () => {
    const store = city.get(ProjectionStore);
    await city.get(VotesProjection).advance(await store.checkpoint('rebuild:broken', 'broken'), 2);
    await city.get(Projections).named('votes')?.rebuild(() => undefined);
    expect(await store.unfinished()).toEqual([]);
    expect((await mongo.db?.listCollections().toArray())?.map(({ name }) => name)).not.toContain('votes_broken');
    expect(await supporters()).toEqual([30, 31, 30, 30, 30]);
  });
});
