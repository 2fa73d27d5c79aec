import type { WorkState } from '@isegoria/budgeting/contracts';

/** What a voter of the demo city cares about first. */
export type Pull = 'walkers' | 'players' | 'families' | 'careful' | 'green';

export interface DemoArea {
  id: string;
  euros: number;
}

/** What the department told of a work on its way, with the picture that it showed. */
export interface DemoReport {
  text: string;
  progress: number;
  daysAgo: number;
  /** `data:` address of the picture, and what it shows. */
  picture?: string;
  alt?: string;
}

/** A work that is told in full. */
export interface DemoStory {
  /** Register numbers of demo decisions. */
  acts: string[];
  spent: number;
  reports: DemoReport[];
}

/** A project of the demo city. */
export interface DemoProject {
  area: string;
  title: string;
  text: string;
  category: string;
  euros: number;
  pull: Pull;
  /** The public reason of one that cannot be done. */
  unfeasible?: string;
  /** How far it is, where it is funded. */
  works?: WorkState;
  story?: DemoStory;
  /** The title of the proposal that it came from, where the demo city has it. */
  from?: RegExp;
}
