import type { ServiceFields } from '@isegoria/requests/contracts';
import type { FieldProblem } from '@isegoria/kernel/contracts';
import type { ServiceRecord } from '../request-service.schema';

type Questions = ServiceRecord['questions'];
type Asked = ServiceFields['questions'];

/** What a service's questions lack: a choice needs something to choose from, and no two things go by one name. What was answered once keeps its kind. */
export function questionProblems(asked: Asked, before: Questions): FieldProblem[] {
  const problem = (field: string, code: FieldProblem['code'], limit: number | null = null): FieldProblem => ({ field, code, limit });
  return asked.flatMap(({ id, type, choices }, at) => {
    const field = `questions.${at}`;
    const kept = before.find((one) => one.id === id);
    const problems: FieldProblem[] = [];
    if (asked.findIndex((other) => other.id === id) !== at) problems.push(problem(`${field}.id`, 'invalid'));
    if (kept && kept.type !== type) problems.push(problem(`${field}.type`, 'invalid'));
    if (isChosen(type) && choices.length < 2) problems.push(problem(`${field}.choices`, 'too_short', 2));
    if (new Set(choices.map((choice) => choice.id)).size < choices.length) problems.push(problem(`${field}.choices`, 'invalid'));
    return problems;
  });
}

const isChosen = (type: Asked[number]['type']): boolean => type === 'choice' || type === 'choices';

/** The questions as they are kept: what is asked now, in its order, then what was asked once. Choices that were taken out stay with theirs, so that what was answered can be read. */
export function keptQuestions(asked: Asked, before: Questions): Questions {
  const now = asked.map((question) => {
    const choices = isChosen(question.type) ? question.choices : [];
    const gone = before.find(({ id }) => id === question.id)?.choices.filter(({ id }) => !choices.some((choice) => choice.id === id)) ?? [];
    return { ...question, choices: [...choices, ...gone.map((choice) => ({ ...choice, isRetired: true }))] };
  });
  const gone = before.filter(({ id }) => !asked.some((question) => question.id === id));
  return [...now, ...gone.map((question) => ({ ...question, isRetired: true }))];
}
