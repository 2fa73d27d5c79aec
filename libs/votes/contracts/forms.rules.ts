import type { FieldProblem } from '@isegoria/kernel/contracts';
import type { Answer } from './answers';
import type { QuestionForm } from './votes.gen';

/** A question with what its form allows. Ballots from before there were forms say nothing: one option of each question. */
export interface Question {
  id: string;
  options: readonly string[];
  form?: QuestionForm;
  /** How many options an answer may name. */
  most?: number | null;
  /** What the options of an answer may cost together, in the unit of `costs`. */
  money?: number | null;
  /** Whole numbers, in the order of `options`. */
  costs?: readonly number[];
  /** How many points there are to share out. */
  points?: number | null;
}

/** What has been given for one question so far. */
interface Given {
  options: Set<string>;
  money: number;
  points: number;
}

/**
 * What is wrong with answers by the forms of their questions: the first thing found, or null. The page asks it before it
 * seals, the server before it keeps, and whoever opens a box before they count.
 */
export function wrongAnswer(questions: readonly Question[], answers: readonly Answer[]): FieldProblem | null {
  const given = new Map<string, Given>();
  for (const [at, answer] of answers.entries()) {
    const question = questions.find(({ id }) => id === answer.questionId);
    if (!question) return wrong(at, 'questionId');
    const before = given.get(question.id) ?? { options: new Set(), money: 0, points: 0 };
    const problem = wrongHere(question, answer, before, at) ?? tooMuch(question, added(before, question, answer));
    if (problem) return problem;
    given.set(question.id, before);
  }
  return null;
}

function added(given: Given, question: Question, { optionId, points }: Answer): Given {
  given.options.add(optionId);
  given.money += costOf(question, optionId);
  given.points += points ?? 0;
  return given;
}

/** What an option costs; nothing where costs do not matter. */
export function costOf({ options, costs = [] }: Question, optionId: string): number {
  return costs[options.indexOf(optionId)] ?? 0;
}

/** Why an answer may not stand in this place. */
function wrongHere({ options, form = 'single' }: Question, { optionId, points }: Answer, before: Given, at: number): FieldProblem | null {
  if (form === 'single' && before.options.size > 0) return wrong(at, 'questionId');
  if (!options.includes(optionId) || before.options.has(optionId)) return wrong(at, 'optionId');
  const isRight = form === 'points' ? Number.isSafeInteger(points) && Number(points) >= 1 : points === undefined || points === null;
  return isRight ? null : wrong(at, 'points');
}

/** Which limit of the question is exceeded. */
function tooMuch({ most, money, points, form }: Question, given: Given): FieldProblem | null {
  if (typeof most === 'number' && given.options.size > most) return over('answers', 'too_long', most);
  if (typeof money === 'number' && given.money > money) return over('answers.money', 'too_big', money);
  return form === 'points' && given.points > (points ?? 0) ? over('answers.points', 'too_big', points ?? 0) : null;
}

function wrong(at: number, part: keyof Answer): FieldProblem {
  return { field: `answers.${at}.${part}`, code: 'invalid', limit: null };
}

/** GraphQL's whole numbers end at 2^31; a budget of more is told without its limit. */
function over(field: string, code: 'too_long' | 'too_big', limit: number): FieldProblem {
  return { field, code, limit: limit < 2 ** 31 ? limit : null };
}
