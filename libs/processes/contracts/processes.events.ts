import type { PhaseChangeItem, ProcessAct } from './processes.gen';

interface Change {
  processId: string;
  kind: string;
  by: string;
  at: Date;
  items: PhaseChangeItem[];
  /** The process's number of changes after this one. */
  revision: number;
}

/** An administrator changed, added or removed a phase. Whoever opened ballots or dates by it looks again. */
export interface PhaseChanged extends Change {
  phaseId: string;
  act: Extract<ProcessAct, `phase_${string}`>;
}

/** An administrator published a process, or changed what it says of itself. */
export interface ProcessChanged extends Change {
  act: Extract<ProcessAct, `process_${string}`>;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'phase.changed': PhaseChanged;
    'process.changed': ProcessChanged;
  }
}
