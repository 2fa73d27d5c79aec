import { Signer } from '@fastify/cookie';
import session from '@fastify/session';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { secretFor } from '@isegoria/kernel/api';
import { sessionDays, SessionStore } from './session.store';

/** The browser sends a `__Host-` cookie only to the host that set it, over a secure connection (or localhost). */
export const sessionCookie = '__Host-session';

/** What is written into the cookie: the session's id with its mark, so that guessed ids never reach the store. */
export function sessionSigner() {
  return new Signer(secretFor('session').toString('base64url'), 'sha256');
}

/** Server sessions for every request. A visitor gets none: a session begins with a sign-in. */
export async function sessionDoor(app: NestFastifyApplication): Promise<void> {
  await app.register(session, {
    secret: sessionSigner(),
    store: app.get<SessionStore>(SessionStore, { strict: false }),
    cookieName: sessionCookie,
    cookie: { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: sessionDays * 24 * 3600 * 1000 },
    saveUninitialized: false,
    rolling: false,
  });
}
