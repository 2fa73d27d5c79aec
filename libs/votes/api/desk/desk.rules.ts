import type { Reading } from './desk-entry.schema';

/** What two readings are together. */
export type Agreement = 'waits' | 'agrees' | 'conflict';

/** The readings after one more: an official's new reading takes the place of their former one. Two at most, by two officials. */
export function withReading(readings: readonly Reading[], reading: Reading): Reading[] | null {
  const others = readings.filter(({ by }) => by !== reading.by);
  return others.length > 1 ? null : [...others, reading];
}

/** Whether two officials have read the same: the same channel, and the same answers in whatever order they were typed. */
export function agreement(readings: readonly Reading[]): Agreement {
  const [first, second] = readings;
  if (!first || !second) return 'waits';
  return first.channel === second.channel && sorted(first) === sorted(second) ? 'agrees' : 'conflict';
}

/** A ranking's places stand in the answers themselves, so that their order here says nothing. */
function sorted({ answers }: Reading): string {
  return [...answers].sort().join(' ');
}
