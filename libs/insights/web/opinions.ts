import { KEYS } from '@isegoria/insights/contracts';
import type { TableRow } from '@isegoria/ui/web';
import { numberOf, textOf } from './rows';

/** What the city thinks of one decision, from the rows that share its number. */
export interface DecisionOpinion {
  ada: string;
  decision: string;
  headline: string;
  path: string;
  people: number;
  acts: number;
  rows: TableRow[];
}

/** The rows of a figure of opinions, a decision at a time, in the order in which they come. A decision is known by its page: a choice has no number. */
export function byDecision(rows: readonly TableRow[]): DecisionOpinion[] {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) groups.set(textOf(row, 'path'), [...(groups.get(textOf(row, 'path')) ?? []), row]);
  return [...groups].map(([path, own]) => {
    const first = own[0] ?? {};
    return { path, rows: own, ada: textOf(first, 'ada'), decision: textOf(first, 'decision'), headline: textOf(first, 'headline'), people: numberOf(first, 'people'), acts: numberOf(first, 'acts') };
  });
}

export const countsOf = (row: TableRow): number[] => KEYS.steps.map((step) => numberOf(row, step));

/** All criteria in one bar. */
export const summedCounts = (rows: readonly TableRow[]): number[] => KEYS.steps.map((step) => rows.reduce((sum, row) => sum + numberOf(row, step), 0));
