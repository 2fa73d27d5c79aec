import { describe, expect, it } from 'vitest';
import { digestSubject, lastEdition, nextEdition, spanOf } from './digest';

const at = (moment: string) => new Date(moment);

describe('the mornings on which digests go out', () => {
  it('are at eight by the city’s clock, in summer and in winter', () => {
    expect(lastEdition('daily', at('2026-07-15T05:00:00Z'))).toEqual(at('2026-07-15T05:00:00Z'));
    expect(lastEdition('daily', at('2026-07-15T04:59:59Z'))).toEqual(at('2026-07-14T05:00:00Z'));
    expect(lastEdition('daily', at('2026-12-15T06:00:00Z'))).toEqual(at('2026-12-15T06:00:00Z'));
    expect(lastEdition('daily', at('2026-12-15T05:59:59Z'))).toEqual(at('2026-12-14T06:00:00Z'));
  });

  it('are on Mondays for who wants them weekly, also over a turn of the year', () => {
    expect(lastEdition('weekly', at('2026-12-09T12:00:00Z'))).toEqual(at('2026-12-07T06:00:00Z'));
    expect(lastEdition('weekly', at('2026-12-07T05:59:00Z'))).toEqual(at('2026-11-30T06:00:00Z'));
    expect(lastEdition('weekly', at('2027-01-01T12:00:00Z'))).toEqual(at('2026-12-28T06:00:00Z'));
  });

  it('stay at eight in the nights in which the clocks change, and no morning is left out or doubled', () => {
    expect(lastEdition('daily', at('2026-03-29T09:00:00Z')), 'the day on which summer time began').toEqual(at('2026-03-29T05:00:00Z'));
    expect(nextEdition('daily', at('2026-03-28T09:00:00Z'))).toEqual(at('2026-03-29T05:00:00Z'));
    expect(lastEdition('daily', at('2026-10-25T09:00:00Z')), 'the day on which it ended').toEqual(at('2026-10-25T06:00:00Z'));
    expect(nextEdition('weekly', at('2026-10-19T09:00:00Z'))).toEqual(at('2026-10-26T06:00:00Z'));
  });

  it('come one after the other', () => {
    for (const rhythm of ['daily', 'weekly'] as const) {
      const now = at('2026-10-21T12:34:00Z');
      const next = nextEdition(rhythm, now);
      expect(next > now).toBe(true);
      expect(lastEdition(rhythm, next)).toEqual(next);
      expect(lastEdition(rhythm, new Date(next.getTime() - 1))).toEqual(lastEdition(rhythm, now));
    }
  });
});

it('a digest is found by its name, whatever signs its reader’s id has; what is no name is no digest', () => {
  const span = { citizenId: 'demo-1.α:2', since: at('2026-05-04T04:55:00Z'), until: at('2026-05-11T04:55:00Z') };
  expect(spanOf(digestSubject(span).id)).toEqual(span);
  for (const wrong of ['', 'maria', '1-2-', '1-x-maria', `${'9'.repeat(16)}-2-maria`]) expect(spanOf(wrong)).toBeNull();
});
