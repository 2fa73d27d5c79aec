import { BadRequestException } from '@nestjs/common';
import type { Model } from 'mongoose';
import type { Page } from '@isegoria/kernel/contracts';

/** A list's order: fields and directions, the last field unique (usually `_id`), and an index that says the same. */
export type Sort = [field: string, direction: 1 | -1][];

/** What to read: the store's filter, the order, how many, and the cursor of the page before. */
export interface PageRequest {
  filter: Record<string, unknown>;
  sort: Sort;
  first?: number | null;
  after?: string | null;
}

/** Pages hold 1 to 100 items, 20 when not said. */
export function pageSize(first: number | null | undefined): number {
  return Math.min(Math.max(Math.trunc(first ?? 20), 1), 100);
}

/**
 * Reads one page by its keys, not by skipping, so that the hundredth page costs what the first one does. `total` counts the
 * filter, from the index, only on the first page (later pages answer -1): a reader of page two has seen it already.
 */
export async function pageOf<T extends { _id: unknown }>(model: Model<T>, { filter, sort, first, after }: PageRequest): Promise<Page<T>> {
  const size = pageSize(first);
  const start = after ? readCursor(after, sort) : null;
  const where = start ? { $and: [filter, beyond(sort, start)] } : filter;
  const [found, total] = await Promise.all([
    model.find(where).sort(Object.fromEntries(sort)).limit(size + 1).lean<T[]>().exec(),
    start ? Promise.resolve(-1) : model.countDocuments(filter).exec(),
  ]);
  const items = found.slice(0, size);
  const last = items.at(-1);
  return { items, total, next: found.length > size && last ? cursor(last, sort) : null };
}

/** The cursor of an item: the values of the order's fields, opaque to the reader. */
export function cursor(item: object, sort: Sort): string {
  const values = sort.map(([field]) => mark(field.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], item)));
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** A cursor that nobody here made. Shown to the reader as a page that does not exist, never sent to the store. */
export class BadCursor extends BadRequestException {}

function readCursor(text: string, sort: Sort): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(values) && values.length === sort.length) return values.map(unmark);
  } catch {
    // falls through: the cursor is not ours
  }
  throw new BadCursor('This page of the list does not exist.');
}

// Dates travel as {d: ms}; all else must be a scalar, so that no operator can ride in on a cursor.
function mark(value: unknown): unknown {
  return value instanceof Date ? { d: value.getTime() } : (value ?? null);
}

function unmark(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'object' && 'd' in value && typeof value.d === 'number') return new Date(value.d);
  throw new BadCursor('This page of the list does not exist.');
}

function beyond(sort: Sort, start: unknown[]): Record<string, unknown> {
  return {
    $or: sort.map(([field, direction], at) => ({
      ...Object.fromEntries(sort.slice(0, at).map(([before], index) => [before, start[index]])),
      [field]: { [direction === 1 ? '$gt' : '$lt']: start[at] },
    })),
  };
}
