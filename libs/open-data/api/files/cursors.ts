import { BadRequestException } from '@nestjs/common';
import type { RowPlace } from '@isegoria/kernel/api';

/** A place in a dataset as the reader carries it: opaque, and of no use in another dataset. */
export function cursorOf(dataset: string, { id, row }: RowPlace): string {
  return Buffer.from(JSON.stringify([dataset, id, row])).toString('base64url');
}

/** Reads a cursor back. It holds a text and a number and nothing else, so that no operator of the store can ride in on it. */
export function placeFrom(dataset: string, cursor: string | undefined): RowPlace | null {
  if (cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor.slice(0, 1000), 'base64url').toString());
    if (Array.isArray(values) && values.length === 3) {
      const [name, id, row] = values as unknown[];
      if (name === dataset && typeof id === 'string' && Number.isInteger(row) && Number(row) >= 0) return { id, row: Number(row) };
    }
  } catch {
    // falls through: the cursor is not ours
  }
  throw new BadRequestException('This cursor is not one of this dataset. Begin again without it, or follow the link that the last page named.');
}
