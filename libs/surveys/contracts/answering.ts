import type { FieldProblem } from '@isegoria/kernel/contracts';
import type { Question } from '@isegoria/votes/contracts';
import { type Asked, type AskedSection, noOpinion, steps, surveyLimits as limits } from './survey-input';

/** The hidden question of every paper: that its person took part, whatever they passed over. */
export const taken = { id: 'taken', options: ['yes'] } as const satisfies Question;

/** What somebody answered so far: by question the options, those of a ranking in their order; and what they wrote. */
export interface Given {
  chosen: Readonly<Record<string, readonly string[]>>;
  written: Readonly<Record<string, string>>;
}

export const nothingGiven: Given = { chosen: {}, written: {} };

/** The questions that a person is asked who answered so, in order: a condition holds where its question is asked itself and was answered with one of its options. */
export function askedOf<Q extends Asked>(sections: readonly { questions: readonly Q[] }[], { chosen }: Pick<Given, 'chosen'>): Q[] {
  const asked: Q[] = [];
  for (const question of sections.flatMap(({ questions }) => questions)) {
    const { showIf } = question;
    const isAsked = !showIf || (asked.some(({ id }) => id === showIf.questionId) && (chosen[showIf.questionId] ?? []).some((one) => showIf.optionIds.includes(one)));
    if (isAsked) asked.push(question);
  }
  return asked;
}

/** The sections that have something to ask of a person who answered so, each with what it asks. */
export function pagesOf<S extends { questions: readonly Asked[] }>(sections: readonly S[], given: Pick<Given, 'chosen'>): (S & { questions: S['questions'][number][] })[] {
  const asked = new Set(askedOf(sections, given).map(({ id }) => id));
  return sections.map((section) => ({ ...section, questions: section.questions.filter(({ id }) => asked.has(id)) })).filter(({ questions }) => questions.length > 0);
}

/** The same without what was answered on the way and is not asked any more, and without words where none are asked for. */
export function onlyAsked(sections: readonly AskedSection[], given: Given): Given {
  const asked = askedOf(sections, given);
  const chosen = asked.flatMap(({ id }) => (given.chosen[id]?.length ? [[id, given.chosen[id]] as const] : []));
  const written = asked.flatMap((question) => {
    const text = (given.written[question.id] ?? '').trim();
    return text !== '' && takesWords(question, given) ? [[question.id, text] as const] : [];
  });
  return { chosen: Object.fromEntries(chosen), written: Object.fromEntries(written) };
}

/** Whether one may write to a question: it asks for words, or its «other» is chosen. */
export function takesWords({ id, form, options }: Asked, { chosen }: Pick<Given, 'chosen'>): boolean {
  return form === 'words' || options.some((option) => option.isOther && (chosen[id] ?? []).includes(option.id));
}

/** What is wrong with an answer to one question: it is missed, names what there is not, or too much. One problem at most. */
export function answerProblem(question: Asked, { chosen, written }: Given): FieldProblem | null {
  const { id, form, isRequired, most } = question;
  const [options, text] = [chosen[id] ?? [], (written[id] ?? '').trim()];
  const problem = (code: FieldProblem['code'], limit: number | null = null): FieldProblem => ({ field: `q.${id}`, code, limit });
  const longest = form === 'words' ? limits.words : limits.other;
  if (isRequired && (form === 'words' ? text === '' : options.length === 0)) return problem('required');
  if (text.length > longest) return problem('too_long', longest);
  const known = optionIds(question);
  if (new Set(options).size < options.length || options.some((one) => !known.includes(one))) return problem('invalid');
  if ((form === 'single' || form === 'scale') && options.length > 1) return problem('invalid');
  if (options.includes(noOpinion) && options.length > 1) return problem('invalid');
  return most && options.length > most ? problem('too_big', most) : null;
}

/** What is wrong with the answers of a person to all that they are asked. */
export function answerProblems(sections: readonly AskedSection[], given: Given): FieldProblem[] {
  return askedOf(sections, given).flatMap((question) => answerProblem(question, given) ?? []);
}

/** The options that may be chosen, «no opinion» last. */
export function optionIds({ form, options, hasNoOpinion }: Asked): string[] {
  if (form === 'words') return [];
  return [...(form === 'scale' ? steps : options.map(({ id }) => id)), ...(hasNoOpinion && form !== 'ranking' ? [noOpinion] : [])];
}

/** The questions of the ballot: the closed ones, and that somebody took part. */
export function ballotQuestions(sections: readonly AskedSection[]): Question[] {
  const closed = sections.flatMap(({ questions }) => questions).filter(({ form }) => form !== 'words');
  return [taken, ...closed.map((question): Question => {
    const options = optionIds(question);
    if (question.form === 'several') return { id: question.id, options, form: 'approval', most: question.most ?? options.length };
    return question.form === 'ranking' ? { id: question.id, options, form: 'ranking', most: question.most ?? options.length } : { id: question.id, options };
  })];
}

/** What was chosen as the ballot takes it, always the same for the same answers: those of a choice in the order of the options. */
export function paperOf(sections: readonly AskedSection[], { chosen }: Pick<Given, 'chosen'>): { questionId: string; optionId: string }[] {
  const marks = sections.flatMap(({ questions }) => questions).flatMap((question) => {
    const own = chosen[question.id] ?? [];
    const inOrder = question.form === 'ranking' ? own : optionIds(question).filter((one) => own.includes(one));
    return inOrder.map((optionId) => ({ questionId: question.id, optionId }));
  });
  return [{ questionId: taken.id, optionId: 'yes' }, ...marks];
}

/** What was chosen, from a paper. */
export function chosenOf(paper: readonly { questionId: string; optionId: string }[]): Record<string, string[]> {
  const chosen: Record<string, string[]> = {};
  for (const { questionId, optionId } of paper) if (questionId !== taken.id) (chosen[questionId] ??= []).push(optionId);
  return chosen;
}

/** About how many minutes a survey takes: a quarter of one for a choice, half for an order, one for words. */
export function minutesOf(sections: readonly AskedSection[]): number {
  const quarters = sections.flatMap(({ questions }) => questions).reduce((sum, { form }) => sum + (form === 'words' ? 4 : form === 'ranking' ? 2 : 1), 0);
  return Math.max(1, Math.round(quarters / 4));
}
