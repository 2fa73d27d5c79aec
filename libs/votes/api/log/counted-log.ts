import { Injectable } from '@nestjs/common';
import type { CastBatch } from './cast-batch.schema';
import { LogNumbers } from './log-numbers';
import { ProjectionStore } from '../count/projection-store';

/** The log as far as it was counted, without the casts that had no effect. The log and what the count found idle decide it alone: a rebuild finds the same. */
@Injectable()
export class CountedLog {
  constructor(
    private readonly numbers: LogNumbers,
    private readonly store: ProjectionStore,
  ) {}

  /** The batches that follow a number, in order, at most `limit` of them. */
  async after(position: number, limit: number): Promise<CastBatch[]> {
    const { at, generation } = await this.store.checkpoint();
    const batches = at > position ? await this.numbers.after(position, Math.min(limit, at - position)) : [];
    if (batches.length === 0) return [];
    const idle = await this.store.idleCasts(generation, batches.map(({ _id }) => _id));
    return batches.map((batch) => ({ ...batch, casts: effective(batch, idle.get(batch._id)) }));
  }
}

function effective({ casts }: CastBatch, idle: ReadonlySet<number> | undefined) {
  return idle ? casts.filter((_, at) => !idle.has(at)) : casts;
}
