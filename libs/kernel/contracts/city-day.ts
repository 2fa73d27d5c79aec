import { CITY_ZONE } from './city-formats';

// Swedes write days and hours as ISO 8601 does.
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: CITY_ZONE, dateStyle: 'short', timeStyle: 'short' });
const dayMs = 86_400_000;

/** What the clocks of the city show, 2026-11-26 18:30: as text it sorts by time, but for the hour that comes twice in autumn. */
export function cityClock(at: Date): string {
  return clock.format(at);
}

/** The city's day of a moment, yyyy-mm-dd. What is due on a day is late when that day is over, not at some hour of it. */
export function cityDay(at: Date): string {
  return cityClock(at).slice(0, 10);
}

/** The city's year of a moment: half past midnight on New Year's Day belongs to the new one, whatever it is in Greenwich. */
export function cityYear(at: Date): number {
  return Number(cityDay(at).slice(0, 4));
}

/** How many midnights of the city lie between two moments: 0 on the same day, 1 until tomorrow, less than 0 for a day that is over. */
export function daysUntil(at: Date, now: Date): number {
  return (Date.parse(cityDay(at)) - Date.parse(cityDay(now))) / dayMs;
}

/** The day that comes so many days after one, or before it, both yyyy-mm-dd. */
export function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The moment that comes so many times 24 hours after one, or before it: a term in days, whatever the clocks do meanwhile. */
export const afterDays = (at: Date, days: number): Date => new Date(at.getTime() + days * dayMs);

/** The Monday of a day's week, both yyyy-mm-dd. */
export function mondayOf(day: string): string {
  return daysFrom(day, -((new Date(day).getUTCDay() + 6) % 7));
}
