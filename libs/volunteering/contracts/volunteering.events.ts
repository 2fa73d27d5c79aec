import type { Localized } from '@isegoria/kernel/contracts';

interface Told {
  id: string;
  title: Localized;
  departmentId: string | null;
  at: Date;
}

/** A citizen handed in a call, and a department is to decide about it. Nobody else may hear of it. */
export type VolunteerCallProposedEvent = Told;

/** Everybody may read of it and offer themself; `isByCitizen`, that a department took a citizen's call on. */
export type VolunteerCallPublishedEvent = Told & { isByCitizen: boolean };

/** The department does not take it on. Nobody but its author may hear of it. */
export type VolunteerCallDeclinedEvent = Told & { reason: string };

/** It does not take place; with `shiftId`, one shift of it does not. */
export type VolunteerCallCancelledEvent = Told & { reason: string; shiftId: string | null };

/** What was done is told. */
export type VolunteerCallReportedEvent = Told & { people: number; minutes: number };

/** Somebody who waited got a place; with `confirmBy`, it is held for them until then. */
export interface VolunteerPlaceFreedEvent {
  callId: string;
  shiftId: string;
  citizenId: string;
  confirmBy: Date | null;
  at: Date;
}

/** Nobody said in time whether they come, and the place went on. */
export interface VolunteerPlaceLapsedEvent {
  callId: string;
  shiftId: string;
  citizenId: string;
  at: Date;
}

/** What the room `volunteer-call:<id>` hears. `changed`: ask again. `places`: how a shift stands; `seq` rises with each change of it, and a lower one came late. */
export interface VolunteerDeltas {
  changed: object;
  places: { shiftId: string; registered: number; waiting: number; seq: number };
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'volunteer-call.proposed': VolunteerCallProposedEvent;
    'volunteer-call.published': VolunteerCallPublishedEvent;
    'volunteer-call.declined': VolunteerCallDeclinedEvent;
    'volunteer-call.cancelled': VolunteerCallCancelledEvent;
    'volunteer-call.reported': VolunteerCallReportedEvent;
    'volunteer-call.place-freed': VolunteerPlaceFreedEvent;
    'volunteer-call.place-lapsed': VolunteerPlaceLapsedEvent;
  }
}
