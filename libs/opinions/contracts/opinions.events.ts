import type { Subject } from '@isegoria/kernel/contracts';

/** The map of a subject was drawn anew. */
export interface OpinionsMapped {
  subject: Subject;
  version: number;
  participants: number;
  answers: number;
  groups: number;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'opinions.mapped': OpinionsMapped;
  }
}
