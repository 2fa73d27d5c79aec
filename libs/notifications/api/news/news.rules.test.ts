import { describe, expect, it } from 'vitest';
import { grouped } from '@isegoria/notifications/contracts';
import { isInDigest, isNewsTo, onePerSubject, type Reader, type Thing } from './news.rules';

const day = (of: number) => new Date(Date.UTC(2026, 4, of));

const aThing = (other: Partial<Thing> = {}): Thing => ({
  id: 'a', name: 'proposals.published', params: {}, about: 'proposal:shade', within: ['district:kentro', 'category:trees'], authorId: 'nikos', title: { el: '<script>Σκιά</script>', en: 'Shade' }, path: '/proposals/shade', at: day(5), saidAt: day(5), ...other,
});

const maria = (other: Partial<Reader> = {}): Reader => ({ id: 'maria', parts: new Map([['district:kentro', day(1)]]), things: new Set(), ...other });

describe('what is new to a citizen', () => {
  it('is what happens in a part of the city that they follow', () => {
    expect(isNewsTo(maria(), aThing())).toBe(true);
    expect(isNewsTo(maria({ parts: new Map([['category:trees', day(1)]]) }), aThing())).toBe(true);
    expect(isNewsTo(maria({ parts: new Map([['district:ormos', day(1)]]) }), aThing())).toBe(false);
  });

  it('is nothing of their own, and nothing that they follow or said no to', () => {
    expect(isNewsTo(maria({ id: 'nikos' }), aThing())).toBe(false);
    expect(isNewsTo(maria({ things: new Set(['proposal:shade']) }), aThing())).toBe(false);
  });

  it('is what the municipality says too, which nobody wrote', () => {
    expect(isNewsTo(maria(), aThing({ authorId: null }))).toBe(true);
  });
});

describe('a digest', () => {
  it('holds what came onto record in its span: the beginning is in it, the end in the next one', () => {
    const holds = (of: number) => isInDigest(maria(), aThing({ saidAt: day(of) }), day(4), day(11));
    expect([3, 4, 10, 11].map(holds)).toEqual([false, true, true, false]);
  });

  it('counts when it was said, not when it happened: what was told late is in the next one', () => {
    expect(isInDigest(maria(), aThing({ at: day(2), saidAt: day(5) }), day(4), day(11))).toBe(true);
  });

  it('holds nothing from before they began to follow, unless they followed another part of it by then', () => {
    const parts = new Map([['district:kentro', day(6)]]);
    expect(isInDigest(maria({ parts }), aThing(), day(4), day(11))).toBe(false);
    expect(isInDigest(maria({ parts: new Map([...parts, ['category:trees', day(1)]]) }), aThing(), day(4), day(11))).toBe(true);
  });

  it('says of one thing the newest alone, and things of one sort together', () => {
    const things = [aThing({ id: 'c', name: 'meetings.announced', about: 'meeting:1' }), aThing({ id: 'b', name: 'proposals.answered_accepted' }), aThing({ id: 'd', name: 'meetings.reported', about: 'meeting:2' }), aThing()];
    expect(onePerSubject(things).map(({ id }) => id)).toEqual(['c', 'b', 'd']);
    expect([...grouped(onePerSubject(things))].map(([slice, some]) => [slice, some.map(({ id }) => id)])).toEqual([['meetings', ['c', 'd']], ['proposals', ['b']]]);
  });
});
