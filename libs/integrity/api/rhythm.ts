import { cityDay } from '@isegoria/kernel/contracts';
import { smallestGroup } from '@isegoria/statistics/contracts';
import type { IntegritySpan } from '@isegoria/integrity/contracts';

export const hourMs = 3_600_000;
/** The hours of a year stand in one record: most things get few supports in a year, and to write costs more than to read. */
export const hoursOfRecord = 365 * 24;

/** The hour of a moment, counted since 1970. */
export const hourOf = (at: Date): number => Math.floor(at.getTime() / hourMs);
export const momentOf = (hour: number): Date => new Date(hour * hourMs);

/** From when to when the city's day lasts in which an hour lies: 23 to 25 hours. */
export function dayOf(hour: number): { from: number; to: number } {
  const isSame = (other: number) => cityDay(momentOf(other)) === cityDay(momentOf(hour));
  let from = hour;
  while (isSame(from - 1)) from -= 1;
  let to = from + 23;
  while (isSame(to)) to += 1;
  return { from, to };
}

/** What came within an hour: supports, those of them by new accounts, and by verified persons. */
export type Count = readonly [supports: number, fresh: number, verified: number];
type HourCount = readonly [hour: number, ...count: Count];

const none: Count = [0, 0, 0];
export const added = (a: Count = none, b: Count = none): Count => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

/** How supports came over time, hour by hour: of one thing, or of the whole city. Sums of any stretch cost two looks. */
export class Rhythm {
  readonly hours: HourCount[] = [];
  /** What came before each of the hours, and after the last one all. */
  private readonly sums: Count[] = [none];

  constructor(counts: Iterable<readonly [hour: number, count: Count]> = []) {
    this.grow(counts);
  }

  /** Takes in hours that are all later than those it has. */
  grow(counts: Iterable<readonly [hour: number, count: Count]>): void {
    for (const [hour, count] of [...counts].sort((a, b) => a[0] - b[0])) {
      this.hours.push([hour, ...count]);
      this.sums.push(added(this.sums.at(-1), count));
    }
  }

  /** The first hour in which something came. */
  get first(): number {
    return this.hours[0]?.[0] ?? Infinity;
  }

  /** What came from an hour on until before another. */
  between(from: number, to: number): Count {
    const [start, end] = [this.sums[this.placeOf(from)] ?? none, this.sums[this.placeOf(to)] ?? none];
    return [end[0] - start[0], end[1] - start[1], end[2] - start[2]];
  }

  /** The city's days on which at least so many new accounts came. */
  daysWith(fresh: number): { from: number; to: number }[] {
    const days: { from: number; to: number }[] = [];
    for (const [hour, , some] of this.hours) {
      // To ask the calendar costs more than to add up: a day has nothing that is not within 25 hours of each of its own.
      if (some > 0 && hour >= (days.at(-1)?.to ?? -Infinity) && this.between(hour - 24, hour + 25)[1] >= fresh) days.push(dayOf(hour));
    }
    return days.filter(({ from, to }) => this.between(from, to)[1] >= fresh);
  }

  private placeOf(hour: number): number {
    let [low, high] = [0, this.hours.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.hours[middle]?.[0] ?? Infinity) < hour) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** As many stretches of a chart. */
const mostSpans = 60;

/** The supports over time in stretches of which each has at least ten, so that none tells when one person came; the last ones join those before them. Nothing where there are fewer in all. */
export function spansOf({ hours }: Rhythm): IntegritySpan[] {
  const all = hours.reduce((sum, [, supports]) => sum + supports, 0);
  const least = Math.max(smallestGroup, Math.ceil(all / mostSpans));
  const spans: { from: number; to: number; supports: number }[] = [];
  let [from, left] = [hours[0]?.[0] ?? 0, 0];
  for (const [hour, supports] of hours) {
    // A rush is not to be thinned by the quiet days before it: those end where it begins, once they are ten.
    if (left >= smallestGroup && supports >= least) {
      spans.push({ from, to: hour, supports: left });
      [from, left] = [hour, 0];
    }
    left += supports;
    if (left < least) continue;
    spans.push({ from, to: hour + 1, supports: left });
    [from, left] = [hour + 1, 0];
  }
  const last = spans.at(-1);
  if (last && left > 0) {
    last.supports += left;
    last.to = (hours.at(-1)?.[0] ?? last.to) + 1;
  }
  return spans.map(({ from: start, to, supports }) => ({ from: momentOf(start), to: momentOf(to), supports, hourly: Math.round((supports / (to - start)) * 10) / 10 }));
}
