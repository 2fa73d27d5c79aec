import type { SittingStatus } from './insights.gen';

/** A sitting of the council was opened, closed or cancelled. Comes once or several times, always saying the same. */
export interface SittingMoved {
  id: string;
  status: SittingStatus;
  at: Date;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'sitting.moved': SittingMoved;
  }
}
