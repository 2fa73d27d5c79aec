import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, answerOf, placeOf, writtenAll } from './answers';
import { type Question, wrongAnswer } from './forms.rules';
import { padded, paperSize, unpadded } from './paper';

const cart: Question = { id: 'works', options: ['bench', 'trees', 'school'], form: 'approval', most: 2, money: 100, costs: [60, 40, 100] };
const share: Question = { id: 'share', options: ['a', 'b', 'c'], form: 'points', points: 10 };
const order: Question = { id: 'order', options: ['a', 'b', 'c'], form: 'ranking', most: 2 };
const name = (questionId: string, optionId: string, points?: number): Answer => ({ questionId, optionId, ...(points === undefined ? {} : { points }) });
const ask = (...answers: Answer[]) => wrongAnswer([cart, share, order], answers);

describe('a citizen who fills a cart', () => {
  it('may choose what the money allows, to the last cent', () => expect(ask(name('works', 'bench'), name('works', 'trees'))).toBeNull());
  it('is refused what costs more together', () => expect(ask(name('works', 'bench'), name('works', 'school'))).toEqual({ field: 'answers.money', code: 'too_big', limit: 100 }));
  it('is refused the same thing twice', () => expect(ask(name('works', 'trees'), name('works', 'trees'))).toEqual({ field: 'answers.1.optionId', code: 'invalid', limit: null }));
  it('is refused more things than the ballot takes', () => {
    const free: Question = { ...cart, money: null };
    expect(wrongAnswer([free], cart.options.map((option) => name('works', option)))).toEqual({ field: 'answers', code: 'too_long', limit: 2 });
  });
  it('is refused points, which nobody asked for', () => expect(ask(name('works', 'bench', 1))).toHaveProperty('field', 'answers.0.points'));
});

describe('a citizen who shares out points', () => {
  it('may give all of them, or fewer', () => {
    expect(ask(name('share', 'a', 7), name('share', 'b', 3))).toBeNull();
    expect(ask(name('share', 'a', 1))).toBeNull();
  });
  it('is refused more than there are', () => expect(ask(name('share', 'a', 7), name('share', 'b', 4))).toEqual({ field: 'answers.points', code: 'too_big', limit: 10 }));
  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('is refused %s points', (points) => {
    expect(ask(name('share', 'a', points))).toEqual({ field: 'answers.0.points', code: 'invalid', limit: null });
  });
  it('is refused an option without points', () => expect(ask(name('share', 'a'))).toHaveProperty('field', 'answers.0.points'));
});

describe('a citizen who puts options in order', () => {
  it('may name as many as the ballot takes', () => expect(ask(name('order', 'c'), name('order', 'a'))).toBeNull());
  it('is refused one more, and one twice', () => {
    expect(ask(name('order', 'c'), name('order', 'a'), name('order', 'b'))).toEqual({ field: 'answers', code: 'too_long', limit: 2 });
    expect(ask(name('order', 'c'), name('order', 'c'))).toHaveProperty('code', 'invalid');
  });
});

/** Any question, and answers to it that are sometimes right and sometimes not. */
const anyCase = fc
  .record({
    form: fc.constantFrom('single' as const, 'approval' as const, 'points' as const, 'ranking' as const),
    costs: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 6 }),
    most: fc.option(fc.integer({ min: 0, max: 6 })),
    money: fc.option(fc.integer({ min: 0, max: 150 })),
    points: fc.integer({ min: 0, max: 20 }),
    chosen: fc.array(fc.record({ option: fc.integer({ min: 0, max: 6 }), points: fc.option(fc.integer({ min: -1, max: 12 }), { nil: undefined }) }), { maxLength: 7 }),
  })
  .map(({ form, costs, most, money, points, chosen }) => {
    const question: Question = { id: 'q', options: costs.map((_, at) => `o${at}`), form, most, money, costs, points };
    return { question, answers: chosen.map(({ option, points: given }) => name('q', `o${option}`, form === 'points' || given === 11 ? given : undefined)) };
  });

/** The rules once more, in the plainest words. */
function isAllowed({ options, form, most, money, costs = [], points }: Question, answers: Answer[]): boolean {
  const chosen = answers.map(({ optionId }) => optionId);
  const sum = (of: number[]) => of.reduce((all, one) => all + one, 0);
  const knows = chosen.every((option) => options.includes(option)) && new Set(chosen).size === chosen.length;
  const fits = chosen.length <= (most ?? Infinity) && sum(chosen.map((option) => costs[options.indexOf(option)] ?? 0)) <= (money ?? Infinity);
  const given = answers.map((answer) => answer.points);
  const shares = form === 'points' ? given.every((each) => each !== undefined && each !== null && each >= 1) && sum(given.map(Number)) <= (points ?? 0) : given.every((each) => each === undefined);
  return knows && fits && shares && (form !== 'single' || chosen.length <= 1);
}

describe('answers of any form', () => {
  it('are taken exactly when the plain words allow them', () => {
    fc.assert(fc.property(anyCase, ({ question, answers }) => void expect(wrongAnswer([question], answers) === null).toBe(isAllowed(question, answers))), { numRuns: 3000 });
  });

  it('come back from the log, and from a sealed paper, as they were given', () => {
    fc.assert(
      fc.property(anyCase, ({ question, answers }) => {
        fc.pre(wrongAnswer([question], answers) === null);
        const kept = writtenAll([question], answers);
        const read = unpadded(padded(kept, paperSize([question])));
        expect(read).toEqual(kept);
        expect(read.map(answerOf)).toEqual(answers);
        if (question.form === 'ranking') expect(read.map(placeOf)).toEqual(answers.map((_, at) => at + 1));
      }),
      { numRuns: 2000 },
    );
  });

  it('make papers of one length', () => {
    const sizes = [[], ['share:a=10'], ['order:a#1', 'order:b#2', 'works:bench', 'works:trees', 'share:a=3', 'share:b=3']].map((answers) => padded(answers, paperSize([cart, share, order])).length);
    expect(new Set(sizes).size).toBe(1);
  });
});
