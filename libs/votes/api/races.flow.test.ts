import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { IdentityModule, sessionDoor, signedIn } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { eventually, Events, newId, startCity, type TestCity } from '@isegoria/kernel/api';
import type { CastVoteResult } from '@isegoria/votes/contracts';
import { Ballots, type NewBallot, supportQuestions } from './ballots/ballots.service';
import { Herald } from './count/herald';
import { LogNumbers } from './log/log-numbers';
import { Papers } from './sealed/papers';
import { Recount } from './count/recount';
import { Tallies } from './count/tallies.service';
import { aBallot, aCitizen, aVote } from './votes.builders';
import { VotesJobs } from './votes.jobs';
import { VotesModule } from './votes.module';
import { Votes } from './votes.service';

process.env['RATE_LIMITS'] = 'off';
process.env['LAST_VOTES_SECONDS'] = '4';

const castVote = `mutation C($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) { castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) { __typename } }`;

describe('a city of two api processes', { timeout: 60_000 }, () => {
  let city: TestCity;
  let beside: TestCity;
  beforeAll(async () => {
    city = await startCity([IdentityModule, VotesModule], { doors: [sessionDoor] });
    beside = await startCity([IdentityModule, VotesModule], { doors: [sessionDoor], beside: true });
  }, 60_000);
  afterAll(async () => {
    await beside.stop();
    await city.stop();
  });

  async function openBallot(wanted: Partial<NewBallot> = {}): Promise<string> {
    const id = newId();
    await city.get(Ballots).open({ id: `proposal:${id}`, subject: { kind: 'proposal', id }, kind: 'support', questions: supportQuestions, ...wanted });
    return `proposal:${id}`;
  }
  const tallyOf = async (id: string) => (await city.get(Tallies).fresh([id])).get(id);
  const recounted = async () => {
    await city.get(VotesJobs).catchUp();
    expect(await city.get(Recount).disagreements()).toEqual([]);
  };

  it('counts a citizen once who sends the same vote a thousand times at once through both, on each of three ballots', async () => {
    const maria = await signedIn(city);
    const ballots = await Promise.all(Array.from({ length: 3 }, () => openBallot()));
    for (const id of ballots) {
      const oneVote = aVote(id, 'support:yes');
      const sends = Array.from({ length: 1000 }, (_, at) => {
        const { url } = at % 2 ? city : beside;
        // A hundred are one press, sent again and again; the others are presses of their own.
        const variables = at % 10 === 0 ? oneVote : aVote(id, 'support:yes');
        const headers = { 'content-type': 'application/json', cookie: maria.cookie, origin: url };
        return fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: castVote, variables }) });
      });
      const answers = await Promise.all(sends);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { data: { castVote: CastVoteResult } }[];
      expect(new Set(bodies.map(({ data }) => data.castVote.__typename))).toEqual(new Set(['VoteCast']));
    }
    await recounted();
    for (const id of ballots) expect(await tallyOf(id)).toMatchObject({ voters: 1, counts: [{ count: 1 }] });
  }, 180_000);

  it('ends where each of many citizens ended who vote, change and withdraw in any order through both', async () => {
    const press = fc.constantFrom(['bench:wood'], ['bench:stone', 'tree:olive'], ['tree:plane'], []);
    const crowd = fc.array(fc.array(press, { minLength: 1, maxLength: 20 }), { minLength: 20, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(crowd, async (histories) => {
        const id = await openBallot({ kind: 'poll', questions: aBallot().questions });
        await Promise.all(
          histories.map(async (history) => {
            const citizen = aCitizen();
            for (const [at, answers] of history.entries()) await (at % 2 ? city : beside).get(Votes).cast(citizen, aVote(id, ...answers));
          }),
        );
        await city.get(VotesJobs).catchUp();
        const last = histories.map((history) => history.at(-1) ?? []);
        const counts = [...new Set(last.flat())].sort().map((answer) => ({ answer, count: last.flat().filter((given) => given === answer).length }));
        const tally = await tallyOf(id);
        expect(tally?.voters).toBe(last.filter((answers) => answers.length > 0).length);
        expect(tally?.counts.map(({ questionId, optionId, count }) => ({ answer: `${questionId}:${optionId}`, count }))).toEqual(counts);
      }),
      { numRuns: 6, endOnFailure: true },
    );
    await recounted();
  }, 180_000);

  it('takes no vote from the moment that the ballot closes, in a burst over the deadline, and counts each that it took', async () => {
    const closesAt = new Date(Date.now() + 4000);
    const id = await openBallot({ closesAt });
    const results: CastVoteResult[] = [];
    // Each of the forty goes on with one citizen after the other until five are refused: however slow the machine, the burst goes over the deadline.
    await Promise.all(
      Array.from({ length: 40 }, async (_, at) => {
        for (let refusals = 0; refusals < 5; ) {
          const result = await (at % 2 ? city : beside).get(Votes).cast(aCitizen(), aVote(id, 'support:yes'));
          results.push(result);
          if (result.__typename === 'BallotClosed') refusals += 1;
          await new Promise((wake) => setTimeout(wake, 25));
        }
      }),
    );
    const taken = results.filter(({ __typename }) => __typename === 'VoteCast').length;
    const refused = results.filter((result) => result.__typename === 'BallotClosed' && result.closedAt.getTime() === closesAt.getTime()).length;
    expect(taken).toBeGreaterThan(100);
    expect(refused).toBe(200);
    expect(taken + refused).toBe(results.length);

    const log = await city.get(LogNumbers).after(0, await city.get(LogNumbers).head());
    const moments = log.filter(({ casts }) => casts.some(({ ballotId }) => ballotId === id)).map(({ at }) => at.getTime());
    expect(Math.max(...moments)).toBeLessThan(closesAt.getTime());
    await recounted();
    expect((await tallyOf(id))?.voters).toBe(taken);
    // Nothing final is made of it while what was taken might still be on its way.
    if (Date.now() < closesAt.getTime() + 3500) expect(await city.get(Papers).of(id)).toBeNull();
    expect(await eventually('nothing is on its way any more', () => city.get(Papers).of(id), 20_000)).toHaveLength(taken);
    expect(Date.now()).toBeGreaterThanOrEqual(closesAt.getTime() + 4000);
  }, 60_000);

  it('writes one log without a gap, in which each process finds the other’s numbers', async () => {
    const head = await city.get(LogNumbers).head();
    const log = await city.get(LogNumbers).after(0, head);
    expect(log.map(({ _id }) => _id)).toEqual(Array.from({ length: head }, (_, at) => at + 1));
    expect(Math.max(...log.map(({ casts }) => casts.length))).toBeLessThanOrEqual(400);
  });

  it('tells of votes on a ballot that the other process has just opened, also where it is remembered as missing', async () => {
    const id = newId();
    expect(await beside.get(Ballots).find(`proposal:${id}`)).toBeNull();
    await city.get(Ballots).open({ id: `proposal:${id}`, subject: { kind: 'proposal', id }, kind: 'support', questions: supportQuestions });
    const publish = vi.spyOn(beside.get(Events), 'publish');
    await beside.get(Herald).tell({ ballots: [`proposal:${id}`], joined: [], left: [] });
    expect(publish).toHaveBeenCalledWith('ballot.counted', expect.objectContaining({ ballotId: `proposal:${id}` }));
  });

  it('has its log read to the head, or says that it cannot be', async () => {
    const numbers = city.get(LogNumbers);
    const head = await numbers.head();
    const read = async (upTo: number) => {
      let [batches, last] = [0, 0];
      for await (const some of numbers.upTo(upTo)) [batches, last] = [batches + some.length, some.at(-1)?._id ?? 0];
      return [batches, last];
    };
    // The majority has the rest a moment later.
    vi.spyOn(numbers, 'after').mockResolvedValueOnce([]);
    expect(await read(head)).toEqual([head, head]);
    await expect(read(head + 1)).rejects.toThrow(`no batch ${head + 1}`);
  });

  it('writes no name of a citizen beside a secret vote', async () => {
    const citizen = aCitizen();
    await city.get(Votes).cast(citizen, aVote(await openBallot({ kind: 'evaluation' }), 'support:yes'));
    const [batch] = await city.get(LogNumbers).after((await city.get(LogNumbers).head()) - 1, 1);
    expect(JSON.stringify(batch)).not.toContain(citizen.id);
    expect(JSON.stringify(batch)).not.toContain(citizen.personId);
  });

  it('counts a person once who has two accounts', async () => {
    const id = await openBallot();
    for (const citizen of [aCitizen({ personId: 'one' }), aCitizen({ personId: 'one' })]) await city.get(Votes).cast(citizen, aVote(id, 'support:yes'));
    await recounted();
    expect((await tallyOf(id))?.voters).toBe(1);
  });

  describe('and somebody who sends what is no vote', () => {
    const words = fc.oneof(fc.constantFrom('bench', 'tree', 'wood', 'olive', '', '$ne', '__proto__', '1', '-1', 'NaN', 'null', 'bench:wood'), fc.string({ unit: 'binary', maxLength: 200 }));
    const answers = fc.oneof(
      fc.array(fc.record({ questionId: words, optionId: words }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 101, max: 10_000 }).map((many) => Array.from({ length: many }, () => ({ questionId: 'bench', optionId: 'wood' }))),
    );
    const isRight = (given: { questionId: string; optionId: string }[]) =>
      new Set(given.map(({ questionId }) => questionId)).size === given.length &&
      given.every(({ questionId, optionId }) => aBallot().questions.some(({ id, options }) => id === questionId && options.includes(optionId)));

    it('is refused a thousand times, and the log does not grow', async () => {
      const id = await openBallot({ kind: 'poll', questions: aBallot().questions });
      const before = await city.get(LogNumbers).head();
      const votes = city.get(Votes);
      const citizen: Citizen = aCitizen();
      const wrong = fc.record({ answers: answers.filter((given) => !isRight(given)), nonce: fc.constant(newId()) });
      await fc.assert(fc.asyncProperty(wrong, async (vote) => (await votes.cast(citizen, { ballotId: id, ...vote })).__typename === 'Invalid'), { numRuns: 1000 });
      expect(await city.get(LogNumbers).head()).toBe(before);
    }, 60_000);

    it('is refused before the rules where it has not even the form of one', async () => {
      const { cookie } = await signedIn(city);
      const ballotId = await openBallot();
      const before = await city.get(LogNumbers).head();
      const good = [{ questionId: 'support', optionId: 'yes' }];
      const shapes: Record<string, unknown>[] = [
        { ballotId: { $ne: null }, answers: good, nonce: newId() }, { ballotId, answers: { $gt: '' }, nonce: newId() }, { ballotId, answers: null, nonce: newId() },
        { ballotId, answers: [null], nonce: newId() }, { ballotId, answers: [{ questionId: { $ne: 1 }, optionId: 'yes' }], nonce: newId() }, { ballotId, answers: [{ questionId: 'support' }], nonce: newId() },
        { ballotId, answers: [[['support']]], nonce: newId() }, { ballotId, answers: 'support:yes', nonce: newId() }, { ballotId, answers: good, nonce: { $regex: '.*' } }, { ballotId, answers: good },
        { ballotId, answers: [{ questionId: 'support', optionId: Number.NaN }], nonce: newId() }, { ballotId, answers: [{ questionId: 'support', optionId: -1 }], nonce: newId() }, { ballotId, answers: good, nonce: 7 },
        { ballotId, answers: good, nonce: 'x'.repeat(65) }, { ballotId, answers: good, nonce: '<script>alert(1)</script>' }, { ballotId: 'x'.repeat(5000), answers: good, nonce: newId() },
      ];
      for (const variables of shapes) {
        const { data, errors } = await city.graph<{ castVote: CastVoteResult } | null>(castVote, variables, { cookie });
        expect(errors?.length ?? (data?.castVote.__typename === 'Invalid' ? 1 : 0), JSON.stringify(variables).slice(0, 100)).toBeGreaterThan(0);
      }
      expect(await city.get(LogNumbers).head()).toBe(before);
    });
  });
});
