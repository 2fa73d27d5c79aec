import { Injectable } from '@nestjs/common';
import { log } from '@isegoria/kernel/api';
import { count, firstOf } from './counting';
import { LogNumbers } from '../log/log-numbers';
import { type Checkpoint, Overtaken, ProjectionStore } from './projection-store';

/** How much is counted at once: many presses on few votes cost little together, and a transaction stays small however far behind the count is. */
const chunk = { batches: 100, votes: 4000 };

/** Carries the log into votes and tallies, chunk after chunk. May run twice, at once, or be killed: the checkpoint decides. */
@Injectable()
export class VotesProjection {
  constructor(
    private readonly store: ProjectionStore,
    private readonly numbers: LogNumbers,
  ) {}

  /** Counts the next chunk after a checkpoint. Answers where the count stands then, how many casts the chunk had, when its first batch was sealed, and whether there is more; null where there was nothing. */
  async advance(from: Checkpoint, upTo = Number.MAX_SAFE_INTEGER): Promise<{ checkpoint: Checkpoint; casts: number; firstAt: Date; isBehind: boolean } | null> {
    const found = await this.numbers.after(from.at, Math.min(chunk.batches, upTo - from.at));
    const { batches, touched } = firstOf(found, chunk.votes);
    const [first, last] = [batches.at(0), batches.at(-1)];
    if (!first || !last) return null;
    const [votes, tallies] = await Promise.all([this.store.votes(from.generation, touched.votes), this.store.tallies(from.generation, touched.ballots)]);
    const change = count(batches, votes, tallies);
    await this.store.move(from, last._id, change, { has: (id) => votes.has(id) || tallies.has(id) });
    const casts = batches.reduce((sum, batch) => sum + batch.casts.length, 0);
    return { checkpoint: await this.store.checkpoint(from._id), casts, firstAt: first.at, isBehind: batches.length < found.length || found.length === chunk.batches };
  }

  /** Makes votes and tallies anew from the whole log, beside the ones that are read, and changes over when both agree on how far. */
  async rebuild(generation: string, progress: (done: number, total: number) => void): Promise<void> {
    await this.clearUnfinished();
    let anew = await this.store.checkpoint(`rebuild:${generation}`, generation);
    for (;;) {
      const live = await this.store.checkpoint();
      if (anew.at === live.at && (await this.changesOver(live, anew))) return;
      anew = (await this.advance(anew, live.at))?.checkpoint ?? anew;
      progress(anew.at, live.at);
    }
  }

  /** A rebuild that was broken off leaves its count behind; the next one begins by clearing it. */
  private async clearUnfinished(): Promise<void> {
    for (const checkpoint of await this.store.unfinished()) {
      await this.store.forget(checkpoint);
      await this.store.drop(checkpoint.generation);
    }
  }

  private async changesOver(live: Checkpoint, anew: Checkpoint): Promise<boolean> {
    try {
      await this.store.promote(live, anew);
      return true;
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      log.debug({ at: live.at }, 'votes came while the count changed over; once more');
      return false;
    }
  }
}
