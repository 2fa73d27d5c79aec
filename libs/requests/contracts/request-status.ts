import type { RequestStatus, RequestStep } from './requests.gen';

/** Not ended, and everybody's to see. */
export const openStatuses = ['received', 'acknowledged', 'planned', 'inProgress'] as const satisfies readonly RequestStatus[];
/** Ended by the department or by the reporter. */
export const endedStatuses = ['fixed', 'closed', 'withdrawn'] as const satisfies readonly RequestStatus[];

/** With the moderators, or stopped by them. */
export const isHeld = (status: RequestStatus): boolean => status === 'waiting' || status === 'returned' || status === 'hidden';
export const isOpen = (status: RequestStatus): boolean => openStatuses.some((one) => one === status);
export const isEnded = (status: RequestStatus): boolean => endedStatuses.some((one) => one === status);

/** What Open311 GeoReport v2 calls it (section 5, `status`): what is ended is closed, whatever became of it. */
export const open311Status = (status: RequestStatus): 'open' | 'closed' => (isEnded(status) ? 'closed' : 'open');

/** A department's steps, in the order in which they are offered. */
export const requestSteps = ['acknowledged', 'planned', 'inProgress', 'fixed', 'closed', 'update'] as const satisfies readonly RequestStep[];

/** Which steps a department may take from where. What is ended is ended: only those whom it concerns open it again, so that nobody quietly takes a promise back. */
const stepsFrom: Partial<Record<RequestStatus, readonly RequestStep[]>> = {
  received: requestSteps,
  acknowledged: ['planned', 'inProgress', 'fixed', 'closed', 'update'],
  planned: ['planned', 'inProgress', 'fixed', 'closed', 'update'],
  inProgress: ['planned', 'inProgress', 'fixed', 'closed', 'update'],
  fixed: ['update'],
  closed: ['update'],
};
export const stepsAfter = (status: RequestStatus): readonly RequestStep[] => stepsFrom[status] ?? [];

/** For how many days after the end those whom it concerns may say that it is not fixed. */
export const wordDays = 30;
/** How many of those affected it takes to open it again where the reporter is silent. */
export const affectedToReopen = 3;
const dayMs = 86_400_000;

export const wordUntil = (endedAt: Date): Date => new Date(endedAt.getTime() + wordDays * dayMs);
export const dueAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * dayMs);

/** Whether the day has passed that was named or, where none was, the service's own. What is ended is never late. */
export function isLate({ status, dueAt, expectedAt }: { status: RequestStatus; dueAt: Date; expectedAt: Date | null }, now: Date): boolean {
  return isOpen(status) && now > (expectedAt ?? dueAt);
}

/** In place of a department: the room in which administrators hear of all queues. No department is called so. */
export const everyDesk = 'every-department';
