import { expect, it } from 'vitest';
import { cityDay, daysUntil } from './city-day';

const at = (moment: string) => new Date(moment);

it('a day of the city begins and ends at its own midnight, in summer and in winter', () => {
  expect(cityDay(at('2026-05-10T20:59:59Z'))).toBe('2026-05-10');
  expect(cityDay(at('2026-05-10T21:00:00Z'))).toBe('2026-05-11');
  expect(cityDay(at('2026-12-10T21:59:59Z'))).toBe('2026-12-10');
});

it('what is due in three hours is due today, or tomorrow where midnight is nearer', () => {
  expect(daysUntil(at('2026-05-10T15:00:00Z'), at('2026-05-10T12:00:00Z'))).toBe(0);
  expect(daysUntil(at('2026-05-10T22:00:00Z'), at('2026-05-10T19:00:00Z'))).toBe(1);
  expect(daysUntil(at('2026-05-10T12:00:00Z'), at('2026-05-10T20:00:00Z'))).toBe(0);
  expect(daysUntil(at('2026-05-10T12:00:00Z'), at('2026-05-10T21:30:00Z'))).toBe(-1);
  // Over the night in which the clocks change.
  expect(daysUntil(at('2026-10-26T12:00:00Z'), at('2026-10-24T12:00:00Z'))).toBe(2);
});
