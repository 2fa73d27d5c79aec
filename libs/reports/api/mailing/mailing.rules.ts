/** Which reports are due, by the city's clock. Pure. */
import type { DocumentOccasion } from '@isegoria/kernel/api';
import { cityClock, cityDay, daysFrom, mondayOf } from '@isegoria/kernel/contracts';
import { EACH, type ReportRhythm } from '@isegoria/reports/contracts';

/** A report that should be with its reader by now. The same key is the same report, whoever finds it and how often. */
export interface Due {
  key: string;
  kind: string;
  id: string;
}

export interface Asked {
  kind: string;
  reportId: string;
  rhythm: ReportRhythm;
  since: Date;
}

/** At which hour regular reports come, and those of the day before a sitting. */
const HOUR = '07:00';
const DAY_BEFORE_HOUR = '08:00';
/** Of a sitting that ended longer ago nobody is told as if it were news. */
const FRESH_MS = 3 * 86_400_000;

export function dueOf(asked: Asked, now: Date, occasions: readonly DocumentOccasion[]): Due[] {
  const page = (occasion: DocumentOccasion) => (asked.reportId === EACH ? { kind: asked.kind, id: occasion.id } : { kind: asked.kind, id: asked.reportId });
  switch (asked.rhythm) {
    case 'weekly':
      return regular(asked, 'week', lastMonday(now));
    case 'monthly':
      return regular(asked, 'month', lastFirst(now));
    case 'before_sitting':
      // With the day: one that was put off is told of again.
      return occasions.filter(({ what, at }) => what === 'begins' && now < at && cityClock(now) >= `${daysFrom(cityDay(at), -1)} ${DAY_BEFORE_HOUR}`).map((occasion) => ({ key: `before ${occasion.id} ${cityDay(occasion.at)}`, ...page(occasion) }));
    case 'after_sitting':
      return occasions.filter(({ what, at }) => what === 'ended' && at <= now && at >= asked.since && now.getTime() - at.getTime() < FRESH_MS).map((occasion) => ({ key: `after ${occasion.id}`, ...page(occasion) }));
  }
}

/** The period that began last, unless it began before somebody asked. */
function regular({ kind, reportId: id, since }: Asked, name: string, day: string): Due[] {
  return cityClock(since) < `${day} ${HOUR}` ? [{ key: `${name} ${day}`, kind, id }] : [];
}

/** The Monday whose hour struck last. */
function lastMonday(now: Date): string {
  const [day = '', time = ''] = cityClock(now).split(' ');
  const monday = mondayOf(day);
  return day === monday && time < HOUR ? daysFrom(monday, -7) : monday;
}

/** The first of a month whose hour struck last. */
function lastFirst(now: Date): string {
  const [day = '', time = ''] = cityClock(now).split(' ');
  const isToCome = day.endsWith('-01') && time < HOUR;
  return `${(isToCome ? daysFrom(day, -1) : day).slice(0, 8)}01`;
}
