/** How support grew week by week, from what was counted at the end of each day. Pure. */
import { daysFrom, mondayOf } from '@isegoria/kernel/contracts';

export interface Day {
  day: string;
  people: number;
}

/** A week, and by how many people the count grew in it; null where it is not known what it had been before. */
export interface Week {
  week: string;
  grew: number | null;
}

/**
 * The weeks from the first that was counted to this one. In a week without a count nobody came or went: a count is written whenever
 * it changes. What stood before the first count is known only of something that was made in that same week: nought.
 */
export function weeksOf(days: readonly Day[], { createdDay, today, most }: { createdDay: string; today: string; most: number }): Week[] {
  const ends = new Map<string, number>();
  for (const { day, people } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) ends.set(mondayOf(day), people);
  const first = [...ends.keys()][0];
  if (first === undefined) return [];
  const weeks: Week[] = [];
  let before = mondayOf(createdDay) >= first ? 0 : null;
  for (let week = first; week <= mondayOf(today); week = daysFrom(week, 7)) {
    const end = ends.get(week) ?? before ?? 0;
    weeks.push({ week, grew: before === null ? null : end - before });
    before = end;
  }
  return weeks.slice(-most);
}

/** Growth in the last four whole weeks and in the four before, where all eight are known; so few weeks say nothing of a trend. */
export function beforeAndAfter(weeks: readonly Week[]): { before: number; after: number } | null {
  const whole = weeks.slice(0, -1).slice(-8);
  if (whole.length < 8 || whole.some(({ grew }) => grew === null)) return null;
  const sum = (part: readonly Week[]) => part.reduce((all, { grew }) => all + (grew ?? 0), 0);
  return { before: sum(whole.slice(0, 4)), after: sum(whole.slice(4)) };
}
