import { cityClock, cityDay, daysFrom, type FieldProblem, written } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';

/** What departments put to people for a time, a consultation or a survey, has dates of its own. These are the rules that hold for all of them. */

/** How long a public reason is. */
export const publicReasonLimits = { longest: 1000, shortest: 10 } as const;

const reason = written(publicReasonLimits.longest, publicReasonLimits.shortest);

/** Why something is given more time, or taken back: everyone reads it. */
export const publicReason = z.object({ reason });

export const extensionInput = z.object({ closesAt: z.date(), reason });

/** Whether people have as many days as they must, by the clocks of the city: the same hour so many days later is enough, whether or not the clocks were changed. */
export function isLongEnough(opensAt: Date, closesAt: Date, leastDays: number): boolean {
  return cityClock(closesAt) >= `${daysFrom(cityDay(opensAt), leastDays)}${cityClock(opensAt).slice(10)}`;
}

/** What is wrong with the dates of something that is public or is to be. A day of opening that is over is «at once». */
export function dateProblems({ opensAt, closesAt }: { opensAt?: Date | null | undefined; closesAt?: Date | null | undefined }, now: Date, leastDays: number): FieldProblem[] {
  if (!closesAt) return [];
  const from = opensAt && opensAt > now ? opensAt : now;
  return isLongEnough(from, closesAt, leastDays) ? [] : [{ field: 'closesAt', code: 'too_short', limit: leastDays }];
}
