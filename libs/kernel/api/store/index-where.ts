import type { Schema } from 'mongoose';

/** Every date that is there lies after it: said in a query, it shows the store that an index of dates holds all that is asked for. */
export const anyDate = new Date(0);

const kinds = { text: '', number: 0, date: anyDate };

interface Where {
  field: string;
  /** What the field holds where it is there: a text that is not empty, a number above zero, a date. */
  holds: keyof typeof kinds;
  unique?: boolean;
}

/**
 * An index over those documents alone in which `field` is there. Its condition is an order (`$gt`), not a type (`$type`), for a store takes such an index only where the query
 * proves that nothing else is asked for: from `{ email: 'a@b.gr' }` it concludes that the text is greater than the empty one, and not that it is a text. With `$type` each
 * sign-in would read every account. Its name says the condition, so that it is made beside one that stands on another.
 */
export function indexWhere(schema: Schema, keys: Record<string, 1 | -1>, { field, holds, unique = false }: Where): void {
  const name = `${Object.entries(keys).flat().join('_')}_where_${field}`;
  schema.index(keys, { name, partialFilterExpression: { [field]: { $gt: kinds[holds] } }, ...(unique && { unique }) });
}
