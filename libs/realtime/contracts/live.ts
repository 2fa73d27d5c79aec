import type { Subject } from '@isegoria/kernel/contracts';

/** Where sockets come in, on the platform's own address. */
export const livePath = '/live';

/** One change of one room, small: what happened, and which change of the room it is. */
export interface Delta {
  /** The subject's key. */
  room: string;
  /** Grows by one with each change of the room; a hole means that one was missed. */
  version: number;
  name: string;
  payload: unknown;
}

/** The answer to `watch`: at which version the room stands, and how long it has been quiet. */
export type WatchAnswer = { version: number; quietMs: number } | { refused: WatchRefusal };

/** `unknown`: no such room, or not for you: the answer does not tell which. `too_many`: leave one first. */
export type WatchRefusal = 'unknown' | 'too_many';

/** What the server says. */
export interface ServerSays {
  delta(delta: Delta): void;
}

/** What a page says. */
export interface ClientSays {
  watch(subject: Subject, answer: (answer: WatchAnswer) => void): void;
  unwatch(subject: Subject): void;
}

/** What one socket may do. Beyond it the server refuses or hangs up. */
export const liveLimits = {
  rooms: 100,
  messageBytes: 2_000,
  /** Messages that may come at once, and how many more each second. */
  burst: 150,
  perSecond: 20,
} as const;

/** The subject that a message names, or null where it is none: what comes from a socket may be anything. */
export function readSubject(message: unknown): Subject | null {
  if (typeof message !== 'object' || message === null || !('kind' in message) || !('id' in message)) return null;
  const { kind, id } = message;
  if (typeof kind !== 'string' || typeof id !== 'string') return null;
  return /^[a-z][a-zA-Z-]{0,39}$/.test(kind) && /^[\w.:-]{1,120}$/.test(id) ? { kind, id } : null;
}
