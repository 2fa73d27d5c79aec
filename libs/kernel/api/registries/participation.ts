import { Injectable } from '@nestjs/common';
import type { Localized } from '@isegoria/kernel/contracts';

/** How many people began to take part in a process and how many came to the end of it, in one slice's own terms. */
export interface Turnout {
  began: number;
  finished: number;
  /** What was counted, in a few words: «έγραψαν πρόταση → την έστειλαν». */
  what: Localized;
}

/** What a slice knows of who takes part. */
export interface ParticipationSource {
  name: string;
  /** By process; a process in which the slice has no part is not there. */
  turnouts?(processIds: readonly string[]): Promise<ReadonlyMap<string, Turnout>>;
  /** The citizens who wrote something in public since a moment; each may come several times. For counting at once: nobody keeps them. */
  authors?(since: Date): Promise<string[]>;
}

@Injectable()
export class Participation {
  private readonly sources = new Map<string, ParticipationSource>();

  register(source: ParticipationSource): void {
    this.sources.set(source.name, source);
  }

  all(): ParticipationSource[] {
    return [...this.sources.values()];
  }
}
