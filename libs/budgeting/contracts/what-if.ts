/**
 * What would have changed a project's fate, found by running the whole rule again on the changed election; nothing is estimated.
 * A vote more is a voter more who chooses this project alone (the "singleton" measure of Boehmer et al., "Evaluation of Project Performance in Participatory
 * Budgeting", IJCAI 2024): under Equal Shares that voter brings a share of their own, and everybody's share becomes smaller.
 */
import { fundedOf, outcomeOf } from './decide';
import { type Election, hasPoints, scoresOf } from './election';
import { greedySteps } from './greedy';
import type { EqualSharesRule, GreedyRule, Rule } from './rule';
import { prepare, withCost, withGroup } from './shares/prepared';

/** Asks an election what happens when one thing of one project is otherwise. */
export interface WhatIf {
  /** Whether the project is funded with so many voters more who choose it alone. */
  withVoters(project: number, more: number): boolean;
  /** Whether it is funded at another cost. */
  atCost(project: number, cost: number): boolean;
}

export const whatIf = (election: Election, rule: Rule): WhatIf => (rule.method === 'greedy' ? greedyWhatIf(election, rule) : sharesWhatIf(election, rule));

function greedyWhatIf(election: Election, rule: GreedyRule): WhatIf {
  const scores = scoresOf(election);
  const isFunded = (changed: Election, votes: readonly number[], project: number) => fundedOf(greedySteps(changed, rule, new Set(), votes)).includes(project);
  return {
    withVoters: (project, more) => isFunded(election, scores.map((score, place) => (place === project ? score + more * pointsOfOne(election) : score)), project),
    atCost: (project, cost) => isFunded({ ...election, projects: election.projects.map((one, place) => (place === project ? { ...one, cost } : one)) }, scores, project),
  };
}

function sharesWhatIf(election: Election, rule: EqualSharesRule): WhatIf {
  const prepared = prepare(election, rule);
  return {
    withVoters(project, voters) {
      const group = { projects: [project], points: hasPoints(election) ? [pointsOfOne(election)] : null, voters };
      const changed = withGroup(prepared, group, rule);
      // The comparison step asks the ballots themselves.
      if (rule.comparison !== 'none') changed.election = { ...changed.election, groups: [...election.groups, group] };
      return outcomeOf(changed, rule).winners.has(project);
    },
    atCost: (project, cost) => outcomeOf(withCost(prepared, project, cost, rule), rule).winners.has(project),
  };
}

/** What a voter gives who gives all to one project: the most that a ballot may give, or else the most that one project was given. */
export function pointsOfOne(election: Election): number {
  if (!hasPoints(election)) return 1;
  return election.maxPoints ?? election.groups.reduce((most, { points }) => Math.max(most, ...(points ?? [])), 1);
}

/**
 * A number at which the answer is yes while it is no at the number before: both were asked. Steps double from the guess until an answer of each kind is found, and halves
 * close in. The rules are not monotone, so it need not be the least number of all: it is a step at which the fate turns. Null when no yes was found up to the limit.
 */
export function turningPoint(isTurned: (number: number) => boolean, limit: number, guess = 1): number | null {
  const first = Math.min(Math.max(1, guess), limit);
  let [no, yes] = [0, 0];
  if (isTurned(first)) {
    yes = first;
    for (let step = 1; no === 0 && yes > 1; step *= 2) {
      const before = Math.max(0, first - step);
      if (before === 0) break;
      if (isTurned(before)) yes = before;
      else no = before;
    }
  } else {
    no = first;
    for (let step = 1; yes === 0; step *= 2) {
      if (no === limit) return null;
      const next = Math.min(limit, first + step);
      if (isTurned(next)) yes = next;
      else no = next;
    }
  }
  while (yes - no > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (isTurned(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
