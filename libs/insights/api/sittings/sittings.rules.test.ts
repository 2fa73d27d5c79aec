import { describe, expect, it } from 'vitest';
import type { ItemRecord } from './sitting.schema';
import { isOtherDay, isRearranged, itemsAbout, keptItems, markedValue, marksOf, newSubjects, refusalToChange, refusalToMove, refusalToPostpone } from './sittings.rules';
import { beforeAndAfter, weeksOf } from './trend.rules';

const proposal = (id: string) => ({ kind: 'proposal', id });
const label = { el: 'Στηρίξεις', en: 'Supports' };

describe('a sitting', () => {
  it('opens once, closes once, and does not go back', () => {
    expect(refusalToMove('planned', 'open')).toBeNull();
    expect(refusalToMove('open', 'closed')).toBeNull();
    expect(refusalToMove('planned', 'closed')).toBe('not_open');
    expect(refusalToMove('closed', 'open')).toBe('not_planned');
    expect(refusalToMove('open', 'planned')).toBe('no_way_back');
  });

  it('is cancelled before it begins, not while it meets, and stays so', () => {
    expect(refusalToMove('planned', 'cancelled')).toBeNull();
    expect(refusalToMove('open', 'cancelled')).toBe('not_planned');
    expect(refusalToMove('cancelled', 'open')).toBe('not_planned');
    expect(refusalToChange('cancelled')).toBe('cancelled');
  });

  it('has another place or hour for those who are to come, not for those who sit in it', () => {
    const [place, startsAt] = ['Δημαρχείο', new Date('2026-12-09T16:30:00Z')];
    const hour = new Date('2026-12-09T17:30:00Z');
    for (const status of ['planned', 'postponed'] as const) {
      expect(isRearranged({ status, place, startsAt }, { place, startsAt: hour })).toBe(true);
      expect(isRearranged({ status, place, startsAt }, { place: 'Θέατρο', startsAt })).toBe(true);
      expect(isRearranged({ status, place, startsAt }, { place, startsAt: new Date(startsAt) })).toBe(false);
    }
    expect(isRearranged({ status: 'open', place, startsAt }, { place: 'Θέατρο', startsAt: hour })).toBe(false);
  });

  it('is put on another day while it is to meet, as often as it takes, and never on a day that went by', () => {
    const [startsAt, now] = [new Date('2026-12-09T16:30:00Z'), new Date('2026-12-01T08:00:00Z')];
    const to = new Date('2026-12-16T16:30:00Z');
    for (const status of ['planned', 'postponed'] as const) expect(refusalToPostpone({ status, startsAt }, to, now)).toBeNull();
    for (const status of ['open', 'closed', 'cancelled'] as const) expect(refusalToPostpone({ status, startsAt }, to, now)).toBe('not_planned');
    expect(refusalToPostpone({ status: 'planned', startsAt }, startsAt, now)).toBe('no_other_day');
    expect(refusalToPostpone({ status: 'planned', startsAt }, now, now)).toBe('in_the_past');
    for (const to of ['open', 'cancelled'] as const) expect(refusalToMove('postponed', to)).toBeNull();
    expect(refusalToMove('planned', 'postponed'), 'not without a day').toBe('no_way_back');
  });

  it('has its hour mended in its form, by the city’s days', () => {
    expect(isOtherDay(new Date('2026-12-09T16:30:00Z'), new Date('2026-12-09T21:30:00Z'))).toBe(false);
    expect(isOtherDay(new Date('2026-12-09T16:30:00Z'), new Date('2026-12-09T22:30:00Z'))).toBe(true);
  });

  it('announces what came onto its agenda, once, whatever item it stands in', () => {
    expect(newSubjects([{ subjects: [proposal('a')] }], [{ subjects: [proposal('a'), proposal('b')] }, { subjects: [proposal('b')] }])).toEqual([proposal('b')]);
    expect(newSubjects([{ subjects: [proposal('a')] }], [])).toEqual([]);
  });

  it('keeps the agenda that it met with', () => {
    expect(refusalToChange('planned')).toBeNull();
    expect(refusalToChange('open')).toBeNull();
    expect(refusalToChange('closed')).toBe('met');
  });

  it('tells of the items that speak of what changed, and of no others', () => {
    const items = [{ id: 'a', subjects: [proposal('1'), proposal('2')] }, { id: 'b', subjects: [proposal('3')] }, { id: 'c', subjects: [] }];
    expect(itemsAbout(items, new Set(['proposal:2', 'decision:3']))).toEqual(['a']);
    expect(itemsAbout(items, new Set(['proposal:3', 'proposal:1']))).toEqual(['a', 'b']);
  });

  it('remembers a count by item, part and measure', () => {
    const marks = marksOf('a', [{ id: 'votes', measures: [{ id: 'supports', label, value: 7 }] }]);
    expect(markedValue(marks, 'a', 'votes', 'supports')).toBe(7);
    expect(markedValue(marks, 'b', 'votes', 'supports'), 'an item that was not there').toBeNull();
    expect(markedValue(marks, 'a', 'votes', 'people')).toBeNull();
  });

  it('keeps the ids of its items through a change, never takes one that it does not know, and names a subject once', () => {
    const known: ItemRecord[] = [{ id: 'a', title: { el: 'Α', en: '' }, subjects: [] }];
    let made = 0;
    const kept = keptItems(
      [{ id: 'stolen', title: { el: 'Ξένο', en: '' }, subjects: [] }, { id: 'a', title: { el: 'Α2', en: '' }, subjects: [proposal('1'), proposal('1')] }, { id: 'a', title: { el: 'Πάλι', en: '' }, subjects: [] }],
      known,
      () => `new-${++made}`,
    );
    expect(kept.map(({ id }) => id)).toEqual(['new-1', 'a', 'new-2']);
    expect(kept[1]?.subjects).toEqual([proposal('1')]);
  });
});

describe('the trend', () => {
  it('says by how many a count grew each week, also that some left', () => {
    const days = [{ day: '2026-05-05', people: 4 }, { day: '2026-05-09', people: 10 }, { day: '2026-05-12', people: 25 }, { day: '2026-05-20', people: 22 }];
    expect(weeksOf(days, { createdDay: '2026-05-05', today: '2026-06-02', most: 12 })).toEqual([
      { week: '2026-05-04', grew: 10 },
      { week: '2026-05-11', grew: 15 },
      { week: '2026-05-18', grew: -3 },
      { week: '2026-05-25', grew: 0 },
      { week: '2026-06-01', grew: 0 },
    ]);
  });

  it('does not make up what was before anybody counted', () => {
    const days = [{ day: '2026-05-05', people: 100 }, { day: '2026-05-12', people: 103 }];
    expect(weeksOf(days, { createdDay: '2025-01-01', today: '2026-05-12', most: 12 })).toEqual([{ week: '2026-05-04', grew: null }, { week: '2026-05-11', grew: 3 }]);
    expect(weeksOf([], { createdDay: '2026-05-05', today: '2026-05-12', most: 12 })).toEqual([]);
  });

  it('compares four whole weeks with the four before, and says nothing where it knows fewer', () => {
    const weeks = (...grew: (number | null)[]) => grew.map((one, at) => ({ week: String(at), grew: one }));
    expect(beforeAndAfter(weeks(1, 1, 1, 1, 5, 5, 5, 5, 999))).toEqual({ before: 4, after: 20 });
    expect(beforeAndAfter(weeks(1, 1, 1, 5, 5, 5, 5, 9))).toBeNull();
    expect(beforeAndAfter(weeks(null, 1, 1, 1, 5, 5, 5, 5, 9))).toBeNull();
  });
});
