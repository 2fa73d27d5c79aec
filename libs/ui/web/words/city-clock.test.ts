import { describe, expect, it } from 'vitest';
import { fromCityClock, toCityClock } from './city-clock';

describe('an administrator who types a moment', () => {
  it('means the clock of the city, in summer and in winter', () => {
    expect(fromCityClock('2026-07-01T09:00')?.toISOString()).toBe('2026-07-01T06:00:00.000Z');
    expect(fromCityClock('2026-12-01T09:00')?.toISOString()).toBe('2026-12-01T07:00:00.000Z');
    expect(toCityClock(new Date('2026-07-01T06:00:00Z'))).toBe('2026-07-01T09:00');
  });

  it('gets one answer in the nights when the clocks change', () => {
    expect(fromCityClock('2026-10-25T03:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(fromCityClock('2026-10-25T04:30')?.toISOString()).toBe('2026-10-25T02:30:00.000Z');
    expect(fromCityClock('2026-03-29T03:30')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is not misunderstood where there is no date', () => {
    for (const text of ['', 'αύριο', '2026-13-40T99:99']) expect(fromCityClock(text)).toBeNull();
  });
});
