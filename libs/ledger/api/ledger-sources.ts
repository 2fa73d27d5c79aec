import { Injectable } from '@nestjs/common';
import type { Leaf } from '@isegoria/ledger/contracts';

/** One step of a source: its number, and the leaves that came with it, perhaps none. */
export interface SourceStep {
  position: number;
  leaves: Leaf[];
  /** How long (ms) its leaves have been promised; left out where nothing was. */
  waitedMs?: number;
}

/** Where leaves come from: a log that a slice keeps anyway. */
export interface LedgerSource {
  /** Stands in the ledger's own state; it never changes. */
  name: string;
  /** What stands after a position, in order, at most `limit` steps; the same answer for ever. */
  after(position: number, limit: number): Promise<SourceStep[]>;
}

/** Every slice's source of leaves. To be registered while modules initialise. */
@Injectable()
export class LedgerSources {
  private readonly sources = new Map<string, LedgerSource>();

  register(source: LedgerSource): void {
    if (this.sources.has(source.name)) throw new Error(`There are two ledger sources called ${source.name}`);
    this.sources.set(source.name, source);
  }

  /** In the order of their names, so that every process drains them alike. */
  all(): LedgerSource[] {
    return [...this.sources.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
