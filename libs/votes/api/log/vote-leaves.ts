import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type LedgerSource, LedgerSources, type SourceStep } from '@isegoria/ledger/api';
import { Ballots } from '../ballots/ballots.service';
import { CityClock } from '../city-clock';
import { CountedLog } from './counted-log';
import { leafOf } from './leaves';

/** Every vote that had an effect, on its way into the ledger: a batch of the log a step, as far as it has been counted. */
@Injectable()
export class VoteLeaves implements LedgerSource, OnModuleInit {
  readonly name = 'votes';

  constructor(
    private readonly sources: LedgerSources,
    private readonly ballots: Ballots,
    private readonly log: CountedLog,
    private readonly clock: CityClock,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  async after(position: number, limit: number): Promise<SourceStep[]> {
    const batches = await this.log.after(position, limit);
    const ballots = await this.ballots.standing([...new Set(batches.flatMap(({ casts }) => casts.map(({ ballotId }) => ballotId)))]);
    const now = this.clock.now().getTime();
    return batches.map((batch) => ({ position: batch._id, waitedMs: now - batch.at.getTime(), leaves: batch.casts.map((cast) => leafOf(cast, known(ballots, cast.ballotId))) }));
  }
}

function known<T>(ballots: ReadonlyMap<string, T>, id: string): T {
  const ballot = ballots.get(id);
  if (!ballot) throw new Error(`The log has a vote on ${id}, which is no ballot.`);
  return ballot;
}
