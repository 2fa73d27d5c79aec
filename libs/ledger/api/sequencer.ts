import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, log, RushRest } from '@isegoria/kernel/api';
import { type Leaf, leafHash, leafText, mergeDelaySeconds, utf8ToBytes } from '@isegoria/ledger/contracts';
import { grow } from './growth';
import { LedgerSources } from './ledger-sources';
import { growing, type LedgerState } from './ledger-state';
import { LedgerStore, Overtaken } from './ledger-store';

const limits = { steps: 20, leaves: 2000, longestRunMs: 15_000, everyMs: 1000 };
/** After so many leaves at once it is a rush, and the tree rests longer than it grows: votes come before their leaves, while these are not late. */
const rush = { from: 200, factor: 10, longestMs: 5000, latestMs: (mergeDelaySeconds * 1000) / 4 };

/**
 * Drains the sources into the tree, batch after batch. It may run twice, at once or be killed: a batch moves the state from
 * where it was read, with all that belongs to it, or leaves nothing behind.
 */
@Injectable()
export class Sequencer implements OnModuleInit {
  private readonly rest = new RushRest(rush);

  constructor(
    private readonly sources: LedgerSources,
    private readonly store: LedgerStore,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(growing, limits.everyMs, () => this.run());
  }

  /** Goes on until every source is drained, or for as long as a run may last. */
  async run(): Promise<void> {
    for (const end = Date.now() + limits.longestRunMs; Date.now() < end; ) {
      await this.rest.over();
      const start = Date.now();
      const taken = await this.step();
      if (taken === null) return;
      this.rest.worked(taken.leaves, start, taken.waitedMs);
    }
  }

  /** Takes one batch in. Answers how many leaves it had and how long (ms) the oldest promise among them had waited; null where there was none. */
  async step(): Promise<{ leaves: number; waitedMs: number } | null> {
    const from = await this.store.state();
    const { leaves, positions, isMoved, waitedMs } = await this.next(from);
    if (!isMoved) return null;
    const texts = leaves.map(leafText);
    const hashes = texts.map((text) => leafHash(utf8ToBytes(text)));
    try {
      await this.store.move(from, { leaves: texts, hashes, positions, ...grow(await this.store.edge(from), hashes) });
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      log.debug({ size: from.size }, 'another sequencer was first');
    }
    return { leaves: leaves.length, waitedMs };
  }

  /** What the sources hold after their positions, in their order, up to the size of a batch. */
  private async next({ positions: known }: LedgerState) {
    const positions = new Map(known.map(({ source, position }) => [source, position]));
    const leaves: Leaf[] = [];
    let [isMoved, waitedMs] = [false, 0];
    for (const source of this.sources.all()) {
      if (leaves.length >= limits.leaves) break;
      for (const step of await source.after(positions.get(source.name) ?? 0, limits.steps)) {
        if (leaves.length >= limits.leaves) break;
        leaves.push(...step.leaves);
        positions.set(source.name, step.position);
        isMoved = true;
        waitedMs = Math.max(waitedMs, step.waitedMs ?? 0);
      }
    }
    return { leaves, isMoved, waitedMs, positions: [...positions].map(([source, position]) => ({ source, position })) };
  }
}
