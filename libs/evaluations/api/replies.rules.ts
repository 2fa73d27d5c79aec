import type { Reply } from './reply.schema';

/** How a department's promises stand at a moment. */
export function promisesOf(replies: readonly Pick<Reply, 'promise'>[], now: Date): { replies: number; onTime: number; overdue: number; kept: number } {
  const promises = replies.flatMap(({ promise }) => promise ?? []);
  const open = promises.filter(({ doneAt }) => doneAt === null);
  const overdue = open.filter(({ dueAt }) => dueAt < now).length;
  return { replies: replies.length, onTime: open.length - overdue, overdue, kept: promises.length - open.length };
}
