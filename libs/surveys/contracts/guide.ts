import type { Asked } from './survey-input';

/** One question as it stands on a printed form: its number, of whom it is asked, and where the others go on. */
export interface GuideLine<Q extends Asked> {
  number: number;
  question: Q;
  /** The earlier question on which it hangs, by its number, and the answers to it; null where everybody is asked. */
  only: { number: number; optionIds: readonly string[] } | null;
  /** The number at which those go on who are not asked it; null: at the end of the form. */
  otherwise: number | null;
}

/**
 * A form in words, for paper cannot hide what is not asked: who follows it line by line answers what `askedOf` asks of them, and nothing else. Who is sent past a
 * question is sent past all that follow and can be asked only together with it.
 */
export function guideOf<Q extends Asked>(sections: readonly { questions: readonly Q[] }[]): GuideLine<Q>[] {
  const all = sections.flatMap(({ questions }) => questions);
  const numberOf = (id: string) => all.findIndex((one) => one.id === id) + 1;
  return all.map((question, at) => {
    const { showIf } = question;
    if (!showIf) return { number: at + 1, question, only: null, otherwise: null };
    const place = nextFor(all, at, showIf);
    return { number: at + 1, question, only: { number: numberOf(showIf.questionId), optionIds: showIf.optionIds }, otherwise: place < 0 ? null : place + 1 };
  });
}

/** The place of the first question after this one that may be asked of somebody who is not asked this one; -1 where there is none. */
function nextFor(all: readonly Asked[], at: number, missed: NonNullable<Asked['showIf']>): number {
  const passed = new Set([all[at]?.id ?? '']);
  return all.findIndex((one, place) => {
    if (place <= at) return false;
    const { showIf } = one;
    const isMissed = showIf && (passed.has(showIf.questionId) || (showIf.questionId === missed.questionId && showIf.optionIds.every((id) => missed.optionIds.includes(id))));
    if (isMissed) passed.add(one.id);
    return !isMissed;
  });
}
