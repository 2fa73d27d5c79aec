import type { TableRow } from '@isegoria/ui/web';
import type { Field, Sample } from './documents';

const most = 12;
const longest = 60;

export const isNumeric = ({ type }: Field): boolean => type === 'number' || type === 'integer';

/** What people can add up: numbers, but no places on the map, no parts of a row's key such as a round, and only where some row has one. */
export function figuresOf(fields: readonly Field[], { rows }: Sample): Field[] {
  return fields.filter((field, at) => isNumeric(field) && !field.isKey && !['lat', 'lng'].includes(field.name) && rows.some((cells) => typeof cells[at]?.number === 'number'));
}

/** What rows can be told apart by: short texts, of which some row has one. Moments and addresses are none. */
export function labelsOf(fields: readonly Field[], { rows }: Sample): Field[] {
  return fields.filter((field, at) => field.type === 'string' && rows.some((cells) => cells[at]?.text) && rows.every((cells) => (cells[at]?.text?.length ?? 0) <= longest * 3));
}

/** A column added up for each value of another one: the largest first. */
export function chartRows(fields: readonly Field[], { rows }: Sample, { figure, by, none }: { figure: string; by: string; none: string }): TableRow[] {
  const [figureAt, byAt] = [fields.findIndex(({ name }) => name === figure), fields.findIndex(({ name }) => name === by)];
  const sums = new Map<string, number>();
  for (const cells of rows) {
    const value = cells[figureAt]?.number;
    if (typeof value !== 'number') continue;
    const text = cells[byAt]?.text ?? '';
    const label = text === '' ? none : text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
    sums.set(label, (sums.get(label) ?? 0) + value);
  }
  return [...sums].sort(([, a], [, b]) => b - a).slice(0, most).map(([label, value]) => ({ label, value }));
}
