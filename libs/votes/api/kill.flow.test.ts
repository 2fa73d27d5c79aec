import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { eventually, newId, startCity, type TestCity } from '@isegoria/kernel/api';
import { writtenAll } from '@isegoria/votes/contracts';
import { Ballots, supportQuestions } from './ballots/ballots.service';
import { type Api, builtApi, Spares } from './kill.builders';
import { LogNumbers } from './log/log-numbers';
import { ProjectionStore } from './count/projection-store';
import { Recount } from './count/recount';
import { Tallies } from './count/tallies.service';
import { aVote } from './votes.builders';
import { pressKey } from './log/voter-key';
import { VotesModule } from './votes.module';
import { Votes } from './votes.service';

// The count is made by the processes that are killed, not by this one.
process.env['WORKER'] = 'off';
process.env['RATE_LIMITS'] = 'off';

const rounds = 10;
const castVote = `mutation C($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) { castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) { __typename } }`;

describe('an api process that is killed while citizens vote', () => {
  let city: TestCity;
  let apis: [Api, Api];
  let spares: Spares;
  let citizens: SignedIn[];
  let folder: string;
  const ballots = Array.from({ length: 4 }, () => ({ kind: 'proposal', id: newId() }));
  const idOf = (ballot: { id: string }) => `proposal:${ballot.id}`;

  beforeAll(async () => {
    city = await startCity([IdentityModule, VotesModule], { doors: [sessionDoor] });
    await city.get(Ballots).openMany(ballots.map((subject) => ({ id: idOf(subject), subject, kind: 'support' as const, questions: supportQuestions })));
    citizens = await Promise.all(Array.from({ length: 30 }, () => signedIn(city)));
    folder = await builtApi();
    spares = new Spares(folder);
    apis = [await spares.take(), await spares.take()];
  }, 120_000);
  afterAll(async () => {
    await Promise.all([...apis.map((api) => api.kill()), spares.stop()]);
    rmSync(folder, { recursive: true, force: true });
    await city.stop();
  });

  /** What a citizen's page does: the same press again, here or there, until an answer comes. */
  async function press(who: SignedIn, vote: ReturnType<typeof aVote>): Promise<void> {
    for (let turn = Math.round(Math.random()); ; turn++) {
      const { url } = apis[turn % 2 ? 1 : 0];
      const headers = { 'content-type': 'application/json', cookie: who.cookie, origin: url };
      const answer = url && (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: castVote, variables: vote }) }).then((got) => got.json(), () => null));
      const fate = (answer as { data?: { castVote?: { __typename: string } } } | null)?.data?.castVote?.__typename;
      if (fate === 'VoteCast') return;
      await new Promise((wake) => setTimeout(wake, 30));
    }
  }

  it('loses no vote that it acknowledged and counts none twice, ten times over', async () => {
    const kept: string[] = [];
    const last = new Map<string, string[]>();
    const state = { isOver: false };
    const voting = Promise.all(
      citizens.map(async (who) => {
        for (let turn = 0; !state.isOver; turn++) {
          const vote = aVote(idOf(ballots[Math.floor(Math.random() * ballots.length)] ?? { id: '' }), ...(Math.random() < 0.6 ? ['support:yes'] : []));
          await press(who, vote);
          kept.push(pressKey(vote.nonce, writtenAll(supportQuestions, vote.answers)));
          last.set(`${vote.ballotId}|${who.citizen.id}`, vote.answers.map(({ optionId }) => optionId));
          // A person's pace: kills are what is tried here, not how long a queue the count can work off.
          await new Promise((wake) => setTimeout(wake, 150));
        }
      }),
    );
    for (let round = 0; round < rounds; round++) {
      const before = kept.length;
      await eventually('some hundred votes came', () => kept.length > before + 200, 120_000);
      const place = round % 2 ? 1 : 0;
      await apis[place].kill();
      apis[place] = await spares.take();
    }
    state.isOver = true;
    await voting;

    const numbers = city.get(LogNumbers);
    const head = await numbers.head();
    const written = new Set<string>();
    for (let at = 0; at < head; at += 50) for (const { casts } of await numbers.after(at, 50)) for (const { nonce } of casts) written.add(nonce);
    expect(kept.filter((nonce) => !written.has(nonce))).toEqual([]);
    expect(kept.length).toBeGreaterThan(rounds * 200);

    await untilCounted(city.get(ProjectionStore), head);
    expect(await city.get(Recount).disagreements()).toEqual([]);
    const tallies = await city.get(Tallies).fresh(ballots.map(idOf));
    for (const ballot of ballots) {
      const supporters = citizens.filter(({ citizen }) => last.get(`${idOf(ballot)}|${citizen.id}`)?.length);
      expect(tallies.get(idOf(ballot))?.voters).toBe(supporters.length);
      for (const { citizen } of citizens) {
        const [mine] = await city.get(Votes).of(citizen, [idOf(ballot)]);
        expect(mine?.answers.map(({ optionId }) => optionId)).toEqual(last.get(`${idOf(ballot)}|${citizen.id}`) ?? []);
      }
    }
  }, 900_000);
});

/** Waits as long as the count moves on; it fails when it stands still for minutes. */
async function untilCounted(store: ProjectionStore, head: number): Promise<void> {
  for (let at = -1; at !== head; ) {
    const before = at;
    at = await eventually(`the count goes on from ${before} to ${head}`, async () => {
      const { at: now } = await store.checkpoint();
      return now > before ? now : null;
    }, 150_000);
  }
}
