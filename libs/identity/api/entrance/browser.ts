import { sessionCookie } from '../session/session.door';

/** What a browser got for a try to sign in. */
export interface Tried {
  status: number;
  said: Record<string, unknown>;
  /** The Cookie header for what comes next; empty where no session began. */
  cookie: string;
}

/** For tests: signs in through the door, as the page does. */
export async function signInAt(url: string, email: unknown, password: unknown, headers: Record<string, string> = {}): Promise<Tried> {
  return knockAt(url, 'sign-in', { email, password }, headers);
}

/** For tests: any of the doors beside it. */
export async function knockAt(url: string, door: string, body: object, headers: Record<string, string> = {}): Promise<Tried> {
  const answer = await fetch(`${url}/auth/${door}`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url, ...headers }, body: JSON.stringify(body) });
  // Of two (the browser's old one is taken back first), the last holds.
  const set = answer.headers.getSetCookie().findLast((cookie) => cookie.startsWith(`${sessionCookie}=`)) ?? '';
  const said: unknown = await answer.json().catch(() => ({}));
  return { status: answer.status, said: said as Record<string, unknown>, cookie: set.split(';')[0] ?? '' };
}
