import { problemsOf } from '@isegoria/kernel/contracts';
import { describe, expect, it } from 'vitest';
import { linkedSubject, newChoiceSchema, replyProblems } from './choice-input';

const now = new Date('2026-05-10T09:00:00Z');
const day = (date: string) => new Date(`${date}T12:00:00Z`);
const reply = { said: 'Δεν μας ρωτήσατε.', did: 'Ρωτάμε.', promise: '', dueAt: null, nonce: 'press-0001' };

describe('a reply', () => {
  it('has what was said and what was done; a promise has a date, and a date a promise', () => {
    expect(replyProblems(reply, now)).toEqual([]);
    expect(replyProblems({ ...reply, said: ' ' }, now)).toEqual([{ field: 'said', code: 'required', limit: null }]);
    expect(replyProblems({ ...reply, promise: 'Ώς την άνοιξη' }, now)).toMatchObject([{ field: 'dueAt' }]);
    expect(replyProblems({ ...reply, dueAt: day('2026-05-11') }, now)).toMatchObject([{ field: 'promise' }]);
    expect(replyProblems({ ...reply, promise: 'Ώς την άνοιξη', dueAt: day('2026-05-11') }, now)).toEqual([]);
  });

  it('promises for today or later, never for a day that is over', () => {
    const promised = (date: string) => replyProblems({ ...reply, promise: 'Χάρτης', dueAt: day(date) }, now);
    expect(promised('2026-05-10')).toEqual([]);
    expect(promised('2026-05-09')).toEqual([{ field: 'dueAt', code: 'too_small', limit: null }]);
  });
});

describe('a choice', () => {
  const choice = { title: { el: 'Μονοδρομήσεις', en: '' }, text: { el: 'Τι άλλαξε.', en: '' }, actIds: ['a'], links: [] };

  it('needs Greek words and an act; English may come later', () => {
    expect(problemsOf(newChoiceSchema, choice)).toEqual([]);
    expect(problemsOf(newChoiceSchema, { ...choice, actIds: [], title: { el: '', en: 'One-way' } }).map(({ field }) => field)).toEqual(['title.el', 'actIds']);
  });
});

describe('the address of something that a choice answers', () => {
  it('is a proposal or a project of this city, with or without its host', () => {
    expect(linkedSubject('https://city.example/proposals/01J9A?x=1#c')).toEqual({ kind: 'proposal', id: '01J9A' });
    expect(linkedSubject(' /budgets/budget-last/projects/demo-4 ')).toEqual({ kind: 'project', id: 'demo-4' });
    expect(linkedSubject('/decisions/abc')).toBeNull();
    expect(linkedSubject('javascript:alert(1)')).toBeNull();
  });
});
