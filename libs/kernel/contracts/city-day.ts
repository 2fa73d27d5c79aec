const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Athens' });
const dayMs = 86_400_000;

/** The city's day of a moment, yyyy-mm-dd. What is due on a day is late when that day is over, not at some hour of it. */
export function cityDay(at: Date): string {
  return days.format(at);
}

/** How many midnights of the city lie between two moments: 0 on the same day, 1 until tomorrow, less than 0 for a day that is over. */
export function daysUntil(at: Date, now: Date): number {
  return (Date.parse(cityDay(at)) - Date.parse(cityDay(now))) / dayMs;
}
