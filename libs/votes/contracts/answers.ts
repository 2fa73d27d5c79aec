import type { QuestionForm, VoteAnswer } from './votes.gen';

/**
 * An answer as the log, the opened ballots and open leaves of the ledger keep it: `question:option`, with `=3` behind it for
 * three points and `#1` for the first place of a ranking. It says by itself how it is counted, so that who recounts needs no
 * more than the ballots.
 */
export function written({ questionId, optionId, points }: Answer, form: QuestionForm = 'single', place = 1): string {
  const plain = `${questionId}:${optionId}`;
  if (form === 'points') return `${plain}=${points ?? 0}`;
  return form === 'ranking' ? `${plain}#${place}` : plain;
}

/** An option chosen for a question, with its points where points are the form. */
export type Answer = Pick<VoteAnswer, 'questionId' | 'optionId' | 'points'>;

/** How many points these answers give away. */
export function pointsGiven(answers: readonly Answer[]): number {
  return answers.reduce((sum, { points }) => sum + (points ?? 0), 0);
}

/** Answers in the order given, each as it is kept. A ranking's places are counted question by question. */
export function writtenAll(questions: readonly { id: string; form?: QuestionForm }[], answers: readonly Answer[]): string[] {
  const places = new Map<string, number>();
  return answers.map((answer) => {
    const place = (places.get(answer.questionId) ?? 0) + 1;
    places.set(answer.questionId, place);
    return written(answer, questions.find(({ id }) => id === answer.questionId)?.form, place);
  });
}

/** The answer that a kept one stands for. */
export function answerOf(kept: string): Answer {
  const colon = kept.indexOf(':');
  const mark = kept.search(/[=#]/);
  const answer = { questionId: kept.slice(0, colon), optionId: kept.slice(colon + 1, mark < 0 ? undefined : mark) };
  return kept[mark] === '=' ? { ...answer, points: Number(kept.slice(mark + 1)) } : answer;
}

/** The place of a ranking's answer; null for other forms. */
export function placeOf(kept: string): number | null {
  const mark = kept.indexOf('#');
  return mark < 0 ? null : Number(kept.slice(mark + 1));
}
