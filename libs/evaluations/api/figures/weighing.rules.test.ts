import { describe, expect, it } from 'vitest';
import { ballotOf, openRound, refusalToDeliver, refusalToRequest, versionOfChoice, type Weighed } from './weighing.rules';

const citizen = { id: 'a', personId: 'p', name: 'Μαρία', roles: ['citizen' as const], departmentId: null, districtId: null, locale: 'el' as const, confirmed: true };
const official = { ...citizen, roles: ['citizen' as const, 'official' as const], departmentId: 'technical' };
const act = { choiceId: null, status: 'PUBLISHED' as const, openedAt: null };
const weighed: Weighed = {
  subject: { kind: 'choice', id: 'c' }, title: { el: '', en: '' }, path: '', versionId: 'v', criteria: [], acts: 2, departmentId: 'technical',
  openedAt: new Date(0), secondAt: null, deliveredAt: null, requests: 0, isOver: false,
};

describe('who asks that an act be evaluated', () => {
  it('is anybody with a confirmed address, where nobody opened it yet', () => {
    expect(refusalToRequest(act, citizen)).toBeNull();
    expect(refusalToRequest(act, { confirmed: false })).toBe('unconfirmed');
    expect(refusalToRequest({ ...act, openedAt: new Date() }, citizen)).toBe('open');
    expect(refusalToRequest({ ...act, openedAt: undefined }, citizen)).toBe('open');
    expect(refusalToRequest({ ...act, choiceId: 'c' }, citizen)).toBe('choice');
    expect(refusalToRequest({ ...act, status: 'REVOKED' }, citizen)).toBe('revoked');
  });
});

describe('an official', () => {
  it('says once that something is delivered, and only of what was laid before the citizens', () => {
    expect(refusalToDeliver(weighed, official)).toBeNull();
    expect(refusalToDeliver(weighed, citizen)).toBe('role');
    expect(refusalToDeliver({ ...weighed, departmentId: 'cleaning' }, official)).toBe('department');
    expect(refusalToDeliver({ ...weighed, openedAt: null }, official)).toBe('closed');
    expect(refusalToDeliver({ ...weighed, isOver: true }, official)).toBe('closed');
    expect(refusalToDeliver({ ...weighed, deliveredAt: new Date() }, official)).toBe('delivered');
  });
});

describe('the rounds', () => {
  it('follow each other, each with a ballot of its own, and end with what is weighed', () => {
    expect(openRound(weighed)).toBe(1);
    expect(openRound({ ...weighed, secondAt: new Date() })).toBe(2);
    expect(openRound({ ...weighed, openedAt: null })).toBeNull();
    expect(openRound({ ...weighed, isOver: true })).toBeNull();
    expect(ballotOf(weighed.subject)).toBe('choice:c');
    expect(ballotOf(weighed.subject, 2)).toBe('choice:c.2');
  });
});

describe('what a citizen saw of a choice', () => {
  const words = { title: { el: 'Μονοδρομήσεις', en: '' }, text: { el: '', en: '' } };
  const [a, b] = [{ _id: 'a', versionId: '1' }, { _id: 'b', versionId: '1' }];

  it('is another thing when an act joins, is corrected, or the words change, and the same in any order', () => {
    const seen = versionOfChoice(words, [a, b]);
    expect(versionOfChoice(words, [b, a])).toBe(seen);
    expect(versionOfChoice(words, [a])).not.toBe(seen);
    expect(versionOfChoice(words, [a, { ...b, versionId: '2' }])).not.toBe(seen);
    expect(versionOfChoice({ ...words, title: { el: 'Άλλο', en: '' } }, [a, b])).not.toBe(seen);
  });
});
