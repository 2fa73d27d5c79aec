import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule } from '@isegoria/identity/api';
import { eventually, newId, startCity, type TestCity } from '@isegoria/kernel/api';
import { Ballots, supportQuestions } from '../ballots/ballots.service';
import { LogNumbers } from './log-numbers';
import { Recount } from '../count/recount';
import { Tallies } from '../count/tallies.service';
import { aCitizen, aVote } from '../votes.builders';
import { VotesJobs } from '../votes.jobs';
import { VotesModule } from '../votes.module';
import { Votes } from '../votes.service';

process.env['WORKER'] = 'off';

/** The wire to the document store, in the test's hand: `deaf` lets writes through and loses the answers, `cut` is no wire at all. */
class Wire {
  state: 'whole' | 'deaf' | 'cut' = 'whole';
  private readonly ends = new Set<Socket>();
  private readonly server: Server;

  constructor(private readonly store: URL) {
    this.server = createServer((end) => this.join(end));
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    const address = this.server.address();
    return `mongodb://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/?directConnection=true`;
  }

  turn(state: Wire['state']): void {
    this.state = state;
    if (state === 'cut') for (const end of this.ends) end.destroy();
  }

  close(): void {
    for (const end of this.ends) end.destroy();
    this.server.close();
  }

  private join(end: Socket): void {
    if (this.state === 'cut') return void end.destroy();
    const store = connect(Number(this.store.port), this.store.hostname);
    for (const each of [end, store]) {
      this.ends.add(each);
      each.on('error', () => undefined).on('close', () => (end.destroy(), store.destroy(), this.ends.delete(each)));
    }
    end.on('data', (said) => void store.write(said));
    store.on('data', (said) => void (this.state === 'whole' && end.write(said)));
  }
}

describe('a store whose answers are lost', () => {
  let city: TestCity;
  let wire: Wire;
  const ballotId = `proposal:${newId()}`;

  beforeAll(async () => {
    wire = new Wire(new URL(process.env['MONGODB_URI'] ?? 'mongodb://127.0.0.1:27017/'));
    process.env['MONGODB_URI'] = await wire.open();
    city = await startCity([IdentityModule, VotesModule]);
    await city.get(Ballots).open({ id: ballotId, subject: { kind: 'proposal', id: ballotId.slice(9) }, kind: 'support', questions: supportQuestions });
    await city.get(Votes).cast(aCitizen(), aVote(ballotId, 'support:yes'));
  }, 60_000);
  afterAll(async () => {
    wire.turn('whole');
    await city.stop();
    wire.close();
  });

  const later = (ms: number, state: Wire['state']) => setTimeout(() => wire.turn(state), ms);
  const counted = async () => {
    await city.get(VotesJobs).catchUp();
    expect(await city.get(Recount).disagreements()).toEqual([]);
    return (await city.get(Tallies).fresh([ballotId])).get(ballotId)?.voters;
  };

  it('has each vote once when the batch was written and only the answer was lost', async () => {
    const before = await city.get(LogNumbers).head();
    const citizens = Array.from({ length: 50 }, () => aCitizen());
    await city.get(Ballots).find(ballotId);
    wire.turn('deaf');
    later(1000, 'cut');
    later(1200, 'whole');
    const fates = await Promise.all(citizens.map((citizen) => city.get(Votes).cast(citizen, aVote(ballotId, 'support:yes'))));
    expect(new Set(fates.map(({ __typename }) => __typename))).toEqual(new Set(['VoteCast']));
    const log = await city.get(LogNumbers).after(before, 20);
    expect(log.flatMap(({ casts }) => casts)).toHaveLength(50);
    expect(await counted()).toBe(51);
  }, 40_000);

  it('that does not come back lets nobody wait for long, and nobody is told that a vote was kept', async () => {
    const citizen = aCitizen();
    const vote = aVote(ballotId, 'support:yes');
    await city.get(Ballots).find(ballotId);
    wire.turn('deaf');
    const first = city.get(Votes).cast(citizen, vote);
    await new Promise((wake) => setTimeout(wake, 200));
    // Those behind do not wait their turn for the same silence, wherever they meet it.
    const behind = Array.from({ length: 20 }, () => city.get(Votes).cast(aCitizen(), aVote(ballotId, 'support:yes')));
    const fates = await Promise.all([first, ...behind]);
    expect(new Set(fates.map(({ __typename }) => __typename))).toEqual(new Set(['NotKept']));

    wire.turn('cut');
    wire.turn('whole');
    // The driver finds the store again in its own time; a browser sends the same press until it has an answer.
    await eventually('the same press is kept', () => city.get(Votes).cast(citizen, vote).then(({ __typename }) => __typename === 'VoteCast', () => false), 30_000);
    // Of the others nobody was told that they are in; whichever arrived after all is counted once.
    expect(await counted()).toBeGreaterThanOrEqual(52);
    expect((await city.get(Votes).of(citizen, [ballotId]))[0]?.answers).toHaveLength(1);
  }, 60_000);
});
