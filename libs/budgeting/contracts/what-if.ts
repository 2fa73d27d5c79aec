/**
 * What would have changed a project's fate, found by running the whole rule again on the changed election; nothing is estimated.
 * A vote more is a voter more who chooses this project alone (the "singleton" measure of Boehmer et al., "Evaluation of Project Performance in Participatory
 * Budgeting", IJCAI 2024): under Equal Shares that voter brings a share of their own, and everybody's share becomes smaller.
 */
import { fundedOf, outcomeOf } from './decide';
import { type Election, hasPoints, scoresOf } from './election';
import { greedySteps } from './greedy';
import type { EqualSharesRule, GreedyRule, Rule } from './rule';
import { prepare, type Prepared, withCost, withGroup } from './shares/prepared';
import { likelyRaised, type Raised, raisedShares } from './shares/raises';

/** Asks an election what happens when one thing of one project is otherwise. */
export interface WhatIf {
  /** Whether the project is funded with so many voters more who choose it alone. */
  withVoters(project: number, more: number): boolean;
  /** Whether it is funded at another cost. */
  atCost(project: number, cost: number): boolean;
  /** The same questions answered quickly and most often rightly: where to begin to ask. Null where the true answer is quick. */
  likely: Pick<WhatIf, 'withVoters' | 'atCost'> | null;
}

export const whatIf = (election: Election, rule: Rule): WhatIf => (rule.method === 'greedy' ? greedyWhatIf(election, rule) : sharesWhatIf(election, rule));

function greedyWhatIf(election: Election, rule: GreedyRule): WhatIf {
  const scores = scoresOf(election);
  const isFunded = (changed: Election, votes: readonly number[], project: number) => fundedOf(greedySteps(changed, rule, new Set(), votes)).includes(project);
  return {
    likely: null,
    withVoters: (project, more) => isFunded(election, scores.map((score, place) => (place === project ? score + more * pointsOfOne(election) : score)), project),
    atCost: (project, cost) => isFunded({ ...election, projects: election.projects.map((one, place) => (place === project ? { ...one, cost } : one)) }, scores, project),
  };
}

function sharesWhatIf(election: Election, rule: EqualSharesRule): WhatIf {
  const prepared = prepare(election, rule);
  const isRaised = rule.completion === 'add1' || rule.completion === 'add1u';
  const hint = isRaised ? raisedShares(prepared, rule).raises : 0;
  const likely = isRaised ? askShares(prepared, rule, (changed) => likelyRaised(changed, rule, hint)) : null;
  return { ...askShares(prepared, rule, (changed) => raisedShares(changed, rule)), likely };
}

function askShares(prepared: Prepared, rule: EqualSharesRule, raise: (changed: Prepared) => Raised): Omit<WhatIf, 'likely'> {
  const { election } = prepared;
  return {
    withVoters(project, voters) {
      const group = { projects: [project], points: hasPoints(election) ? [pointsOfOne(election)] : null, voters };
      const changed = withGroup(prepared, group, rule);
      // The comparison step asks the ballots themselves.
      if (rule.comparison !== 'none') changed.election = { ...changed.election, groups: [...election.groups, group] };
      return outcomeOf(changed, rule, raise).winners.has(project);
    },
    atCost: (project, cost) => outcomeOf(withCost(prepared, project, cost, rule), rule, raise).winners.has(project),
  };
}

/** What a voter gives who gives all to one project: the most that a ballot may give, or else the most that one project was given. */
export function pointsOfOne(election: Election): number {
  if (!hasPoints(election)) return 1;
  return election.maxPoints ?? election.groups.reduce((most, { points }) => Math.max(most, ...(points ?? [])), 1);
}
