import { describe, expect, it } from 'vitest';
import type { ServiceFields } from '@isegoria/requests/contracts';
import { keptQuestions, questionProblems } from './services.rules';

type Question = ServiceFields['questions'][number];

const both = (el: string) => ({ el, en: '' });
const choice = (id: string) => ({ id, name: both(id) });
const question = (wanted: Partial<Question> = {}): Question => ({ id: 'post', text: both('Αριθμός στύλου'), hint: both(''), type: 'text', isRequired: false, choices: [], ...wanted });
const colours = question({ id: 'bin', type: 'choice', choices: [choice('green'), choice('blue')] });

describe('an administrator who changes what a service asks', () => {
  it('gives a choice at least two things to choose from, each by its own name', () => {
    expect(questionProblems([question(), colours], [])).toEqual([]);
    expect(questionProblems([question({ type: 'choices', choices: [choice('green')] })], [])).toEqual([{ field: 'questions.0.choices', code: 'too_short', limit: 2 }]);
    expect(questionProblems([question({ type: 'choice', choices: [choice('green'), choice('green')] })], [])).toMatchObject([{ field: 'questions.0.choices', code: 'invalid' }]);
    expect(questionProblems([question(), question()], [])).toMatchObject([{ field: 'questions.1.id', code: 'invalid' }]);
  });

  it('cannot make another kind of a question that was answered: its answers could not be read', () => {
    expect(questionProblems([question({ type: 'number' })], [question()])).toEqual([{ field: 'questions.0.type', code: 'invalid', limit: null }]);
  });

  it('takes out a question or a choice, and what was answered can still be read', () => {
    expect(keptQuestions([question({ id: 'bin', type: 'choice', choices: [choice('blue'), choice('brown')] })], [question(), colours])).toEqual([
      question({ id: 'bin', type: 'choice', choices: [choice('blue'), choice('brown'), { ...choice('green'), isRetired: true } as Question['choices'][number]] }),
      { ...question(), isRetired: true },
    ]);
  });

  it('brings back what they took out', () => {
    const gone = keptQuestions([], [colours]);
    expect(keptQuestions([colours], gone)).toEqual([colours]);
  });
});
