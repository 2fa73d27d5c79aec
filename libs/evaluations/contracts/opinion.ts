import type { Localized } from '@isegoria/kernel/contracts';
import { sum } from '@isegoria/statistics/contracts';
import { CANT_SAY, STEPS, type Criterion } from './criteria';
import { FEW, figuresOf, type CriterionOpinion } from './opinion-figures';
import { verdict } from './verdict.rules';

/** How often one option of one question was chosen, as the votes slice tells it. */
export interface OptionCount {
  questionId: string;
  optionId: string;
  count: number;
}

/** What the city thinks of a decision. */
export interface Opinion {
  people: number;
  /** What may be said in one line. */
  headline: Localized;
  criteria: CriterionOpinion[];
}

export const isFew = ({ people }: Pick<Opinion, 'people'>): boolean => people < FEW;

/** Puts the counts of a ballot in order, criterion by criterion, with what may be said of each and of all. */
export function opinionOf(criteria: readonly Criterion[], tally: { voters: number; counts: readonly OptionCount[] }, acts = 1): Opinion {
  const chosen = new Map(tally.counts.map(({ questionId, optionId, count }) => [`${questionId} ${optionId}`, count]));
  const opinions = criteria.map(({ id, label, question }) => {
    const counts = STEPS.map((step) => chosen.get(`${id} ${step}`) ?? 0);
    return { id, label, question, ...figuresOf(counts), cantSay: chosen.get(`${id} ${CANT_SAY}`) ?? 0 };
  });
  return { people: tally.voters, headline: verdict(tally.voters, opinions, acts), criteria: opinions };
}

/** One distribution over all criteria, for a card that has room for one bar only. */
export function summed({ criteria }: { criteria: readonly Pick<CriterionOpinion, 'counts'>[] }): number[] {
  return STEPS.map((_, at) => sum(criteria.map(({ counts }) => counts[at] ?? 0)));
}
