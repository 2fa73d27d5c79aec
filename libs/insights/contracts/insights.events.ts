import type { Subject } from '@isegoria/kernel/contracts';
import type { SittingStatus } from './insights.gen';

/** A sitting of the council was opened, closed, cancelled or put on another day. Comes once or several times, always saying the same. */
export interface SittingMoved {
  id: string;
  status: SittingStatus;
  at: Date;
}

/** A sitting was set, or these subjects came onto its agenda. */
export interface SittingAnnounced {
  id: string;
  subjects: Subject[];
  /** The sitting's number of changes after this one. */
  revision: number;
  at: Date;
}

/** These subjects left the agenda of a sitting that was announced, or it does not meet after all. */
export type SittingDropped = SittingAnnounced;

/** A sitting that is to meet has another place, or another hour of its day. */
export interface SittingRearranged {
  id: string;
  /** The sitting's number of changes after this one. */
  revision: number;
  at: Date;
}

/** The minutes of a sitting may be read. */
export interface SittingMinuted {
  id: string;
  url: string;
  at: Date;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'sitting.moved': SittingMoved;
    'sitting.announced': SittingAnnounced;
    'sitting.dropped': SittingDropped;
    'sitting.rearranged': SittingRearranged;
    'sitting.minuted': SittingMinuted;
  }
}
