import { describe, expect, it } from 'vitest';
import { statusOf } from '@isegoria/proposals/contracts';
import { aProposal } from './proposals.builders';
import { answerProblems, answerRefusal, editRefusal, mayRead, answersFor, withdrawRefusal } from './proposals.rules';

const at = (moment: string) => new Date(moment);
const citizen = (id: string, roles: ('citizen' | 'moderator' | 'official' | 'administrator')[] = ['citizen'], departmentId: string | null = null) => ({ id, roles, departmentId });
const fresh = aProposal({ _id: 'p', publishedAt: at('2026-05-01T09:00:00Z') });
const soon = at('2026-05-01T20:00:00Z');

describe('who may read a proposal', () => {
  it('is everyone, once it is public, and also when its author took it back', () => {
    expect(mayRead(fresh, null)).toBe(true);
    expect(mayRead(aProposal({ _id: 'p', publication: 'withdrawn' }), null)).toBe(true);
  });

  it('is the author alone while it is a draft: no moderator, no administrator', () => {
    const draft = aProposal({ _id: 'p', publication: 'draft' });
    expect([null, citizen('other'), citizen('m', ['moderator']), citizen('a', ['administrator'])].map((viewer) => mayRead(draft, viewer))).toEqual([false, false, false, false]);
    expect(mayRead(draft, citizen('author'))).toBe(true);
  });

  it('is the author and the moderators while it waits or is hidden', () => {
    for (const proposal of [aProposal({ _id: 'p', publication: 'waiting' }), aProposal({ _id: 'p', visibility: 'hidden' })]) {
      expect([null, citizen('other'), citizen('o', ['official'], 'environment')].map((viewer) => mayRead(proposal, viewer))).toEqual([false, false, false]);
      expect([citizen('author'), citizen('m', ['moderator'])].map((viewer) => mayRead(proposal, viewer))).toEqual([true, true]);
    }
  });
});

describe('an author who wants to change the words', () => {
  it('may within a day, while few stand behind them and nobody has answered', () => {
    expect(editRefusal(fresh, soon)).toBeNull();
    expect(editRefusal(fresh, at('2026-05-03T09:00:00Z'))).toBe('too_late');
    expect(editRefusal({ ...fresh, supports: 5 }, soon)).toBe('supported');
    expect(editRefusal({ ...fresh, answered: 'UNDER_EVALUATION' }, soon)).toBe('answered');
  });

  it('may whenever a moderator has sent it back, and never when it is hidden or withdrawn', () => {
    expect(editRefusal({ ...fresh, visibility: 'returned', supports: 50 }, at('2027-01-01'))).toBeNull();
    expect(editRefusal({ ...fresh, visibility: 'hidden' }, soon)).toBe('hidden');
    expect(editRefusal({ ...fresh, publication: 'withdrawn' }, soon)).toBe('withdrawn');
  });

  it('may take it back until the city has taken it on', () => {
    expect(withdrawRefusal(fresh)).toBeNull();
    expect(withdrawRefusal({ ...fresh, answered: 'REJECTED' })).toBeNull();
    expect(withdrawRefusal({ ...fresh, answered: 'ACCEPTED' })).toBe('accepted');
    expect(withdrawRefusal({ ...fresh, publication: 'draft' })).toBe('draft');
  });
});

describe('an official who answers', () => {
  it('speaks for their own department only; the administrator for all', () => {
    expect(answersFor(citizen('o', ['official'], 'environment'), 'environment')).toBe(true);
    expect(answersFor(citizen('o', ['official'], 'culture'), 'environment')).toBe(false);
    expect(answersFor(citizen('o', ['official'], null), null)).toBe(false);
    expect(answersFor(citizen('o', ['citizen'], 'environment'), 'environment')).toBe(false);
    expect(answersFor(citizen('a', ['administrator']), 'environment')).toBe(true);
  });

  it('does not quietly take an acceptance back to being looked at, but may reconsider a refusal', () => {
    expect(answerRefusal({ ...fresh, answered: 'ACCEPTED' }, 'UNDER_EVALUATION')).toBe('answer_backwards');
    expect(answerRefusal({ ...fresh, answered: 'REJECTED' }, 'UNDER_EVALUATION')).toBeNull();
    expect(answerRefusal({ ...fresh, answered: 'IMPLEMENTED' }, 'REJECTED')).toBe('answer_backwards');
    expect(answerRefusal({ ...fresh, publication: 'waiting' }, 'ACCEPTED')).toBe('not_public');
  });

  it('says what happens next and when, if it is accepted, and not in the past', () => {
    const accepted = { status: 'ACCEPTED' as const, text: 'Ναι.', nextStep: null, nextStepAt: null, cost: null };
    expect(answerProblems(accepted, soon).map(({ field }) => field)).toEqual(['nextStep', 'nextStepAt']);
    expect(answerProblems({ ...accepted, nextStep: 'Μελέτη', nextStepAt: at('2026-04-01') }, soon)).toEqual([{ field: 'nextStepAt', code: 'too_small', limit: null }]);
    expect(answerProblems({ ...accepted, nextStep: 'Μελέτη', nextStepAt: at('2026-06-01') }, soon)).toEqual([]);
  });
});

describe('the word for where a proposal stands', () => {
  it('lets a moderator outweigh the author, and both the answer', () => {
    const axes = { publication: 'public', visibility: 'visible', answered: 'ACCEPTED' } as const;
    expect(statusOf(axes)).toBe('ACCEPTED');
    expect(statusOf({ ...axes, publication: 'withdrawn' })).toBe('WITHDRAWN');
    expect(statusOf({ ...axes, publication: 'withdrawn', visibility: 'hidden' })).toBe('HIDDEN');
    expect(statusOf({ publication: 'public', visibility: 'visible', answered: 'NONE' })).toBe('OPEN');
  });
});
