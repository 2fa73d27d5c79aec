import type { InitiativeOutcome } from './initiatives.gen';

interface Told {
  id: string;
  title: string;
  at: Date;
}

/** Its promoters are complete, and the city was asked to admit it. */
export type InitiativeSubmittedEvent = Told & { dueAt: Date };

/** The city admitted it: its text is fixed, and people sign. */
export type InitiativeOpenedEvent = Told & { closesAt: Date; needed: number };

/** The city did not admit it. */
export type InitiativeRefusedEvent = Told;

/** As many as are needed have signed, for the first time. */
export type InitiativeReachedEvent = Told & { needed: number };

/** The collecting is over with enough signatures, and they were handed in. */
export type InitiativeHandedInEvent = Told & { signatures: number };

/** The collecting is over with too few, or too few were valid. */
export type InitiativeFellShortEvent = Told & { signatures: number; needed: number };

/** The clerk held the signatures against the electoral roll, and enough are valid. */
export type InitiativeVerifiedEvent = Told & { valid: number; of: number };

/** It was put on the agenda of a sitting. */
export type InitiativeScheduledEvent = Told & { sitting: { el: string; en: string } };

/** It left that agenda again, or the sitting does not meet. */
export type InitiativeUnscheduledEvent = InitiativeScheduledEvent;

/** The council answered. */
export type InitiativeAnsweredEvent = Told & { outcome: InitiativeOutcome };

/** Its promoters took it back. */
export type InitiativeWithdrawnEvent = Told & { reason: string };

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'initiative.submitted': InitiativeSubmittedEvent;
    'initiative.opened': InitiativeOpenedEvent;
    'initiative.refused': InitiativeRefusedEvent;
    'initiative.reached': InitiativeReachedEvent;
    'initiative.handed-in': InitiativeHandedInEvent;
    'initiative.fell-short': InitiativeFellShortEvent;
    'initiative.verified': InitiativeVerifiedEvent;
    'initiative.scheduled': InitiativeScheduledEvent;
    'initiative.unscheduled': InitiativeUnscheduledEvent;
    'initiative.answered': InitiativeAnsweredEvent;
    'initiative.withdrawn': InitiativeWithdrawnEvent;
  }
}
