import { chosenOf, type Given, nothingGiven } from '@isegoria/surveys/contracts';
import { type ResultOf, useKept } from '@isegoria/ui/web';
import type { MyAnswersDocument } from './documents';

type Mine = ResultOf<typeof MyAnswersDocument>['mySurveyAnswers'];

/** What a citizen has answered here so far. It stays in this tab until it is sent, and goes with it: nothing is left on a shared computer. */
export interface Draft extends Given {
  follow: boolean;
}

const keyOf = (id: string): string => `survey:${id}`;

/** The answers as they stand in the form: what was answered before, until something is changed. */
export function useAnswers(id: string, mine: Mine) {
  const [kept, keep, forget] = useKept<Draft | null>(keyOf(id), null);
  const draft = kept ?? { ...standing(mine), follow: true };
  return {
    draft,
    choose: (questionId: string, options: readonly string[]) => keep({ ...draft, chosen: { ...draft.chosen, [questionId]: options } }),
    write: (questionId: string, text: string) => keep({ ...draft, written: { ...draft.written, [questionId]: text } }),
    setFollow: (follow: boolean) => keep({ ...draft, follow }),
    forget,
  };
}

function standing(mine: Mine): Given {
  if (!mine) return nothingGiven;
  return { chosen: chosenOf(mine.answers), written: Object.fromEntries(mine.words.map(({ questionId, text }) => [questionId, text])) };
}

/** Whether somebody began to answer in this tab. */
export function hasBegun(id: string): boolean {
  return sessionStorage.getItem(`isegoria:${keyOf(id)}`) !== null;
}
