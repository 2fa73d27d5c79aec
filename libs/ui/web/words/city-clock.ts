import { cityClock } from '@isegoria/kernel/contracts';

/**
 * Moments as an administrator types them: the city's wall clock, whatever zone the browser is in. In the hour that the
 * clocks skip in spring the later reading counts; in the one that comes twice in autumn, the first.
 */

/** A moment for an `<input type="datetime-local">`: 2026-05-01T09:00. */
export function toCityClock(at: Date): string {
  return cityClock(at).replace(' ', 'T');
}

/** The moment that the city's clock shows this, or null where it is no date. */
export function fromCityClock(text: string): Date | null {
  const shown = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.exec(text)?.[0];
  const asUtc = shown ? Date.parse(`${shown}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  const readings = [3, 2].map((hours) => new Date(asUtc - hours * 3_600_000));
  return readings.find((reading) => toCityClock(reading) === shown) ?? readings.at(-1) ?? null;
}
