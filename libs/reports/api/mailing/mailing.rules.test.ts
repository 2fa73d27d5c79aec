import { describe, expect, it } from 'vitest';
import { type Asked, dueOf } from './mailing.rules';

const asked = (more: Partial<Asked>): Asked => ({ kind: 'figures', reportId: 'council', rhythm: 'weekly', since: new Date('2026-11-01T10:00:00Z'), ...more });
const keys = (one: Asked, now: string, occasions: Parameters<typeof dueOf>[2] = []) => dueOf(one, new Date(now), occasions).map(({ key }) => key);

describe('who asked for a report every Monday', () => {
  it('gets it from seven in the morning by the city’s clock, in summer and in winter', () => {
    expect(keys(asked({}), '2026-11-23T04:59:00Z')).toEqual(['week 2026-11-16']);
    expect(keys(asked({}), '2026-11-23T05:00:00Z')).toEqual(['week 2026-11-23']);
    const spring = asked({ since: new Date('2026-05-01T00:00:00Z') });
    expect(keys(spring, '2026-06-08T03:59:00Z')).toEqual(['week 2026-06-01']);
    expect(keys(spring, '2026-06-08T04:00:00Z')).toEqual(['week 2026-06-08']);
  });

  it('gets one for a week in which nobody worked on Monday, and none for the week in which they asked', () => {
    expect(keys(asked({}), '2026-11-29T20:00:00Z')).toEqual(['week 2026-11-23']);
    expect(keys(asked({ since: new Date('2026-11-24T10:00:00Z') }), '2026-11-29T20:00:00Z')).toEqual([]);
  });
});

describe('who asked for a report every month', () => {
  it('gets it on the first, also over the turn of a year', () => {
    const one = asked({ rhythm: 'monthly', since: new Date('2026-10-05T00:00:00Z') });
    expect(keys(one, '2026-12-31T22:30:00Z')).toEqual(['month 2026-12-01']);
    expect(keys(one, '2027-01-01T05:00:00Z')).toEqual(['month 2027-01-01']);
    expect(keys(one, '2026-10-30T05:00:00Z')).toEqual([]);
  });
});

describe('who asked for the sittings', () => {
  const begins = { id: 's1', at: new Date('2026-12-09T16:30:00Z'), what: 'begins' as const };

  it('gets each the day before, from eight in the morning until it begins', () => {
    const one = asked({ kind: 'sitting', reportId: 'each', rhythm: 'before_sitting' });
    expect(keys(one, '2026-12-08T05:59:00Z', [begins])).toEqual([]);
    expect(dueOf(one, new Date('2026-12-08T06:00:00Z'), [begins])).toEqual([{ key: 'before s1 2026-12-09', kind: 'sitting', id: 's1' }]);
    expect(keys(one, '2026-12-09T16:30:00Z', [begins])).toEqual([]);
  });

  it('hears again of one that was put off to another day, not of one that begins an hour later', () => {
    const one = asked({ kind: 'sitting', reportId: 'each', rhythm: 'before_sitting' });
    const at = (iso: string) => keys(one, '2026-12-08T12:00:00Z', [{ ...begins, at: new Date(iso) }]);
    expect(at('2026-12-09T17:30:00Z')).toEqual(at('2026-12-09T16:30:00Z'));
    expect(keys(one, '2026-12-15T12:00:00Z', [{ ...begins, at: new Date('2026-12-16T16:30:00Z') }])).toEqual(['before s1 2026-12-16']);
  });

  it('gets the page that they asked for, where that is another', () => {
    expect(dueOf(asked({ rhythm: 'before_sitting' }), new Date('2026-12-08T12:00:00Z'), [begins])).toEqual([{ key: 'before s1 2026-12-09', kind: 'figures', id: 'council' }]);
  });

  it('gets one that ended since they asked, and no old news', () => {
    const one = asked({ kind: 'sitting', reportId: 'each', rhythm: 'after_sitting' });
    const ended = (iso: string) => [{ id: 's1', at: new Date(iso), what: 'ended' as const }];
    expect(keys(one, '2026-12-09T19:00:00Z', ended('2026-12-09T18:30:00Z'))).toEqual(['after s1']);
    expect(keys(one, '2026-12-13T19:00:00Z', ended('2026-12-09T18:30:00Z'))).toEqual([]);
    expect(keys(one, '2026-11-02T19:00:00Z', ended('2026-10-31T18:30:00Z'))).toEqual([]);
  });
});
