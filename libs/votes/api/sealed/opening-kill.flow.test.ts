import { rmSync } from 'node:fs';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule, sessionDoor } from '@isegoria/identity/api';
import { eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import { Ballots } from '../ballots/ballots.service';
import type { Box } from './box.schema';
import { CityClock } from '../city-clock';
import { type Api, builtApi, Spares } from '../kill.builders';
import { Papers } from './papers';
import { aSealedBallot, aSealedVote, giveShare, type SealedBallot } from './sealed.builders';
import { aCitizen } from '../votes.builders';
import { VotesModule } from '../votes.module';
import { Votes } from '../votes.service';

// The box is opened by the process that is killed, not by this one.
process.env['WORKER'] = 'off';
process.env['RATE_LIMITS'] = 'off';
// So long nobody takes over from a process that was killed: here they need not sit it out.
process.env['BOX_LEASE_SECONDS'] = '2';
process.env['LAST_VOTES_SECONDS'] = '1';

// More than one portion of what is written at once, so that it can be killed with some of it there.
const people = 600;

describe('a process that is killed while it opens a box', () => {
  let city: TestCity;
  let mongo: Connection;
  let api: Api;
  let spares: Spares;
  let folder: string;
  let ballot: SealedBallot;

  beforeAll(async () => {
    city = await startCity([IdentityModule, VotesModule], { doors: [sessionDoor] });
    folder = await builtApi();
    spares = new Spares(folder);
    mongo = city.get<Connection>(getConnectionToken());
    ballot = await aSealedBallot(city);
    const votes = await Promise.all(Array.from({ length: people }, (_, at) => aSealedVote(ballot, at % 3 ? 'works:bench' : 'works:school')));
    const results = await city.get(Votes).castMany(votes.map((vote) => ({ ...vote, citizen: aCitizen() })));
    expect(results.filter(({ __typename }) => __typename !== 'VoteCast')).toEqual([]);
    const closesAt = await city.get(Ballots).close(ballot.id);
    api = await spares.take();
    await eventually('the ballot is over', () => city.get(CityClock).now() > closesAt);
  }, 180_000);
  afterAll(async () => {
    await Promise.all([api.kill(), spares.stop()]);
    rmSync(folder, { recursive: true, force: true });
    await city.stop();
  });

  const box = () => mongo.collection<Box>('ballot_boxes').findOne({ _id: ballot.id });
  const countOf = (name: string, set?: string) => mongo.collection(name).countDocuments(set ? { set } : {});

  /** What a trustee's page does, until a process answers. */
  async function give(place: number): Promise<string> {
    const headers = { 'content-type': 'application/json', cookie: ballot.trustees[place]?.cookie ?? '', origin: api.url };
    const body = JSON.stringify({ query: giveShare, variables: { ballotId: ballot.id, share: ballot.key.shares[place] } });
    const answer = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
    const { data } = (await answer.json()) as { data: { giveShare: { __typename: string; reason?: string } } };
    return data.giveShare.reason ?? data.giveShare.__typename;
  }
  const begin = () => eventually('a share is taken again', async () => (await give(1)) === 'ShareTaken', 60_000);

  const moments: [when: string, isThen: (staged: number) => Promise<boolean | undefined>][] = [
    ['it has just taken charge', async () => (await box())?.opening !== null],
    ['it is about to write', async (staged) => ((await box())?.staged.length ?? 0) > staged],
    ['it has written who took part', async () => (await countOf('box_electors')) >= people],
    ['it has written some of the ballots', async () => (await countOf('opened_ballots')) > 0],
  ];

  it('at any moment leaves the box shut and whole, and another one opens it once', async () => {
    expect(await give(0)).toBe('ShareTaken');
    for (const [when, isThen] of moments) {
      const staged = (await box())?.staged.length ?? 0;
      await begin();
      await eventually(when, () => isThen(staged), 120_000);
      await api.kill();
      expect(await box(), when).toMatchObject({ result: null, sets: null });
      expect((await box())?.secret).toEqual(expect.any(String));
      expect(await city.get(Papers).of(ballot.id)).toBeNull();
      api = await spares.take();
    }
    expect(((await box())?.staged.length ?? 0) >= 2).toBe(true);

    await begin();
    const opened = await eventually('the box is open', async () => (await box())?.result && (await box()), 120_000);
    await api.kill();
    expect(opened).toMatchObject({ secret: null, result: { valid: people, invalid: 0, blank: 0, replaced: 0 } });
    api = await spares.take();
    await eventually('it was told', async () => (await box())?.isTold, 60_000);
    expect([await countOf('opened_ballots'), await countOf('box_electors'), await countOf('box_audits')]).toEqual([people, people, people]);
    expect(await countOf('opened_ballots', opened.sets?.papers)).toBe(people);
    const acts = await mongo.collection('ledger_acts').find({ 'leaf.subject.id': ballot.id.slice(7) }).toArray();
    expect(acts.map((act) => String(act['leaf'].act)).sort()).toEqual(['ballot.announced', 'ballot.opened', 'ballot.result']);
    expect((await city.get(Papers).of(ballot.id))?.filter(({ answers }) => answers[0]?.optionId === 'school')).toHaveLength(people / 3);
    expect(await give(2)).toBe('opened');
  }, 900_000);
});
