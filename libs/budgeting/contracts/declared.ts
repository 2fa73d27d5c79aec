import type { Localized } from '@isegoria/kernel/contracts';
import { type Rule, ruleNamed, type RuleWishes, type TieKey } from './rule';

/** The part of a budget that everybody votes on; the others are districts. */
export const CITY = 'city';
/** The phase of a process in which its budget is voted on, and the kind of such a process. */
export const VOTING_PHASE = 'voting';
export const BUDGETS_KIND = 'budgets';
/** The one question on a budget's ballot: its options are projects. */
export const QUESTION = 'projects';

/** A rule as it is declared and kept: its name, and each choice that changes winners. */
export interface DeclaredRule {
  name: string;
  utility: RuleWishes['utility'] | null;
  completion: RuleWishes['completion'] | null;
  stop: RuleWishes['stop'] | null;
  comparison: RuleWishes['comparison'] | null;
  ties: readonly Exclude<TieKey, readonly string[]>[];
  threshold: number | null;
  step: number | null;
}

/** What was declared, as the count takes it. */
export function ruleOf({ name, utility, completion, stop, comparison, ties, threshold, step }: DeclaredRule): Rule {
  const wishes: RuleWishes = { ties, ...given({ utility, completion, stop, comparison, threshold, step }) };
  const rule = ruleNamed(name, wishes);
  if (!rule) throw new Error(`no rule is called ${name}`);
  return rule;
}

/** Declares a rule in full: what its name leaves open is said too. */
export function declaredRule(name: string, wishes: RuleWishes): DeclaredRule {
  const rule = ruleNamed(name, wishes);
  if (!rule) throw new Error(`no rule is called ${name}`);
  const ties = rule.ties.filter((key) => typeof key === 'string');
  if (rule.method === 'greedy') return { name, utility: rule.per === 'cost' ? 'cardinality' : 'cost', completion: null, stop: null, comparison: null, ties, threshold: rule.threshold, step: null };
  const { utility, completion, stop, comparison, step } = rule;
  return { name, utility, completion, stop, comparison, ties, threshold: null, step };
}

/** The ballot of an area. One subject of its own, so that its room, its tally and its receipt are its own. */
export const ballotIdOf = (budgetId: string, areaId: string): string => `budget:${areaKey(budgetId, areaId)}`;
export const areaKey = (budgetId: string, areaId: string): string => `${budgetId}.${areaId}`;

/** The budget and area that a subject's id names; without an area it is the budget itself. */
export function areaOfKey(key: string): { budgetId: string; areaId: string | null } {
  const dot = key.indexOf('.');
  return dot < 0 ? { budgetId: key, areaId: null } : { budgetId: key.slice(0, dot), areaId: key.slice(dot + 1) };
}

export const cityName: Localized = { el: 'Όλη η πόλη', en: 'The whole city' };

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> };

function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)) as Given<T>;
}
