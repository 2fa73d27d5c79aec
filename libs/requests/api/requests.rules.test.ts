import { describe, expect, it } from 'vitest';
import type { QuestionRecord } from './request-service.schema';
import { answerProblems, answersTo, boxAround, langOf, mayRead, medianDays, metresBetween, sayUntil, shownAnswers, withdrawRefusal } from './requests.rules';

const nobody = { el: '', en: '' };
const question = (id: string, more: Partial<QuestionRecord & { isRetired: boolean }> = {}) => ({ id, text: { el: id, en: id }, hint: nobody, type: 'text' as const, isRequired: false, choices: [], ...more });
const bins = [{ id: 'green', name: { el: 'Πράσινος', en: 'Green' } }, { id: 'blue', name: { el: 'Μπλε', en: '' } }];
const at = (day: string) => new Date(`${day}T09:00:00Z`);

describe('who may read a request', () => {
  const person = (more: Partial<Parameters<typeof mayRead>[1] & object> = {}) => ({ id: 'maria', roles: ['citizen' as const], departmentId: null, ...more });
  const official = person({ id: 'official', roles: ['official'], departmentId: 'technical' });
  const moderator = person({ id: 'moderator', roles: ['moderator'] });
  const request = { listed: false, isPrivate: false, reporterId: 'nikos', departmentId: 'technical' };

  it('is everybody where it is public', () => expect(mayRead({ ...request, listed: true }, null)).toBe(true));

  it('is its reporter and its department where it is private, and no other department', () => {
    const own = { ...request, isPrivate: true };
    expect([null, person(), moderator, person({ roles: ['official'], departmentId: 'cleaning' })].map((viewer) => mayRead(own, viewer))).toEqual([false, false, false, false]);
    expect([person({ id: 'nikos' }), official, person({ roles: ['administrator'] })].map((viewer) => mayRead(own, viewer))).toEqual([true, true, true]);
  });

  it('is its reporter and moderators while these have it before them, and not the department', () => {
    expect([null, person(), official].map((viewer) => mayRead(request, viewer))).toEqual([false, false, false]);
    expect([person({ id: 'nikos' }), moderator].map((viewer) => mayRead(request, viewer))).toEqual([true, true]);
  });

  it('is never a visitor because nobody reported it', () => expect(mayRead({ ...request, isPrivate: true, reporterId: null }, null)).toBe(false));
});

describe('the questions of a service', () => {
  const questions = [question('pole', { isRequired: true }), question('many', { type: 'number' }), question('bin', { type: 'choice', choices: bins }), question('which', { type: 'choices', choices: bins }), question('old', { isRequired: true, isRetired: true })];

  it('are answered with what they ask for, and the rest is left out', () => {
    const given = [{ questionId: 'pole', values: [' A12 ', ''] }, { questionId: 'old', values: ['x'] }, { questionId: 'unknown', values: ['x'] }, { questionId: 'which', values: ['green', 'green', 'blue'] }];
    expect(answersTo(questions, given)).toEqual([{ questionId: 'pole', values: ['A12'] }, { questionId: 'which', values: ['green', 'blue'] }]);
  });

  it('say which one is missing, and which one is answered with something that is no answer', () => {
    expect(answerProblems(questions, [])).toEqual([{ field: 'answers.pole', code: 'required', limit: null }]);
    const wrong = [{ questionId: 'pole', values: ['a', 'b'] }, { questionId: 'many', values: ['πολλά'] }, { questionId: 'bin', values: ['green', 'blue'] }, { questionId: 'which', values: ['red'] }];
    expect(answerProblems(questions, wrong).map(({ field, code }) => `${field} ${code}`)).toEqual(['answers.pole invalid', 'answers.many invalid', 'answers.bin invalid', 'answers.which invalid']);
    const right = [{ questionId: 'pole', values: ['A12'] }, { questionId: 'many', values: ['2,5'] }, { questionId: 'bin', values: ['green'] }, { questionId: 'which', values: ['green', 'blue'] }];
    expect(answerProblems(questions, right)).toEqual([]);
  });

  it('are read with the names of the choices in both languages, also of one that is asked no more', () => {
    const given = [{ questionId: 'which', values: ['green', 'blue'] }, { questionId: 'old', values: ['<b>'] }];
    expect(shownAnswers(questions, given).map(({ answer }) => answer)).toEqual([{ el: 'Πράσινος, Μπλε', en: 'Green, Μπλε' }, { el: '<b>', en: '<b>' }]);
  });
});

describe('two places', () => {
  const square = { lat: 37.9449, lng: 23.0293 };

  it('are as far from each other as a surveyor says', () => {
    expect(metresBetween(square, square)).toBe(0);
    expect(metresBetween(square, { lat: 37.9459, lng: 23.0293 })).toBeCloseTo(111.2, 0);
    expect(metresBetween(square, { lat: 37.9449, lng: 23.0303 })).toBeCloseTo(87.7, 0);
  });

  it('that are near lie in the box that the store is asked for', () => {
    const box = boxAround(square, 50);
    for (const [lat, lng] of [[37.9449 + 49 / 111_320, 23.0293], [37.9449, 23.0293 - 49 / 87_800]] as const) {
      expect(metresBetween(square, { lat, lng })).toBeLessThanOrEqual(50);
      expect(box['place.lat']?.$gte).toBeLessThanOrEqual(lat);
      expect(box['place.lat']?.$lte).toBeGreaterThanOrEqual(lat);
      expect(box['place.lng']?.$gte).toBeLessThanOrEqual(lng);
      expect(box['place.lng']?.$lte).toBeGreaterThanOrEqual(lng);
    }
  });
});

it('half of the repairs took at most so many days', () => {
  const took = (days: number) => ({ from: at('2026-05-01'), to: new Date(at('2026-05-01').getTime() + days * 86_400_000) });
  expect(medianDays([])).toBeNull();
  expect(medianDays([took(9), took(0.2), took(3)])).toBe(3);
  expect(medianDays([took(9), took(1), took(3), took(4)])).toBe(3);
});

it('a text is in the language of its letters, and in Greek where it has none', () => {
  expect(['Λακκούβα', 'A deep hole', 'Δίπλα στο cafe', '', '12'].map(langOf)).toEqual(['el', 'en', 'el', 'el', 'el']);
});

it('whoever reported it takes it back while nothing has ended', () => {
  expect((['waiting', 'returned', 'received', 'inProgress', 'fixed', 'withdrawn', 'hidden'] as const).map((status) => withdrawRefusal({ status }))).toEqual([null, null, null, null, 'withdraw_ended', 'withdraw_ended', 'withdraw_hidden']);
});

it('thirty days after the end nobody says any more whether it is fixed', () => {
  const endedAt = at('2026-05-01');
  expect(sayUntil({ status: 'fixed', endedAt }, at('2026-05-30'))).toEqual(at('2026-05-31'));
  expect(sayUntil({ status: 'closed', endedAt }, at('2026-05-31'))).toBeNull();
  expect(sayUntil({ status: 'withdrawn', endedAt }, at('2026-05-02'))).toBeNull();
  expect(sayUntil({ status: 'received', endedAt: null }, at('2026-05-02'))).toBeNull();
});
