import { describe, expect, it } from 'vitest';
import type { SubjectCard } from '@isegoria/kernel/api';
import { signText } from '@isegoria/opinions/contracts';
import { AnswerBook } from './answer-book';
import { type AnswerRow, coordination, isNewAccount, signsOf } from './coordination.rules';
import { shownMap } from './map-view';
import { opinionMap } from './method/opinion-map';
import { camps } from './opinions.builders';
import { firstVisibility, foldOf, refusalToSpeak } from './opinions.rules';

const aCard = (fields: Partial<SubjectCard> = {}): SubjectCard => ({ kind: 'proposal', id: 'p', title: '', path: '/', excerpt: '', authorId: null, isPublic: true, acceptsComments: true, createdAt: new Date(0), ...fields });

describe('a citizen with an opinion', () => {
  it('may speak where the subject is public and open, and is told why not elsewhere', () => {
    expect(refusalToSpeak(aCard())).toBeNull();
    expect(refusalToSpeak(aCard({ isPublic: false }))).toEqual({ __typename: 'NotFound', reason: 'subject' });
    expect(refusalToSpeak(null)).toEqual({ __typename: 'NotFound', reason: 'subject' });
    expect(refusalToSpeak(aCard({ acceptsComments: false }))).toEqual({ __typename: 'NotAllowed', reason: 'closed' });
    expect(refusalToSpeak(aCard({ acceptsComments: false, opinionMode: 'wait' }))).toBeNull();
  });

  it('is read first where the phase says so', () => {
    expect(firstVisibility(aCard({ commentMode: 'wait' }))).toBe('waiting');
    expect(firstVisibility(aCard({ commentMode: 'wait', opinionMode: 'public' }))).toBe('public');
  });

  it('does not say again what is there, whatever the accents and signs', () => {
    expect(foldOf('Θέλω ΔΈΝΤΡΑ, εδώ!')).toBe(foldOf('θελω δεντρα... εδω'));
    expect(foldOf('Θέλω δέντρα')).not.toBe(foldOf('Δεν θέλω δέντρα'));
  });
});

describe('people who answer as one', () => {
  const minute = 60_000;
  const row = (at: number, more: Partial<AnswerRow> = {}): AnswerRow => ({ sameAs: 'x', answered: 15, bits: 25, at: at * minute, isNew: false, ...more });
  const crowd = (count: number, more: Partial<AnswerRow> = {}, every = 2) => Array.from({ length: count }, (_, number) => row(number * every, more));

  it('are shown to moderators when eight give the same long, unlikely row within an hour', () => {
    expect(signsOf(crowd(8))).toEqual([{ sameAs: 'x', people: 8, fresh: 0, answered: 15, minutes: 14 }]);
    expect(signsOf(crowd(7))).toEqual([]);
  });

  it('are shown when five of them have new accounts, and it is told how many of how many', () => {
    const known = crowd(2);
    expect(signsOf([...known, ...crowd(5, { isNew: true })])).toEqual([{ sameAs: 'x', people: 7, fresh: 5, answered: 15, minutes: 8 }]);
    expect(signsOf([...known, ...crowd(4, { isNew: true })])).toEqual([]);
    // Five in all, but never within one hour.
    expect(signsOf([...crowd(3, { isNew: true }), ...Array.from({ length: 2 }, (_, at) => row(61 + at + 4, { isNew: true }))])).toEqual([]);
    expect(signsOf(crowd(5, { isNew: true, answered: 11 }))).toEqual([]);
  });

  it('have new accounts for seven days from when these were made', () => {
    const made = new Date('2026-05-01T10:00:00Z');
    const days = (count: number) => new Date(made.getTime() + count * 86_400_000);
    expect([isNewAccount(made, days(0)), isNewAccount(made, days(6.99)), isNewAccount(made, days(7)), isNewAccount(null, days(0))]).toEqual([true, true, false, false]);
  });

  it('are told of in both languages, with the measure', () => {
    const text = signText({ people: 7, fresh: 5, answered: 15, minutes: 8, rule: coordination });
    expect(text).toContain('7 άτομα, από αυτά 5 με νέο λογαριασμό');
    expect(text).toContain('7 people, 5 of them with a new account, gave the very same answers to 15 statements within 8 minutes.');
    expect(text).toContain('at least 8 people, or at least 5 with an account younger than 7 days');
    expect(text).not.toMatch(/\{\{|\}\}/);
  });

  it('are not suspected for agreeing where all agree, for short rows, or for meeting over days', () => {
    expect(signsOf(crowd(100, { bits: 8 }))).toEqual([]);
    expect(signsOf(crowd(100, { answered: 5 }))).toEqual([]);
    expect(signsOf(crowd(20, {}, 600))).toEqual([]);
  });

  it('are known by what they answered, not by the order, and not after one changes their mind', () => {
    const book = new AnswerBook();
    for (let statement = 0; statement < 12; statement++) {
      book.take({ person: 'a', statement, value: statement % 2 ? 1 : -1, at: statement });
      book.take({ person: 'b', statement: 11 - statement, value: (11 - statement) % 2 ? 1 : -1, at: statement });
    }
    const [a, b] = [...book.rows(() => 1)];
    expect(a?.sameAs).toBe(b?.sameAs);
    expect(a?.bits).toBe(12);
    book.take({ person: 'b', statement: 0, value: 1, at: 99 });
    expect([...book.rows(() => 1)][1]?.sameAs).not.toBe(a?.sameAs);
    book.take({ person: 'b', statement: 0, value: -1, at: 100 });
    expect([...book.rows(() => 1)][1]?.sameAs).toBe(a?.sameAs);
  });
});

describe('a map that everybody sees', () => {
  const draw = (sizes: number[], minimum = 5) => {
    const { votes } = camps(sizes, { statements: 20, each: 15 });
    const statements = Array.from({ length: 20 }, (_, number) => ({ id: `s${number}`, text: `Θέση <script>${number}</script>` }));
    return shownMap({ votes, statements, out: new Set([3]), map: opinionMap(votes, { out: new Set([3]), fewest: minimum }), minimum, version: 1, at: new Date(0) });
  };

  it('shows no group of fewer people than the minimum', () => {
    for (const sizes of [[40, 4], [30, 30, 3], [12, 12], [60, 2]]) for (const { people } of draw(sizes).groups) expect(people).toBeGreaterThanOrEqual(5);
  });

  it('draws nobody while fewer than twice the minimum are there', () => {
    const few = draw([5, 4]);
    expect(few.points).toEqual([]);
    expect(few.groups).toEqual([]);
    expect(few.findings.every(({ groups }) => groups.length === 0)).toBe(true);
  });

  it('adds up: the points are the people, and each statement’s groups are no more than everybody', () => {
    const map = draw([40, 30]);
    expect(map.points.reduce((sum, { people }) => sum + people, 0)).toBe(70);
    expect(map.groups.reduce((sum, { people }) => sum + people, 0)).toBe(70);
    for (const { agrees, groups } of map.findings) expect(groups.reduce((sum, group) => sum + group.agrees, 0)).toBe(agrees);
  });

  it('tells no word of a statement that moderators took out', () => {
    const map = draw([40, 30]);
    expect(map.findings.map(({ statement }) => statement)).not.toContain('s3');
    expect(JSON.stringify(map.groups)).not.toContain('"s3"');
  });

  it('finds where the groups part, and does not call that agreement', () => {
    const map = draw([40, 30]);
    expect(map.split.length).toBeGreaterThan(0);
    const agreed = new Set(map.agreed.map(({ statement }) => statement));
    expect(map.split.some(({ statement }) => agreed.has(statement))).toBe(false);
  });
});
