import { BadRequestException } from '@nestjs/common';
import type { Model } from 'mongoose';
import type { Page } from '@isegoria/kernel/contracts';
import { foundBy } from './finding';

/** A list's order: fields and directions, the last field unique (usually `_id`), and an index that says the same. */
export type Sort = [field: string, direction: 1 | -1][];

/** What to read: the store's filter, words that all must hold, the order, how many, and the cursor of the page before. */
export interface PageRequest {
  filter: Record<string, unknown>;
  words?: string | null;
  sort: Sort;
  first?: number | null;
  after?: string | null;
  /** Counts, or knows how many there were a moment ago. */
  total?: (count: () => Promise<number>) => number | Promise<number>;
}

/** Pages hold 1 to 100 items, 20 when not said. */
export function pageSize(first: number | null | undefined): number {
  return Math.min(Math.max(Math.trunc(first ?? 20), 1), 100);
}

/**
 * Reads one page by its keys, not by skipping, so that the hundredth page costs what the first one does. `total` counts the
 * filter, from the index, only on the first page (later pages answer -1): a reader of page two has seen it already.
 */
export async function pageOf<T extends { _id: unknown }>(model: Model<T>, { filter, words, sort, first, after, total = (count) => count() }: PageRequest): Promise<Page<T>> {
  const size = pageSize(first);
  const start = after ? readCursor(after, sort) : null;
  const [found, all] = await Promise.all([
    read(model, { filter, words, sort, start, most: size + 1 }),
    start ? -1 : total(() => count(model, filter, words)),
  ]);
  const items = found.slice(0, size);
  const last = items.at(-1);
  return { items, total: all, next: found.length > size && last ? cursor(last, sort) : null };
}

interface Reading extends Pick<PageRequest, 'filter' | 'words' | 'sort'> {
  start: unknown[] | null;
  most: number;
}

/** Words are looked for in stages. Where there are none, one plain question costs the embedded store less. */
function read<T>(model: Model<T>, { filter, words, sort, start, most }: Reading): Promise<T[]> {
  const order = Object.fromEntries(sort);
  const rest = start ? [beyond(sort, start)] : [];
  if (!words) return model.find(start ? { $and: [filter, ...rest] } : filter).sort(order).limit(most).lean<T[]>().exec();
  return foundBy(words, filter, (stages) => model.aggregate<T>([...stages, ...rest.map(($match) => ({ $match })), { $sort: order }, { $limit: most }]).exec());
}

async function count<T>(model: Model<T>, filter: Record<string, unknown>, words?: string | null): Promise<number> {
  if (!words) return model.countDocuments(filter).exec();
  const [found] = await foundBy(words, filter, async (stages) => {
    const counts = await model.aggregate<{ total: number }>([...stages, { $count: 'total' }]).exec();
    // Of nothing MongoDB says nothing, and the embedded store nought.
    return counts.filter(({ total }) => total > 0);
  });
  return found?.total ?? 0;
}

/** The cursor of an item: the values of the order's fields, opaque to the reader. */
export function cursor(item: object, sort: Sort): string {
  const values = sort.map(([field]) => mark(field.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], item)));
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** A cursor that nobody here made. Shown to the reader as a page that does not exist, never sent to the store. */
export class BadCursor extends BadRequestException {
  constructor() {
    super('This page of the list does not exist.');
  }
}

function readCursor(text: string, sort: Sort): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(values) && values.length === sort.length) return values.map(unmark);
  } catch {
    // falls through: the cursor is not ours
  }
  throw new BadCursor();
}

// Dates travel as {d: ms}; all else must be a scalar, so that no operator can ride in on a cursor.
function mark(value: unknown): unknown {
  return value instanceof Date ? { d: value.getTime() } : (value ?? null);
}

function unmark(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'object' && 'd' in value && typeof value.d === 'number') return new Date(value.d);
  throw new BadCursor();
}

function beyond(sort: Sort, start: unknown[]): Record<string, unknown> {
  return {
    $or: sort.map(([field, direction], at) => ({
      ...Object.fromEntries(sort.slice(0, at).map(([before], index) => [before, start[index]])),
      [field]: { [direction === 1 ? '$gt' : '$lt']: start[at] },
    })),
  };
}
