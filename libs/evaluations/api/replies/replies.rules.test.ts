import { expect, it } from 'vitest';
import { isOverdue, promisesOf } from './replies.rules';

const day = (date: number) => new Date(Date.UTC(2026, 4, date));
const promised = (due: number, done: number | null = null) => ({ promise: { text: '', dueAt: day(due), doneAt: done === null ? null : day(done) } });

it('counts a department’s promises: kept, still in time, past their date', () => {
  const replies = [{ promise: null }, promised(3), promised(20), promised(3, 9), promised(10)];
  expect(promisesOf(replies, day(10))).toEqual({ replies: 5, onTime: 2, overdue: 1, kept: 1 });
});

it('a promise is in time until midnight of its day in the city, whatever hour its date was kept with', () => {
  const promise = { dueAt: new Date('2026-05-10T12:00:00Z'), doneAt: null };
  const [evening, midnight] = [new Date('2026-05-10T20:59:00Z'), new Date('2026-05-10T21:00:00Z')];
  expect([evening, midnight].map((now) => isOverdue(promise, now))).toEqual([false, true]);
  expect(isOverdue({ ...promise, doneAt: evening }, midnight)).toBe(false);
});
