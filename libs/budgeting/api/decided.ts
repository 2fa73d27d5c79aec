import { decide, type Election, explain, type Explanation, type Result, type Rule } from '@isegoria/budgeting/contracts';

/** What is asked of the counting thread. */
export interface Question {
  election: Election;
  rule: Rule;
  /** Whether to search for what would have changed each project's fate. */
  changes: boolean;
}

export interface Answer {
  result: Result;
  explanations: Explanation[];
}

export function decided({ election, rule, changes }: Question): Answer {
  const result = decide(election, rule);
  return { result, explanations: explain(election, rule, result, { changes }) };
}
