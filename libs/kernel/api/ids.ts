import { nanoid } from 'nanoid';
import { monotonicFactory } from 'ulid';

const next = monotonicFactory();

/** A record's id: a ULID, so that ids of one process sort by the time they were made. */
export function newId(at?: Date): string {
  return next(at?.getTime());
}

/** An unguessable token of 192 bits, for links in mail and the like. */
export function newSecret(): string {
  return nanoid(32);
}
