import { createHmac, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { publicUrl, secretFor } from '@isegoria/kernel/api';

/** Codes of the phone change after so many seconds (RFC 6238). */
const period = 30;
/** A phone's clock may be one code off. */
const slack = 1;

export const recoveryCodes = 10;
/** Without those that people take for one another on paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = [4, 4, 4] as const;

export const newPhoneSecret = (): string => new Secret({ size: 20 }).base32;

/** As phones read it from the sign (`otpauth://`). */
export const addressOf = (secret: string, account: string): string => totpOf(secret, account).toString();

/** The number of the half minute whose code this is, or null. */
export function momentOf(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: slack });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

/** Six digits, as people type them: with spaces, if they like. Null where it is none. */
export function digitsOf(typed: string): string | null {
  const bare = typed.replace(/[\s-]/g, '');
  return /^\d{6}$/.test(bare) ? bare : null;
}

export function newRecoveryCode(): string {
  return groups.map((length) => Array.from({ length }, () => letters[randomInt(letters.length)]).join('')).join('-');
}

/** By what a recovery code is known: of one account, and with the city's secret, so that a copy of the store is not enough to try them all. */
export function recoveryHash(citizenId: string, typed: string): string {
  const bare = typed.toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 100);
  return createHmac('sha256', secretFor('recovery-codes')).update(`${citizenId} ${bare}`).digest('base64url');
}

function totpOf(secret: string, account = ''): TOTP {
  return new TOTP({ issuer: new URL(publicUrl()).hostname, label: account, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });
}
