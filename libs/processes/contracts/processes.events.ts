import type { PhaseChangeItem } from './processes.gen';

/** An administrator changed a phase. Whoever opened ballots or dates by it looks again. */
export interface PhaseChanged {
  processId: string;
  phaseId: string;
  kind: string;
  by: string;
  at: Date;
  items: PhaseChangeItem[];
  /** The process's number of changes after this one. */
  revision: number;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'phase.changed': PhaseChanged;
  }
}
