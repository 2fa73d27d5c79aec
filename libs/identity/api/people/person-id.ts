import { createHmac } from 'node:crypto';
import { secretFor } from '@isegoria/kernel/api';

/**
 * The person behind a number of a register (the tax number, the number of an identity card), the same whoever vouches for it:
 * a way to sign in, or an official who sees the papers. The number itself is kept nowhere.
 */
export function personIdOf(register: string, number: string): string {
  const plain = number.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').toLocaleUpperCase('el');
  return `${register}:${createHmac('sha256', secretFor('persons')).update(`${register}|${plain}`).digest('base64url')}`;
}

/** What an account is known by that is connected with another site: made of the site's number of the person, which is kept nowhere. */
export function linkOf(issuer: string, subject: string): string {
  return createHmac('sha256', secretFor('sign-in-links')).update(JSON.stringify([issuer, subject])).digest('base64url');
}
