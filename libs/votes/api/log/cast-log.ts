import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { isThere, log, newId } from '@isegoria/kernel/api';
import { Ledger } from '@isegoria/ledger/api';
import { leafText, type SignedPromise } from '@isegoria/ledger/contracts';
import type { Ballot } from '../ballots/ballot.schema';
import { type Cast, type CastBatch, castsOf, keptAs } from './cast-batch.schema';
import { CityClock, toleratedMs } from '../city-clock';
import { leafOf } from './leaves';
import { LogNumbers } from './log-numbers';
import { hasClosed } from '../votes.rules';
import { pause, within } from './within';

/** What became of one cast. `unclear`: the store could not say, and a retry with the same nonce is harmless either way. */
export type Outcome = { fate: 'kept'; seq: number; at: Date; leaf: string; promise: SignedPromise } | { fate: 'closed' } | { fate: 'unclear' };

interface Waiting {
  cast: Cast;
  ballot: Ballot;
  answer(outcome: Outcome): void;
}

const limits = { batch: 400, waiting: 8000, windowMs: 3, widestMs: 24, patienceMs: 3000, tries: 3 };
/** How long after its ballot's end a vote that was taken may still come into the log: while its batch is tried, a try to spare, and what two machines' clocks may differ. */
export const lastVotesMs = limits.patienceMs * (limits.tries + 1) + 2 * toleratedMs;

/**
 * Log first. Casts that arrive within a few milliseconds become one batch; its number is the log's next one and unique, so
 * that any number of processes write one total order without a leader: who loses a number takes the next, and waits a
 * little longer before, or writers would drive each other mad. A citizen is answered when the batch is on the disk of the
 * majority. When the store's answer is lost, the same batch is sent again under the same number: then either it is in, or
 * the number is taken, and by whom can be read. So nothing is counted twice, and "kept" is never said of what is not.
 */
@Injectable()
export class CastLog implements OnModuleDestroy {
  private waiting: Waiting[] = [];
  private isWriting = false;
  private windowMs = limits.windowMs;
  private next: number | null = null;
  private readonly listeners: (() => void)[] = [];

  constructor(
    @InjectConnection() private readonly mongo: Connection,
    private readonly numbers: LogNumbers,
    private readonly clock: CityClock,
    private readonly ledger: Ledger,
  ) {}

  /** Resolves when the cast is durable, or cannot be. Never rejects. */
  append(cast: Cast, ballot: Ballot): Promise<Outcome> {
    if (this.waiting.length >= limits.waiting) return Promise.resolve({ fate: 'unclear' });
    return new Promise((answer) => {
      this.waiting.push({ cast, ballot, answer });
      if (!this.isWriting) void this.write();
    });
  }

  /** Casts of a moment that is past, as one batch that says so: a demo city's history. Nobody waits for a promise of these. */
  async appendPast(casts: readonly Cast[], at: Date): Promise<void> {
    let number = this.next ?? (await this.numbers.head()) + 1;
    // A number that another writer has is one that stands: the next one may be tried.
    while (!(await this.isKept({ _id: number, writer: newId(), at, casts: [...casts] }))) number += 1;
    this.next = number + 1;
    for (const tell of this.listeners) tell();
  }

  /** Calls back after each batch that was kept. */
  onKept(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Whoever waits when the process is told to stop is answered first. */
  async onModuleDestroy(): Promise<void> {
    while (this.isWriting) await pause(5);
  }

  private async write(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) {
      if (this.waiting.length < limits.batch) await pause(this.windowMs);
      const group = this.waiting.splice(0, limits.batch);
      try {
        await this.commit(group);
      } catch (error) {
        this.giveUp(group, error);
      }
    }
    this.isWriting = false;
  }

  /** Tries number after number until the group is in. Throws when the store does not answer. */
  private async commit(group: Waiting[]): Promise<void> {
    for (let open = this.stillOpen(group); open.length > 0; open = this.stillOpen(open)) {
      this.next ??= (await within(this.numbers.head(), limits.patienceMs)) + 1;
      const batch = { _id: this.next, writer: newId(), at: this.clock.now(), casts: open.map(({ cast }) => cast) };
      if (await this.isKept(batch)) {
        this.next = batch._id + 1;
        this.windowMs = Math.max(limits.windowMs, this.windowMs / 2);
        this.tell(open, batch);
        for (const tell of this.listeners) tell();
        return;
      }
      this.next = (await within(this.numbers.head(batch._id), limits.patienceMs)) + 1;
      this.windowMs = Math.min(limits.widestMs, this.windowMs * 2);
      await pause(Math.random() * this.windowMs);
    }
  }

  /** Answers a group that is in, each with the ledger's word for its leaf: one signature for all of them. */
  private tell(group: Waiting[], { _id: seq, at }: CastBatch): void {
    const kept = group.map(({ cast, ballot, answer }) => ({ leaf: leafText(leafOf(cast, ballot)), answer }));
    const promises = this.ledger.promise(kept.map(({ leaf }) => leaf), this.clock.now());
    for (const [place, promise] of promises.entries()) {
      const one = kept[place];
      one?.answer({ fate: 'kept', seq, at, leaf: one.leaf, promise });
    }
  }

  /** Whether this very batch stands under its number; false when another writer's does. Throws while neither can be known. */
  private async isKept(batch: CastBatch): Promise<boolean> {
    const document = keptAs(batch);
    for (let tries = 1; ; tries++) {
      try {
        await within(castsOf(this.mongo).insertOne(document, { writeConcern: { w: 'majority', j: true } }), limits.patienceMs);
        return true;
      } catch (error) {
        const writer = isThere(error) ? await this.keptWriterOf(batch._id) : null;
        if (writer) return writer === batch.writer;
        if (tries === limits.tries) throw error;
        log.warn({ seq: batch._id, error: String(error) }, 'it is not known whether a batch of votes was kept; asking again');
        await pause(50 * tries);
      }
    }
  }

  /** Whose batch the majority keeps under a number. Null where the store cannot say (yet): then it is asked again. */
  private keptWriterOf(number: number): Promise<string | null> {
    return within(this.numbers.writerOf(number, 'majority'), limits.patienceMs).catch(() => null);
  }

  /** Tells those whose ballot has closed meanwhile, and answers the others. */
  private stillOpen(group: Waiting[]): Waiting[] {
    const now = this.clock.now();
    return group.filter(({ ballot, answer }) => {
      if (!hasClosed(ballot.closesAt, now)) return true;
      answer({ fate: 'closed' });
      return false;
    });
  }

  /** The store does not answer: everybody who waits is told so now, instead of waiting their turn for the same. */
  private giveUp(group: Waiting[], error: unknown): void {
    log.error({ error: String(error), casts: group.length + this.waiting.length }, 'votes could not be kept');
    for (const { answer } of [...group, ...this.waiting.splice(0)]) answer({ fate: 'unclear' });
  }
}
