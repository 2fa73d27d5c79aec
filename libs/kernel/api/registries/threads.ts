import { Injectable } from '@nestjs/common';
import type { Localized, Subject } from '@isegoria/kernel/contracts';

/** Something with a date that happened, or is to happen, to a thing of a slice. */
export interface DatedMoment {
  /** Unique in its source. */
  id: string;
  at: Date;
  title: Localized;
  about: Subject;
}

/** What a slice knows of threads: what happened to its things, and which things belong together. Of kinds that it does not know it says nothing. */
export interface ThreadSource {
  moments(subjects: readonly Subject[]): Promise<DatedMoment[]>;
  /** The pairs of things of which one is among these, whichever end it is: a thread is followed both ways. */
  links(subjects: readonly Subject[]): Promise<[Subject, Subject][]>;
}

/** From an idea to an act to what was done: each slice hands in its part, and nobody has to know the others. */
@Injectable()
export class Threads {
  private readonly sources = new Map<string, ThreadSource>();

  register(name: string, source: ThreadSource): void {
    this.sources.set(name, source);
  }

  all(): ThreadSource[] {
    return [...this.sources.values()];
  }
}

/** The ids among subjects of one kind, for a source. */
export const idsOfKind = (subjects: readonly Subject[], kind: string): string[] => subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
