import { Injectable } from '@nestjs/common';
import { type Count, count, type Vote } from './counting';
import { LogNumbers } from '../log/log-numbers';
import { ProjectionStore } from './projection-store';

/** A ballot whose stored count is not what the log says. */
export interface Disagreement {
  ballotId: string;
  counted: Count | null;
  stored: Count | null;
}

/** Counts the whole log again, in memory, and compares: the proof that what everybody reads is what citizens sent. */
@Injectable()
export class Recount {
  constructor(
    private readonly store: ProjectionStore,
    private readonly numbers: LogNumbers,
  ) {}

  /** The ballots that disagree; empty when all is well. Compares as far as the projection has come. */
  async disagreements(): Promise<Disagreement[]> {
    const { at, generation } = await this.store.checkpoint();
    const [counted, stored] = [await this.countUpTo(at), byId(await this.store.allTallies(generation))];
    const ballots = new Set([...counted.keys(), ...stored.keys()]);
    return [...ballots]
      .map((ballotId) => ({ ballotId, counted: counted.get(ballotId) ?? null, stored: stored.get(ballotId) ?? null }))
      .filter(({ counted: a, stored: b }) => written(a) !== written(b));
  }

  private async countUpTo(head: number): Promise<Map<string, Count>> {
    const votes = new Map<string, Vote>();
    const tallies = new Map<string, Count>();
    for await (const batches of this.numbers.upTo(head)) {
      const change = count(batches, votes, tallies);
      for (const vote of change.votes) votes.set(vote._id, vote);
      for (const tally of change.tallies) tallies.set(tally._id, tally);
    }
    return tallies;
  }
}

function byId(tallies: Count[]): Map<string, Count> {
  return new Map(tallies.map((tally) => [tally._id, tally]));
}

function written(tally: Count | null): string {
  return tally ? JSON.stringify([tally.voters, tally.seq, Object.entries(tally.counts).sort()]) : 'nothing';
}
