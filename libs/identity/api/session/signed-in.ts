import { randomBytes } from 'node:crypto';
import type { Citizen } from '@isegoria/identity/contracts';
import type { GraphAnswer, TestCity } from '@isegoria/kernel/api';
import { Citizens, type NewCitizen } from '../people/citizens.service';
import { sessionCookie, sessionSigner } from './session.door';
import { SessionStore } from './session.store';

/** A citizen of a test with an open session. */
export interface SignedIn {
  citizen: Citizen;
  /** The Cookie header of their browser. */
  cookie: string;
  graph<T = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<GraphAnswer<T>>;
}

/** For tests: makes a citizen and signs them in without the form. Their name is hostile unless it is said otherwise. */
export async function signedIn(city: TestCity, wanted: Partial<NewCitizen> = {}): Promise<SignedIn> {
  const citizen = await city.get(Citizens).create({ name: 'Μαρία <script>alert(1)</script> Παπαδοπούλου', ...wanted });
  const cookie = await openSession(city, citizen.id);
  return { citizen, cookie, graph: (query, variables) => city.graph(query, variables, { cookie }) };
}

/** For tests: one more session of a citizen who exists; answers its Cookie header. */
export async function openSession(city: TestCity, citizenId: string): Promise<string> {
  const id = randomBytes(24).toString('base64url');
  const passport = { user: { id: citizenId, epoch: (await city.get(Citizens).standing(citizenId))?.epoch ?? 0 } };
  const prolongedOn = new Date().toISOString().slice(0, 10);
  await city.get(SessionStore).write(id, { cookie: { originalMaxAge: null }, passport, prolongedOn });
  return `${sessionCookie}=${encodeURIComponent(sessionSigner().sign(id))}`;
}
