import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

const name = 'x-own-request';
const word = randomBytes(24).toString('hex');

/** What this process sends along when it asks itself, as for a widget's card: no caller from outside knows the word, which is drawn at each start. */
export const ownHeaders: Readonly<Record<string, string>> = { [name]: word };

/** Whether this process asks itself. */
export function isOwnRequest({ headers }: FastifyRequest): boolean {
  const said = headers[name];
  return typeof said === 'string' && said.length === word.length && timingSafeEqual(Buffer.from(said, 'latin1'), Buffer.from(word, 'latin1'));
}
