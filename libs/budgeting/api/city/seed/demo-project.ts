import type { WorkState } from '@isegoria/budgeting/contracts';

/** What a voter of the demo city cares about first. */
export type Pull = 'walkers' | 'players' | 'families' | 'careful' | 'green';

export interface DemoArea {
  id: string;
  euros: number;
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
}
