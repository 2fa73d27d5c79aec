import { nanoid } from 'nanoid';
import { decodeTime, isValid, monotonicFactory } from 'ulid';

const next = monotonicFactory();

/** A record's id: a ULID, so that ids of one process sort by the time they were made. */
export function newId(at?: Date): string {
  return next(at?.getTime());
}

/** When a record was made, as its ULID says; null for an id of another make, such as a seed's. */
export function madeAt(id: string): Date | null {
  return isValid(id) ? new Date(decodeTime(id)) : null;
}

/** An unguessable token of 192 bits, for links in mail and the like. */
export function newSecret(): string {
  return nanoid(32);
}
