import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, log, newId, Projections, RushRest } from '@isegoria/kernel/api';
import { Ledger } from '@isegoria/ledger/api';
import { CastLog } from './log/cast-log';
import { CityClock } from './city-clock';
import { Herald } from './count/herald';
import { LogNumbers } from './log/log-numbers';
import { VotesProjection } from './count/projection';
import { type Checkpoint, Overtaken, ProjectionStore } from './count/projection-store';

const name = 'votes.project';
/** So long one run takes at most; what is left then comes with the next one. The job's lock is renewed meanwhile. */
const longestRunMs = 15_000;
const tellingTries = 5;
/** The log wakes the count this often at most. */
const wakeMs = 250;
/** After so many casts at once it is a rush, and the count rests longer than it works: votes come before their count, while this is not late. A leaf waits for the count, so it is later still. */
const rush = { from: 200, factor: 5, longestMs: 2500, latestMs: 10_000 };
/** How long somebody may still be reading a generation that was replaced. */
const graceMs = 60_000;

/** Counts soon after every batch, and once a second whatever happened to the wake-up call. */
@Injectable()
export class VotesJobs implements OnModuleInit {
  private failures = 0;
  /** Up to where this process has told what was counted. */
  private toldAt = 0;
  private isWoken = false;
  private wokenUntil = 0;
  private readonly rushRest = new RushRest(rush);

  constructor(
    private readonly jobs: Jobs,
    private readonly castLog: CastLog,
    private readonly projections: Projections,
    private readonly projection: VotesProjection,
    private readonly store: ProjectionStore,
    private readonly numbers: LogNumbers,
    private readonly herald: Herald,
    private readonly ledger: Ledger,
    private readonly clock: CityClock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(name, 1000, () => this.project());
    this.jobs.define<{ generation: string }>('votes.drop', ({ generation }) => this.store.drop(generation));
    this.castLog.onKept(() => this.wake());
    this.projections.register({ name: 'votes', rebuild: (progress) => this.rebuild(progress) });
  }

  /** Counts and tells what is there, and rests after each chunk of a rush. Two may run at once: the checkpoint lets one of them count each chunk. */
  async project(): Promise<void> {
    const end = Date.now() + longestRunMs;
    for (let isBehind = true; isBehind && Date.now() < end; ) {
      await this.rushRest.over();
      const start = Date.now();
      const { casts, firstAt, ...counted } = await this.step();
      isBehind = counted.isBehind;
      this.rushRest.worked(casts, start, firstAt ? this.clock.now().getTime() - firstAt.getTime() : 0);
    }
  }

  /** For seeds, imports and tests: goes on without rest until every cast that is in the log now has been counted. */
  async catchUp(): Promise<void> {
    const head = await this.numbers.head((await this.store.checkpoint()).at);
    while ((await this.store.checkpoint()).at < head) await this.step();
  }

  /** Votes and tallies made anew from the log, and everybody told how every ballot stands. */
  async rebuild(progress: (done: number, total: number) => void): Promise<void> {
    const { generation: old } = await this.store.checkpoint();
    const generation = newId().toLowerCase();
    await this.projection.rebuild(generation, progress);
    await this.jobs.add('votes.drop', { generation: old }, { delayMs: graceMs });
    const ballots = (await this.store.allTallies(generation)).map(({ _id }) => _id);
    for (let at = 0; at < ballots.length; at += 50) await this.herald.tell({ ballots: ballots.slice(at, at + 50), joined: [], left: [] });
  }

  /** Counts one chunk and tells it. Answers how many casts it had, when the first of them came, and whether there is more. */
  private async step(): Promise<{ casts: number; firstAt: Date | null; isBehind: boolean }> {
    const from = await this.store.checkpoint();
    await this.tell(from);
    const counted = await this.advance(from);
    await (counted ? this.tell(counted.checkpoint) : this.rest(from));
    if (counted) await this.ledger.nudge();
    return counted ?? { casts: 0, firstAt: null, isBehind: false };
  }

  private async advance(from: Checkpoint) {
    try {
      return await this.projection.advance(from);
    } catch (error) {
      if (error instanceof Overtaken) return null;
      throw error;
    }
  }

  /** A listener that fails holds the count up for a few tries, not for ever: the ballot is told again with its next vote. */
  private async tell({ at, untold }: Checkpoint): Promise<void> {
    if (!untold || at === this.toldAt) return;
    try {
      await this.herald.tell(untold);
    } catch (error) {
      if (++this.failures < tellingTries) throw error;
      log.error({ error: String(error), ballots: untold.ballots }, 'a count could not be told');
    }
    this.failures = 0;
    this.toldAt = at;
  }

  /** While votes come, each chunk's news takes the place of the last one's in the checkpoint; the very last is taken off in quiet. */
  private async rest(from: Checkpoint): Promise<void> {
    if (from.untold) await this.store.told(from);
  }

  /** The first batch wakes the count at once; those that follow soon wake it together. */
  private wake(): void {
    if (this.isWoken) return;
    this.isWoken = true;
    const wait = Math.max(5, this.wokenUntil - Date.now());
    setTimeout(() => {
      this.isWoken = false;
      this.wokenUntil = Date.now() + wakeMs;
      void this.jobs.nudge(name);
    }, wait);
  }
}
