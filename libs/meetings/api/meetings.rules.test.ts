import { describe, expect, it } from 'vitest';
import { afterDays } from '@isegoria/kernel/contracts';
import { aMeeting, aPerson, inHours } from './meetings.builders';
import { answerRefusal, isOverdue, mayJoin, mayRead, openRefusal, organises, postponeRefusal, registerRefusal, reportDueAt } from './meetings.rules';

const now = new Date();
const olga = aPerson({ roles: ['citizen', 'official'], departmentId: 'technical' });
const other = aPerson({ roles: ['citizen', 'official'], departmentId: 'green' });
const clerk = aPerson({ roles: ['citizen', 'clerk'] });
const guest = { _id: 'm.maria', meetingId: 'm', citizenId: 'maria', isWaiting: false, ticket: 1, needs: '', at: now };

describe('a meeting', () => {
  it('is led by officials of its department, by clerks and by administrators, and by nobody else', () => {
    expect([olga, clerk, aPerson({ roles: ['administrator'] })].map((who) => organises(who, 'technical'))).toEqual([true, true, true]);
    expect([other, aPerson(), null].map((who) => organises(who, 'technical'))).toEqual([false, false, false]);
  });

  it('is read by those who lead it alone, until it is announced', () => {
    const draft = aMeeting({ stage: 'draft' });
    expect([olga, other, aPerson(), null].map((who) => mayRead(draft, who))).toEqual([true, false, false, false]);
    expect(mayRead(aMeeting(), null)).toBe(true);
  });

  it('opens from two hours before its time on, and once', () => {
    expect(openRefusal(aMeeting({ startsAt: inHours(3) }), now)).toBe('early');
    expect(openRefusal(aMeeting({ startsAt: inHours(1) }), now)).toBeNull();
    expect(openRefusal(aMeeting({ stage: 'open' }), now)).toBe('fixed');
  });

  it('is put on another day to come, and not after it began', () => {
    const startsAt = inHours(24);
    expect(postponeRefusal(aMeeting({ startsAt }), inHours(48), now)).toBeNull();
    expect(postponeRefusal(aMeeting({ startsAt }), startsAt, now)).toBe('same');
    expect(postponeRefusal(aMeeting({ startsAt }), inHours(-1), now)).toBe('past');
    expect(postponeRefusal(aMeeting({ stage: 'open' }), inHours(48), now)).toBe('fixed');
  });

  it('owes its report from the moment when it closes', () => {
    expect(reportDueAt(aMeeting())).toBeNull();
    expect(reportDueAt(aMeeting({ stage: 'closed', closedAt: now }))).toEqual(afterDays(now, 30));
    expect(reportDueAt(aMeeting({ stage: 'reported', closedAt: now }))).toBeNull();
  });
});

describe('whoever wants to come', () => {
  it('registers until it begins, or until the day that is said, and while it meets', () => {
    expect(registerRefusal(aMeeting(), now)).toBeNull();
    expect(registerRefusal(aMeeting({ startsAt: inHours(-1) }), now)).toBe('over');
    expect(registerRefusal(aMeeting({ registerUntil: inHours(-1) }), now)).toBe('over');
    expect(registerRefusal(aMeeting({ stage: 'open', startsAt: inHours(-1) }), now)).toBeNull();
    expect(registerRefusal(aMeeting({ stage: 'cancelled' }), now)).toBe('closed');
  });

  it('reads the way in from afar with a place alone', () => {
    const meeting = aMeeting();
    expect(mayJoin(meeting, aPerson(), undefined)).toBe(false);
    expect(mayJoin(meeting, aPerson(), { ...guest, isWaiting: true })).toBe(false);
    expect(mayJoin(meeting, aPerson(), guest)).toBe(true);
    expect(mayJoin(aMeeting({ stage: 'closed' }), aPerson(), guest)).toBe(false);
  });
});

describe('a question', () => {
  it('is answered once, and when everybody reads it', () => {
    expect(answerRefusal({ visibility: 'public', stage: 'later' })).toBeNull();
    expect(answerRefusal({ visibility: 'public', stage: 'answered' })).toBe('answered');
    expect(answerRefusal({ visibility: 'waiting', stage: 'asked' })).toBe('not_public');
  });
});

describe('what was agreed', () => {
  it('is late from the day after the one that was named, until it is done', () => {
    expect(isOverdue({ dueAt: afterDays(now, -2), doneAt: null }, now)).toBe(true);
    expect(isOverdue({ dueAt: afterDays(now, -2), doneAt: now }, now)).toBe(false);
    expect(isOverdue({ dueAt: afterDays(now, 1), doneAt: null }, now)).toBe(false);
    expect(isOverdue({ dueAt: null, doneAt: null }, now)).toBe(false);
  });
});
