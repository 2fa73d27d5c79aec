import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { afterDays } from '@isegoria/kernel/contracts';
import { decideDays, reportDays, shortHours, type VolunteerStage } from '@isegoria/volunteering/contracts';
import type { VolunteerCall } from './volunteer-call.schema';
import type { VolunteerOffer } from './volunteer-offer.schema';
import type { VolunteerShift } from './volunteer-shift.schema';

type Viewer = Pick<Citizen, 'id' | 'roles' | 'departmentId'> | null;

const hourMs = 3_600_000;
/** So long a place that became free is held, where there is time. */
const heldMs = 24 * hourMs;
/** What is left less than this before the shift is no time to ask: the place is simply theirs. */
const askMs = 3 * hourMs;

export const publicStages: readonly VolunteerStage[] = ['published', 'reported', 'cancelled'];

/** Who makes and leads a call: officials of its department, administrators. */
export const leads = (viewer: Viewer, departmentId: string | null): boolean => speaksFor(viewer, departmentId);

export const isPublic = ({ stage, isHidden }: Pick<VolunteerCall, 'stage' | 'isHidden'>): boolean => publicStages.includes(stage) && !isHidden;

/** What is not public is read by its department and, where a citizen proposed it, by them. */
export function mayRead(call: VolunteerCall, viewer: Viewer): boolean {
  if (isPublic(call)) return true;
  return viewer !== null && ((call.authorId !== '' && call.authorId === viewer.id) || leads(viewer, call.departmentId));
}

/** Whoever proposed a call corrects it, or takes it back, until the department has answered. */
export const mayCorrect = ({ stage, authorId }: Pick<VolunteerCall, 'stage' | 'authorId'>, viewer: Viewer): boolean => stage === 'proposed' && authorId !== '' && authorId === viewer?.id;

/** What a citizen proposed is theirs: the department takes it on as it is, and may change it from then on. */
export const mayEdit = ({ stage }: Pick<VolunteerCall, 'stage'>): boolean => stage === 'draft' || stage === 'published';

/** Whether its department still has to tell what was done. */
export function reportRefusal({ stage, endsAt }: Pick<VolunteerCall, 'stage' | 'endsAt'>, now: Date): 'fixed' | 'not_over' | null {
  if (stage !== 'published') return 'fixed';
  return endsAt && endsAt > now ? 'not_over' : null;
}

/** By when it is owed; null where it is not. */
export function reportDueAt(call: Pick<VolunteerCall, 'stage' | 'endsAt'>, now: Date): Date | null {
  return call.endsAt && reportRefusal(call, now) === null ? afterDays(call.endsAt, reportDays) : null;
}

/** By when the department decides about what a citizen proposed; null where nothing is to be decided. */
export const decideDueAt = ({ stage, proposedAt }: Pick<VolunteerCall, 'stage' | 'proposedAt'>): Date | null => (stage === 'proposed' && proposedAt ? afterDays(proposedAt, decideDays) : null);

/** Why nobody may offer themself now, or null. */
export function offerRefusal({ isOpen, cancellation, endsAt, startsAt }: Pick<VolunteerShift, 'isOpen' | 'cancellation' | 'endsAt' | 'startsAt'>, now: Date): 'over' | 'closed' | null {
  if (!isOpen || cancellation || !endsAt) return 'closed';
  return (startsAt ?? endsAt) <= now ? 'over' : null;
}

/** Whether it is so near that its department has to find people, or to cancel it. */
export function isShort(shift: Pick<VolunteerShift, 'isOpen' | 'cancellation' | 'endsAt' | 'startsAt' | 'registered' | 'minimum'>, now: Date): boolean {
  const begins = shift.startsAt ?? shift.endsAt;
  return offerRefusal(shift, now) === null && shift.registered < shift.minimum && begins !== null && begins.getTime() - now.getTime() <= shortHours * hourMs;
}

/** Whether those who wait still move up. */
export const isToCome = (shift: VolunteerShift, now: Date): boolean => offerRefusal(shift, now) === null;

/** Until when a place that became free now is held for who is next; null where it is theirs at once, because there is no time to ask. */
export function heldUntil({ startsAt, endsAt }: Pick<VolunteerShift, 'startsAt' | 'endsAt'>, now: Date): Date | null {
  const begins = startsAt ?? endsAt;
  if (!begins || begins.getTime() - now.getTime() < askMs) return null;
  return new Date(Math.min(now.getTime() + heldMs, begins.getTime() - askMs / 3));
}

/** Why somebody may not be marked as there or not there, or null. */
export function markRefusal({ stage }: Pick<VolunteerCall, 'stage'>, { startsAt, endsAt, cancellation, registered }: Pick<VolunteerShift, 'startsAt' | 'endsAt' | 'cancellation' | 'registered'>, { offer, now }: { offer: Pick<VolunteerOffer, 'isWaiting'>; now: Date }): 'fixed' | 'early' | 'waiting' | null {
  if (stage === 'cancelled' || cancellation || registered === 0) return 'fixed';
  if (offer.isWaiting) return 'waiting';
  const from = startsAt ?? endsAt;
  return !from || (startsAt && startsAt > now) ? 'early' : null;
}

/** How long one person works: the hours of the shift, or what was said where each comes when they like. */
export function minutesOf({ startsAt, endsAt, minutes }: { startsAt?: Date | null | undefined; endsAt?: Date | null | undefined; minutes?: number | null | undefined }): number {
  if (startsAt && endsAt && endsAt > startsAt) return Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  return minutes ?? 0;
}

/** From when to when a call is: of the shifts that take place; of all of them where none does. */
export function spanOf(shifts: readonly Pick<VolunteerShift, 'startsAt' | 'endsAt' | 'cancellation'>[]): { startsAt: Date | null; endsAt: Date | null } {
  const held = shifts.filter(({ cancellation }) => !cancellation);
  const of = held.length > 0 ? held : shifts;
  const ends = of.flatMap(({ endsAt }) => endsAt ?? []).sort((a, b) => a.getTime() - b.getTime());
  const starts = of.flatMap(({ startsAt, endsAt }) => startsAt ?? endsAt ?? []).sort((a, b) => a.getTime() - b.getTime());
  return { startsAt: starts[0] ?? null, endsAt: ends.at(-1) ?? null };
}
