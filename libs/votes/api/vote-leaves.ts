import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type LedgerSource, LedgerSources, type SourceStep } from '@isegoria/ledger/api';
import { Ballots } from './ballots.service';
import type { CastBatch } from './cast-batch.schema';
import { CityClock } from './city-clock';
import { leafOf } from './leaves';
import { LogNumbers } from './log-numbers';
import { ProjectionStore } from './projection-store';

/** Every vote that had an effect, on its way into the ledger: a batch of the log a step, as far as it has been counted. */
@Injectable()
export class VoteLeaves implements LedgerSource, OnModuleInit {
  readonly name = 'votes';

  constructor(
    private readonly sources: LedgerSources,
    private readonly ballots: Ballots,
    private readonly numbers: LogNumbers,
    private readonly store: ProjectionStore,
    private readonly clock: CityClock,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  /** The log and what the count found without effect decide it alone; a rebuild finds the same. */
  async after(position: number, limit: number): Promise<SourceStep[]> {
    const { at, generation } = await this.store.checkpoint();
    const batches = at > position ? await this.numbers.after(position, Math.min(limit, at - position)) : [];
    if (batches.length === 0) return [];
    const idle = await this.store.idleCasts(generation, batches.map(({ _id }) => _id));
    const ballots = await this.ballots.standing([...new Set(batches.flatMap(({ casts }) => casts.map(({ ballotId }) => ballotId)))]);
    const now = this.clock.now().getTime();
    return batches.map((batch) => ({ position: batch._id, waitedMs: now - batch.at.getTime(), leaves: effective(batch, idle.get(batch._id)).map((cast) => leafOf(cast, known(ballots, cast.ballotId))) }));
  }
}

function effective({ casts }: CastBatch, idle: ReadonlySet<number> | undefined) {
  return idle ? casts.filter((_, at) => !idle.has(at)) : casts;
}

function known<T>(ballots: ReadonlyMap<string, T>, id: string): T {
  const ballot = ballots.get(id);
  if (!ballot) throw new Error(`The log has a vote on ${id}, which is no ballot.`);
  return ballot;
}
