import { describe, expect, it } from 'vitest';
import { afterDays } from '@isegoria/kernel/contracts';
import { aCall, aPerson, aShift, inHours } from './volunteering.builders';
import { decideDueAt, heldUntil, isPublic, isShort, leads, markRefusal, mayCorrect, mayEdit, mayRead, minutesOf, offerRefusal, reportDueAt, reportRefusal, spanOf } from './volunteering.rules';

const now = new Date();
const olga = aPerson({ roles: ['citizen', 'official'], departmentId: 'technical' });
const other = aPerson({ roles: ['citizen', 'official'], departmentId: 'culture' });
const maria = aPerson({ id: 'maria' });

describe('a call for volunteers', () => {
  it('is led by officials of its department and by administrators, and by nobody else', () => {
    expect([olga, aPerson({ roles: ['administrator'] })].map((who) => leads(who, 'technical'))).toEqual([true, true]);
    expect([other, maria, aPerson({ roles: ['citizen', 'clerk'] }), null].map((who) => leads(who, 'technical'))).toEqual([false, false, false, false]);
  });

  it('that a citizen proposed is read by them and by the department, until it is taken on', () => {
    const proposed = aCall({ stage: 'proposed', authorId: 'maria' });
    expect([maria, olga, other, aPerson(), null].map((who) => mayRead(proposed, who))).toEqual([true, true, false, false, false]);
    expect(mayRead(aCall(), null)).toBe(true);
  });

  it('without an author is nobody’s, not everybody’s who has no name', () => {
    expect(mayRead(aCall({ stage: 'draft', authorId: '' }), aPerson({ id: '' }))).toBe(false);
  });

  it('that moderators took off is read by its author and its department alone', () => {
    const hidden = aCall({ isHidden: true, authorId: 'maria' });
    expect(isPublic(hidden)).toBe(false);
    expect([maria, olga, aPerson(), null].map((who) => mayRead(hidden, who))).toEqual([true, true, false, false]);
  });

  it('is changed by its department while it is a draft or takes offers; a citizen’s own words are not', () => {
    expect((['draft', 'published', 'proposed', 'declined', 'cancelled', 'reported'] as const).map((stage) => mayEdit({ stage }))).toEqual([true, true, false, false, false, false]);
  });

  it('is corrected by whoever proposed it until the department has answered, and by nobody else', () => {
    const proposed = aCall({ stage: 'proposed', authorId: 'maria' });
    expect([maria, olga, aPerson(), null].map((who) => mayCorrect(proposed, who))).toEqual([true, false, false, false]);
    expect((['published', 'declined', 'cancelled', 'reported'] as const).map((stage) => mayCorrect({ ...proposed, stage }, maria))).toEqual([false, false, false, false]);
    expect(mayCorrect({ stage: 'proposed', authorId: '' }, aPerson({ id: '' }))).toBe(false);
  });

  it('owes its report from the end of its last shift on', () => {
    expect(reportRefusal(aCall(), now)).toBe('not_over');
    expect(reportDueAt(aCall(), now)).toBeNull();
    const endsAt = inHours(-1);
    expect(reportDueAt(aCall({ endsAt }), now)).toEqual(afterDays(endsAt, 20));
    expect(reportRefusal(aCall({ endsAt, stage: 'reported' }), now)).toBe('fixed');
  });

  it('of a citizen is decided about within ten days', () => {
    expect(decideDueAt({ stage: 'proposed', proposedAt: now })).toEqual(afterDays(now, 10));
    expect(decideDueAt({ stage: 'published', proposedAt: now })).toBeNull();
  });

  it('lasts from its first shift to its last; what is cancelled is no part of it', () => {
    const shifts = [aShift({ startsAt: inHours(72), endsAt: inHours(75) }), aShift({ startsAt: inHours(24), endsAt: inHours(26), cancellation: { reason: 'Βροχή', at: now } }), aShift({ startsAt: null, endsAt: inHours(99) })];
    const [first, second, third] = shifts;
    expect(spanOf(shifts)).toEqual({ startsAt: first?.startsAt, endsAt: third?.endsAt });
    expect(spanOf(second ? [second] : [])).toEqual({ startsAt: second?.startsAt, endsAt: second?.endsAt });
    expect(spanOf([])).toEqual({ startsAt: null, endsAt: null });
  });
});

describe('a shift', () => {
  it('lacks people from two days before it begins on, as long as it takes place', () => {
    const lacking = aShift({ startsAt: inHours(47), endsAt: inHours(50), minimum: 3, registered: 2 });
    expect(isShort(lacking, now)).toBe(true);
    expect(isShort({ ...lacking, startsAt: inHours(50), endsAt: inHours(53) }, now), 'there is time').toBe(false);
    expect(isShort({ ...lacking, registered: 3 }, now)).toBe(false);
    expect(isShort({ ...lacking, startsAt: inHours(-1) }, now), 'it has begun').toBe(false);
    expect(isShort({ ...lacking, cancellation: { reason: 'Βροχή', at: now } }, now)).toBe(false);
    expect(isShort({ ...lacking, isOpen: false }, now)).toBe(false);
    expect(isShort({ ...lacking, startsAt: null, endsAt: inHours(20) }, now), 'each when they like').toBe(true);
  });

  it('takes offers while its call is open, until it begins; one without hours until it is over', () => {
    expect(offerRefusal(aShift(), now)).toBeNull();
    expect(offerRefusal(aShift({ isOpen: false }), now)).toBe('closed');
    expect(offerRefusal(aShift({ cancellation: { reason: 'Βροχή', at: now } }), now)).toBe('closed');
    expect(offerRefusal(aShift({ startsAt: inHours(-1) }), now)).toBe('over');
    expect(offerRefusal(aShift({ startsAt: null, endsAt: inHours(1) }), now)).toBeNull();
  });

  it('holds a place that became free for a day, for less where it begins soon, and asks nothing where there is no time', () => {
    expect(heldUntil(aShift({ startsAt: inHours(100) }), now)).toEqual(new Date(now.getTime() + 24 * 3_600_000));
    const startsAt = inHours(10);
    expect(heldUntil(aShift({ startsAt }), now)).toEqual(new Date(startsAt.getTime() - 3_600_000));
    expect(heldUntil(aShift({ startsAt: inHours(2) }), now)).toBeNull();
  });

  it('has its people marked once it has begun: not who waits, and not where it did not take place', () => {
    const began = aShift({ startsAt: inHours(-1) });
    const has = { offer: { isWaiting: false }, now };
    expect(markRefusal(aCall(), began, has)).toBeNull();
    expect(markRefusal(aCall(), aShift(), has)).toBe('early');
    expect(markRefusal(aCall(), began, { offer: { isWaiting: true }, now })).toBe('waiting');
    expect(markRefusal(aCall({ stage: 'cancelled' }), began, has)).toBe('fixed');
    expect(markRefusal(aCall(), aShift({ startsAt: inHours(-1), cancellation: { reason: 'Βροχή', at: now } }), has)).toBe('fixed');
  });

  it('lasts as long as its hours say, or as was said where each comes when they like', () => {
    expect(minutesOf({ startsAt: inHours(1), endsAt: inHours(3.5), minutes: 20 })).toBe(150);
    expect(minutesOf({ startsAt: null, endsAt: inHours(3), minutes: 45 })).toBe(45);
    expect(minutesOf({ startsAt: inHours(3), endsAt: inHours(1) })).toBe(0);
  });
});
