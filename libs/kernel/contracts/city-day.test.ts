import { expect, it } from 'vitest';
import { cityClock, cityDay, cityYear, daysFrom, daysUntil, mondayOf } from './city-day';

const at = (moment: string) => new Date(moment);

it('a day of the city begins and ends at its own midnight, in summer and in winter', () => {
  expect(cityDay(at('2026-05-10T20:59:59Z'))).toBe('2026-05-10');
  expect(cityDay(at('2026-05-10T21:00:00Z'))).toBe('2026-05-11');
  expect(cityDay(at('2026-12-10T21:59:59Z'))).toBe('2026-12-10');
});

it('a year of the city begins at its own midnight', () => {
  expect(cityYear(at('2026-12-31T21:59:59Z'))).toBe(2026);
  expect(cityYear(at('2026-12-31T22:00:00Z'))).toBe(2027);
});

it('what is due in three hours is due today, or tomorrow where midnight is nearer', () => {
  expect(daysUntil(at('2026-05-10T15:00:00Z'), at('2026-05-10T12:00:00Z'))).toBe(0);
  expect(daysUntil(at('2026-05-10T22:00:00Z'), at('2026-05-10T19:00:00Z'))).toBe(1);
  expect(daysUntil(at('2026-05-10T12:00:00Z'), at('2026-05-10T20:00:00Z'))).toBe(0);
  expect(daysUntil(at('2026-05-10T12:00:00Z'), at('2026-05-10T21:30:00Z'))).toBe(-1);
  // Over the night in which the clocks change.
  expect(daysUntil(at('2026-10-26T12:00:00Z'), at('2026-10-24T12:00:00Z'))).toBe(2);
});

it('the clock of the city is shown so that it sorts, and midnight begins a day', () => {
  expect(cityClock(at('2026-06-30T21:00:00Z'))).toBe('2026-07-01 00:00');
  expect(cityClock(at('2026-12-01T16:30:00Z'))).toBe('2026-12-01 18:30');
});

it('a week begins on its Monday, over the ends of months and years', () => {
  expect(mondayOf(cityDay(at('2026-05-31T20:59:00Z')))).toBe('2026-05-25');
  expect(mondayOf(cityDay(at('2026-05-31T21:00:00Z'))), 'past midnight in the city').toBe('2026-06-01');
  expect(mondayOf('2026-05-25')).toBe('2026-05-25');
  expect(mondayOf('2027-01-03')).toBe('2026-12-28');
  expect([daysFrom('2026-12-28', 7), daysFrom('2026-03-01', -1)]).toEqual(['2027-01-04', '2026-02-28']);
});
