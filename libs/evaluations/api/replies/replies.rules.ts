import { daysUntil } from '@isegoria/kernel/contracts';
import type { Reply } from './reply.schema';

type Promised = NonNullable<Reply['promise']>;

/** A promise names a day: it is late once that day is over in the city, not from some hour of it on. */
export const isOverdue = ({ dueAt, doneAt }: Pick<Promised, 'dueAt' | 'doneAt'>, now: Date): boolean => doneAt === null && daysUntil(dueAt, now) < 0;

/** How a department's promises stand at a moment. */
export function promisesOf(replies: readonly Pick<Reply, 'promise'>[], now: Date): { replies: number; onTime: number; overdue: number; kept: number } {
  const promises = replies.flatMap(({ promise }) => promise ?? []);
  const open = promises.filter(({ doneAt }) => doneAt === null);
  const overdue = open.filter((promise) => isOverdue(promise, now)).length;
  return { replies: replies.length, onTime: open.length - overdue, overdue, kept: promises.length - open.length };
}
