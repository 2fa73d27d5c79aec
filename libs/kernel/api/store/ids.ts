import { randomFillSync } from 'node:crypto';
import { nanoid } from 'nanoid';
import { decodeTime, isValid, monotonicFactory } from 'ulid';

const drawn = new Uint32Array(1024);
let left = 0;

/** In [0, 1), from the system's source, a thousand at a draw: the library's own draw is a call of the system for each letter of an id. */
function random(): number {
  if (left === 0) left = randomFillSync(drawn).length;
  left -= 1;
  return (drawn[left] ?? 0) / 2 ** 32;
}

const next = monotonicFactory(random);

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
