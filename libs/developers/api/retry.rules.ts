const [minute, hour] = [60, 3600];

/** After how many seconds a failed try is followed by the next: soon at first, then over three days (the schedule that Standard Webhooks gives as an example). */
const schedule = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];

/** Milliseconds until the next try after so many; null where there is none. A tenth is left to chance, so that a receiver that comes back is not called by all at once. */
export function waitAfter(tries: number, chance: number): number | null {
  const seconds = schedule[tries - 1];
  return seconds === undefined ? null : Math.round(seconds * 1000 * (1 + chance / 10));
}
