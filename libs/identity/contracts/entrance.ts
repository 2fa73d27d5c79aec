import type { Citizen } from './citizen';

/** Under this token identity offers to say who a raw Cookie header belongs to, for doors that are no HTTP request (sockets). */
export const CITIZEN_OF_COOKIE = Symbol.for('isegoria:citizen-of-cookie');

export type CitizenOfCookie = (cookieHeader: string | undefined) => Promise<Citizen | null>;
