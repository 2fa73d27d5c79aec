import { problemsOf } from '@isegoria/kernel/contracts';
import { describe, expect, it } from 'vitest';
import { linkedSubject, newChoiceSchema, replySchema } from './choice-input';

const reply = { said: 'Δεν μας ρωτήσατε.', did: 'Ρωτάμε.', promise: '', dueAt: null, nonce: 'press-0001' };

describe('a reply', () => {
  it('has what was said and what was done; a promise has a date, and a date a promise', () => {
    expect(problemsOf(replySchema, reply)).toEqual([]);
    expect(problemsOf(replySchema, { ...reply, said: ' ' })).toEqual([{ field: 'said', code: 'required', limit: null }]);
    expect(problemsOf(replySchema, { ...reply, promise: 'Ώς την άνοιξη' })).toMatchObject([{ field: 'dueAt' }]);
    expect(problemsOf(replySchema, { ...reply, dueAt: new Date() })).toMatchObject([{ field: 'promise' }]);
    expect(problemsOf(replySchema, { ...reply, promise: 'Ώς την άνοιξη', dueAt: new Date() })).toEqual([]);
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
