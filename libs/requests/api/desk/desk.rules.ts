import { cityClock, cityDay } from '@isegoria/kernel/contracts';
import { isEnded, isHeld, namesDay, type RequestStatus, type RequestStep, type StepFields, stepsAfter } from '@isegoria/requests/contracts';
import { momentsKept, type RequestRecord } from '../request.schema';

export type StepRefusal = 'ended' | 'step' | 'history_full';

/** Why a department may not take this step now, or null. What is ended is opened again only by those whom it concerns. */
export function stepRefusal({ status, history }: Pick<RequestRecord, 'status' | 'history'>, step: RequestStep): StepRefusal | null {
  if (!stepsAfter(status).includes(step)) return isEnded(status) ? 'ended' : 'step';
  // Its end and its opening again still find room.
  return history.length >= momentsKept && step !== 'fixed' && step !== 'closed' ? 'history_full' : null;
}

/** Which steps an official is offered. */
export function stepsNow(request: Pick<RequestRecord, 'status' | 'history'>): RequestStep[] {
  return stepsAfter(request.status).filter((step) => stepRefusal(request, step) === null);
}

/** Whether one request may be ended as the same as another: one that everybody, or this department, can read, and that goes on or was seen to. */
export function isOriginalFor(request: Pick<RequestRecord, '_id' | 'departmentId'>, other: Pick<RequestRecord, '_id' | 'status' | 'listed' | 'departmentId' | 'closing'> | null): boolean {
  if (!other || other._id === request._id || isHeld(other.status) || other.status === 'withdrawn' || other.closing?.duplicateOf) return false;
  return other.listed || other.departmentId === request.departmentId;
}

/** What a step makes of a request, besides the moment in its history. */
export function stepped(request: RequestRecord, { step, expectedAt, reason, duplicateOf }: StepFields, now: Date): Partial<RequestRecord> & { status: RequestStatus } {
  const { status, firstFixedAt } = request;
  if (step === 'update') return { status, changedAt: now };
  const day = namesDay(step) && expectedAt ? endOfCityDay(expectedAt) : null;
  const named = day ? { expectedAt: day, promisedAt: day } : {};
  if (step !== 'fixed' && step !== 'closed') return { status: step, changedAt: now, ...named };
  const closing = step === 'closed' && reason ? { reason, duplicateOf: reason === 'duplicate' ? (duplicateOf ?? null) : null } : null;
  const end = { status: step, changedAt: now, endedAt: now, closing, saidFixed: 0, saidNotFixed: 0 };
  return step === 'fixed' ? { ...end, firstFixedAt: firstFixedAt ?? now } : end;
}

/** The last minute of a moment's day in the city: what is promised for a day is late when that day is over. */
export function endOfCityDay(at: Date): Date {
  const wanted = `${cityDay(at)} 23:59`;
  const asUtc = Date.parse(`${cityDay(at)}T23:59:59Z`);
  const readings = [3, 2].map((hours) => new Date(asUtc - hours * 3_600_000));
  return readings.find((reading) => cityClock(reading) === wanted) ?? at;
}
