import { type Citizen, hasRole, speaksFor } from '@isegoria/identity/contracts';
import { afterDays, daysUntil } from '@isegoria/kernel/contracts';
import { type MeetingStage, reportDays } from '@isegoria/meetings/contracts';
import type { MeetingGuestRecord } from './guests/guest.schema';
import type { Meeting, StoredOutcome } from './meeting.schema';
import type { MeetingQuestionRecord } from './room/question.schema';

type Viewer = Pick<Citizen, 'id' | 'roles' | 'departmentId'> | null;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** So long before it begins its room may be opened, for those who try it. */
export const opensBeforeMs = 2 * hourMs;
/** So long after its end one that nobody closed is closed by the city. */
export const closesAfterMs = 12 * hourMs;

export const publicStages: readonly MeetingStage[] = ['announced', 'open', 'closed', 'reported', 'cancelled'];
export const comingStages: readonly MeetingStage[] = ['announced', 'open'];
export const pastStages: readonly MeetingStage[] = ['closed', 'reported', 'cancelled'];

/** Who makes and leads a meeting: officials of its department, clerks, administrators. */
export function organises(viewer: Pick<Citizen, 'roles' | 'departmentId'> | null, departmentId: string | null): boolean {
  return speaksFor(viewer, departmentId) || hasRole(viewer, 'clerk');
}

export const isPublic = ({ stage }: Pick<Meeting, 'stage'>): boolean => stage !== 'draft';

/** A draft is read by those who make it. */
export function mayRead(meeting: Meeting, viewer: Viewer): boolean {
  return isPublic(meeting) || organises(viewer, meeting.departmentId);
}

export const isToCome = ({ stage }: Pick<Meeting, 'stage'>): boolean => comingStages.includes(stage);

/** Why its words may not be changed now, or null. */
export function editRefusal({ stage }: Meeting): 'fixed' | null {
  return stage === 'draft' || isToCome({ stage }) ? null : 'fixed';
}

/** Why it may not be put on another day, or null. */
export function postponeRefusal({ stage, startsAt }: Meeting, to: Date, now: Date): 'fixed' | 'past' | 'same' | null {
  if (stage !== 'announced') return 'fixed';
  if (to <= now) return 'past';
  return startsAt?.getTime() === to.getTime() ? 'same' : null;
}

export function openRefusal({ stage, startsAt }: Meeting, now: Date): 'fixed' | 'early' | null {
  if (stage !== 'announced') return 'fixed';
  return startsAt && startsAt.getTime() - now.getTime() > opensBeforeMs ? 'early' : null;
}

/** Why nobody may register now, or null. */
export function registerRefusal({ stage, startsAt, endsAt, registerUntil }: Meeting, now: Date): 'over' | 'closed' | null {
  if (!isToCome({ stage })) return 'closed';
  const until = registerUntil ?? (stage === 'open' ? endsAt : startsAt);
  return until && until <= now ? 'over' : null;
}

/** Whether the way in from afar is told: to who has a place, and to those who lead it. */
export function mayJoin(meeting: Meeting, viewer: Viewer, guest: MeetingGuestRecord | undefined): boolean {
  if (!isToCome(meeting)) return false;
  return organises(viewer, meeting.departmentId) || (guest !== undefined && !guest.isWaiting);
}

/** By when its report is owed; null where it is not. */
export function reportDueAt({ stage, closedAt }: Pick<Meeting, 'stage' | 'closedAt'>): Date | null {
  return stage === 'closed' && closedAt ? afterDays(closedAt, reportDays) : null;
}

/** What was promised is late from the day after the one that was named. */
export const isOverdue = ({ dueAt, doneAt }: Pick<StoredOutcome, 'dueAt' | 'doneAt'>, now: Date): boolean => dueAt !== null && doneAt === null && daysUntil(dueAt, now) < 0;

/** Why a question may not be answered now, or null. What stands is corrected by nobody. */
export function answerRefusal({ visibility, stage }: Pick<MeetingQuestionRecord, 'visibility' | 'stage'>): 'answered' | 'not_public' | null {
  if (stage === 'answered') return 'answered';
  return visibility === 'public' ? null : 'not_public';
}
