import { cityDay, daysUntil, mondayOf } from '@isegoria/kernel/contracts';
import type { Proposal } from '../proposal.schema';
import { stepDayOf } from '../proposals.rules';
import type { Wait } from './time-to-answer';

const dayMs = 86_400_000;

type Waiting = Pick<Proposal, 'answered' | 'publishedAt' | 'answerDueAt' | 'answers'>;

/** What one department owes: how many wait within the time promised and past it, how many accepted ones wait for a step whose day has passed, and the medians of waiting and answering. */
export function duties(proposals: Waiting[], now: Date) {
  const open = proposals.filter(({ answered }) => answered === 'NONE' || answered === 'UNDER_EVALUATION');
  const overdue = open.filter(({ answerDueAt }) => answerDueAt !== null && daysUntil(answerDueAt, now) < 0).length;
  const answered = proposals.flatMap(({ publishedAt, answers }) => {
    const first = answers.find(({ status }) => status !== 'UNDER_EVALUATION');
    return publishedAt && first ? [first.at.getTime() - publishedAt.getTime()] : [];
  });
  return {
    onTime: open.length - overdue,
    overdue,
    lateSteps: proposals.filter(({ answers }) => isPast(stepDayOf(answers.at(-1)), now)).length,
    waitingDays: inDays(open.flatMap(({ publishedAt }) => (publishedAt ? [now.getTime() - publishedAt.getTime()] : []))),
    answeredDays: inDays(answered),
  };
}

const isPast = (day: string | null, now: Date): boolean => day !== null && day < cityDay(now);

/** How long each proposal waited for the first answer that settles it, in whole days begun; those without one wait until now. */
export function waitsOf(proposals: readonly Pick<Proposal, 'publishedAt' | 'answers'>[], now: Date): Wait[] {
  return proposals.flatMap(({ publishedAt, answers }) => {
    if (!publishedAt) return [];
    const first = answers.find(({ status }) => status !== 'UNDER_EVALUATION');
    const days = Math.max(1, Math.ceil(((first?.at ?? now).getTime() - publishedAt.getTime()) / dayMs));
    return [{ days, isAnswered: first !== undefined }];
  });
}

/** The last weeks, each with what was published and answered in it; a week in which nothing happened is there with nought. */
export function weeks(now: Date, shown: number, published: (Date | null)[], answered: (Date | null)[]) {
  const last = weekOf(now);
  const [proposals, answers] = [perWeek(published), perWeek(answered)];
  return Array.from({ length: shown }, (_, at) => {
    const week = last - (shown - 1 - at) * 7 * dayMs;
    return { week: new Date(week), proposals: proposals.get(week) ?? 0, answers: answers.get(week) ?? 0 };
  });
}

/** The Monday of a moment's week in the city: 00:00 UTC stands for the day. */
const weekOf = (at: Date): number => Date.parse(mondayOf(cityDay(at)));

function perWeek(dates: (Date | null)[]): Map<number, number> {
  const weeks = new Map<number, number>();
  for (const date of dates) {
    if (!date) continue;
    const week = weekOf(date);
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
  }
  return weeks;
}

function inDays(spans: number[]): number | null {
  if (spans.length === 0) return null;
  const sorted = [...spans].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2 : (sorted[Math.floor(middle)] ?? 0);
  return Math.round(median / dayMs);
}
