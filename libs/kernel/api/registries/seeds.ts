import { Injectable } from '@nestjs/common';

/** What a seed may use: a repeatable source of chance, the moment that counts as now, and a way to show how far it is. */
export interface SeedContext {
  /** In [0, 1); the same sequence at every run. */
  random(): number;
  now: Date;
  /** 1 is the demo city; tests ask for less. */
  scale: number;
  progress(label: string, done: number, total: number): void;
  /** A line for the person who started it, such as an account to sign in with. */
  tell(line: string): void;
}

/** A slice's part of the demo city. `order`: organisation 10, identity 20, processes 30, then the civic slices from 40. */
export interface Seed {
  name: string;
  order: number;
  run(context: SeedContext): Promise<void>;
}

/** The parts of the demo city that slices hand in, made in their order by `isegoria seed`. */
@Injectable()
export class Seeds {
  private readonly seeds: Seed[] = [];

  register(seed: Seed): void {
    this.seeds.push(seed);
  }

  inOrder(): Seed[] {
    return [...this.seeds].sort((a, b) => a.order - b.order);
  }
}
