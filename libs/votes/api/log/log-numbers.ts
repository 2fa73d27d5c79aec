import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { asWritten, type CastBatch, castsOf } from './cast-batch.schema';
import { pause } from './within';

/** The embedded store's `$in` costs the square of its length. */
const portion = 20;
/** How often, and how far apart, the log is asked again for what is said to be there: the majority may have it a moment later. */
const patience = { tries: 25, pauseMs: 200 };

/** Reads the log by its numbers. There is no gap in them: who writes a number knows that the one before stands. */
@Injectable()
export class LogNumbers {
  constructor(@InjectConnection() private readonly mongo: Connection) {}

  /** The last number of the log, looked for from one that is known to exist: ever longer steps, then by halves. */
  async head(known = 0): Promise<number> {
    let last = known;
    let step = 1;
    for (; await this.writerOf(last + step); step *= 2) last += step;
    for (let free = last + step; free - last > 1; ) {
      const middle = Math.floor((last + free) / 2);
      if (await this.writerOf(middle)) last = middle;
      else free = middle;
    }
    return last;
  }

  /** Who wrote the batch of this number, or null while nobody has. */
  async writerOf(number: number, readConcern: 'local' | 'majority' = 'local'): Promise<string | null> {
    const batch = await castsOf(this.mongo).findOne({ _id: number }, { projection: { writer: 1 }, readConcern });
    return batch?.writer ?? null;
  }

  /** The batches that follow a number and that no failover can take back, in order, at most `most` of them. */
  async after(number: number, most: number): Promise<CastBatch[]> {
    const batches: CastBatch[] = [];
    while (batches.length < most) {
      const numbers = Array.from({ length: Math.min(portion, most - batches.length) }, (_, at) => number + batches.length + 1 + at);
      const found = await castsOf(this.mongo).find({ _id: { $in: numbers } }, { readConcern: 'majority' }).toArray();
      batches.push(...found.map(asWritten).sort((a, b) => a._id - b._id));
      if (found.length < numbers.length) break;
    }
    return batches;
  }

  /** The log from its beginning up to a number that was written, in order. Throws where it cannot be read as far: what is made of the log is made of all of it. */
  async *upTo(head: number): AsyncGenerator<CastBatch[]> {
    for (let [at, silences] = [0, 0]; at < head; ) {
      const batches = await this.after(at, Math.min(50, head - at));
      if (batches.length > 0) yield batches;
      silences = batches.length > 0 ? 0 : silences + 1;
      at = batches.at(-1)?._id ?? at;
      if (silences > patience.tries) throw new Error(`The log has no batch ${at + 1}, although it goes to ${head}.`);
      if (silences > 0) await pause(patience.pauseMs);
    }
  }
}
