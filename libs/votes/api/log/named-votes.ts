import { Injectable } from '@nestjs/common';
import { Ballots } from '../ballots/ballots.service';
import { CountedLog } from './counted-log';
import { ProjectionStore } from '../count/projection-store';
import { isByName } from '../ballots/secrecy';

/** A support or a signature as it came in. */
export interface NamedVote {
  ballotId: string;
  /** The person's name on this ballot alone. */
  voter: string;
  /** The account; null where whoever it was has left. */
  citizenId: string | null;
}

/** What came in together, and when. */
export interface NamedBatch {
  seq: number;
  at: Date;
  /** Only what was given, not what was taken back. */
  given: NamedVote[];
}

/** The votes that are given by name, in the order of the log: for who watches how support comes. Of secret votes nothing is told here. */
@Injectable()
export class NamedVotes {
  constructor(
    private readonly log: CountedLog,
    private readonly ballots: Ballots,
    private readonly store: ProjectionStore,
  ) {}

  /** The counted batches that follow a number, at most `limit`; also those without such a vote, as they move the place on. */
  async after(position: number, limit: number): Promise<NamedBatch[]> {
    const batches = await this.log.after(position, limit);
    // A cast that names its account is on such a ballot; of the others their ballots say so. Those are few: of thousands of ballots, one would wait for each.
    const asked = new Set(batches.flatMap(({ casts }) => casts.flatMap(({ ballotId, citizenId }) => (citizenId ? [] : [ballotId]))));
    const ballots = await this.ballots.standing([...asked]);
    const named = new Set([...ballots.values()].filter(({ kind }) => isByName(kind)).map(({ _id }) => _id));
    return batches.map(({ _id: seq, at, casts }) => ({
      seq, at,
      given: casts.filter(({ ballotId, citizenId, answers }) => answers.length > 0 && (citizenId || named.has(ballotId))).map(({ ballotId, voter, citizenId = null }) => ({ ballotId, voter, citizenId })),
    }));
  }

  /** How many stand behind each thing of a kind, by the ballot, as last counted. Reads every tally: for a look now and then. */
  async standings(kind: string): Promise<Map<string, number>> {
    const { generation } = await this.store.checkpoint();
    const tallies = await this.store.allTallies(generation);
    return new Map(tallies.filter(({ _id, voters }) => voters > 0 && _id.startsWith(`${kind}:`)).map(({ _id, voters }) => [_id, voters]));
  }
}
