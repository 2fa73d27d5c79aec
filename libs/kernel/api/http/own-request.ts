import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isSameSecret } from '../secret';

const name = 'x-own-request';
const word = randomBytes(24).toString('hex');

/** What this process sends along when it asks itself, as for a widget's card: no caller from outside knows the word, which is drawn at each start. */
export const ownHeaders: Readonly<Record<string, string>> = { [name]: word };

/** Whether this process asks itself. */
export function isOwnRequest({ headers }: FastifyRequest): boolean {
  const said = headers[name];
  return typeof said === 'string' && isSameSecret(said, word);
}
