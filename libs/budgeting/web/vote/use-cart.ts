import { QUESTION } from '@isegoria/budgeting/contracts';
import type { BallotOnPage, Voting } from '@isegoria/votes/web';
import { costOf } from '@isegoria/votes/contracts';

/** What is in the cart, and what it still allows. Cents. */
export interface Cart {
  chosen: ReadonlySet<string>;
  cost: number;
  money: number | null;
  left: number | null;
  most: number | null;
  /** How much is missing for a project that is not in the cart; null where it fits. */
  missing(projectId: string): number | null;
  isFull: boolean;
  toggle(projectId: string): void;
}

/** The cart of an approval ballot. What does not fit any more cannot be put in; what is in can always be taken out. */
export function cartOf(ballot: BallotOnPage, { answers, choose }: Pick<Voting, 'answers' | 'choose'>): Cart {
  const question = ballot.questions[0];
  const chosen = new Set(answers.map(({ optionId }) => optionId));
  const priceOf = (projectId: string) => (question ? costOf(question, projectId) : 0);
  const cost = [...chosen].reduce((sum, projectId) => sum + priceOf(projectId), 0);
  const money = question?.money ?? null;
  const most = question?.most ?? null;
  const left = money === null ? null : money - cost;
  const missing = (projectId: string) => (left !== null && priceOf(projectId) > left ? priceOf(projectId) - left : null);
  const isFull = most !== null && chosen.size >= most;
  const toggle = (projectId: string) => {
    if (chosen.has(projectId)) return choose(answers.filter(({ optionId }) => optionId !== projectId));
    if (!isFull && missing(projectId) === null) choose([...answers, { questionId: QUESTION, optionId: projectId }]);
  };
  return { chosen, cost, money, left, most, missing, isFull, toggle };
}
