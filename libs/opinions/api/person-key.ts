import { createHmac } from 'node:crypto';
import { secretFor } from '@isegoria/kernel/api';

let secret: Buffer | null = null;

/** The name of a person under one subject: another one under every other. Without the city's secret nobody can tell who answered what. */
export function personKey(personId: string, subject: string): string {
  return createHmac('sha256', (secret ??= secretFor('opinions'))).update(`${personId}|${subject}`).digest('base64url').slice(0, 27);
}
