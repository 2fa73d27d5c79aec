import type { Citizen } from './citizen';

/** Under this token identity offers to say who a raw Cookie header belongs to, for doors that are no HTTP request (sockets). */
export const CITIZEN_OF_COOKIE = Symbol.for('isegoria:citizen-of-cookie');

export type CitizenOfCookie = (cookieHeader: string | undefined) => Promise<Citizen | null>;

/**
 * Why another site did not let somebody in: they said no there, it is too long ago or was used already, the site does not know them well enough, it does not answer, a clock is wrong, or what it
 * says is not to be believed.
 */
export const refusedReasons = ['denied', 'expired', 'level', 'down', 'clock', 'untrusted'] as const;

/** What came of connecting an account with another site that let somebody in: it leads here now, or into another account already, it vouches for persons and is never connected, or the way is no more. */
export const connectOutcomes = ['connected', 'taken', 'other', 'gone'] as const;
