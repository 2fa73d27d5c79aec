import type { Localized } from '@isegoria/kernel/contracts';
import type { MeetingQuestion } from './meetings.gen';

interface Told {
  id: string;
  title: Localized;
  departmentId: string | null;
  at: Date;
}

/** Everybody may read of it and register. */
export type MeetingAnnouncedEvent = Told & { startsAt: Date };

/** It was put on another moment. */
export type MeetingPostponedEvent = Told & { from: Date; startsAt: Date; reason: string };

/** It does not take place. */
export type MeetingCancelledEvent = Told & { reason: string };

/** It meets now: its room is open. */
export type MeetingOpenedEvent = Told;

/** It has met. */
export type MeetingClosedEvent = Told;

/** Its report stands; with `outcomeId`, that one of its outcomes was done. */
export type MeetingReportedEvent = Told & { outcomeId: string | null };

/** Somebody got a place who had waited for one. */
export interface MeetingPlaceFreedEvent {
  id: string;
  citizenId: string;
  at: Date;
}

/** A question was answered, in the hall or in writing. */
export interface MeetingQuestionAnsweredEvent {
  id: string;
  meetingId: string;
  isInWriting: boolean;
  at: Date;
}

/** A straw poll was asked, or is over. */
export interface MeetingPollEvent {
  id: string;
  meetingId: string;
  at: Date;
}

/**
 * What the room `meeting:<id>` hears. `changed`: the meeting itself, ask again. `question`: one question as everybody reads it, new or changed. `gone`: one that is
 * not shown any more. `supported`: its count. `polls`: ask for the straw polls again.
 */
export interface MeetingDeltas {
  changed: object;
  question: Omit<MeetingQuestion, '__typename'>;
  gone: { id: string };
  supported: { id: string; supports: number; seq: number };
  polls: object;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'meeting.announced': MeetingAnnouncedEvent;
    'meeting.postponed': MeetingPostponedEvent;
    'meeting.cancelled': MeetingCancelledEvent;
    'meeting.opened': MeetingOpenedEvent;
    'meeting.closed': MeetingClosedEvent;
    'meeting.reported': MeetingReportedEvent;
    'meeting.place-freed': MeetingPlaceFreedEvent;
    'meeting.question-answered': MeetingQuestionAnsweredEvent;
    'meeting.poll-asked': MeetingPollEvent;
    'meeting.poll-closed': MeetingPollEvent;
  }
}
