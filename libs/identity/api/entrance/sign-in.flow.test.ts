import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Strategy } from 'passport';
import { CITIZEN_OF_COOKIE, type CitizenOfCookie } from '@isegoria/identity/contracts';
import { startCity, type TestCity } from '@isegoria/kernel/api';
import { signInAt } from './browser';
import { Citizens } from '../people/citizens.service';
import { IdentityModule } from '../identity.module';
import { Passwords } from '../account/passwords.service';
import { sessionDoor } from '../session/session.door';
import { openSession, signedIn } from '../session/signed-in';
import { Strategies } from './strategies';

const password = 'θάλασσα με άλογα';

/** Another site that people sign in with, as far as passport can tell. */
class StateRegister extends Strategy {
  override name = 'state';
  constructor(private readonly citizenId: () => string) {
    super();
  }

  override authenticate(req: { url?: string }): void {
    if (req.url?.includes('/callback?code=good')) this.success({ id: this.citizenId(), epoch: 0 });
    else if (req.url?.includes('/callback')) this.fail('no');
    else this.redirect('https://register.example/authorise?state=1');
  }
}

describe('the door of the city', () => {
  let here: TestCity;
  let there: TestCity;
  beforeAll(async () => {
    here = await startCity([IdentityModule], { doors: [sessionDoor] });
    there = await startCity([IdentityModule], { doors: [sessionDoor], beside: true });
  }, 60_000);
  afterAll(async () => {
    await there.stop();
    await here.stop();
  });

  const aCitizen = async (email: string) => here.get(Citizens).create({ name: 'Μαρία', email, password: await here.get(Passwords).hash(password) });
  const me = async (city: TestCity, cookie: string) => (await city.graph<{ me: { id: string } | null }>('{ me { id } }', {}, { cookie })).data.me;

  it('lets a citizen in with the right password, in every process, until they sign out', async () => {
    const { id } = await aCitizen('maria@example.org');
    const { status, cookie } = await signInAt(here.url, ' Maria@example.org', password);
    expect(status).toBe(200);
    expect(await me(there, cookie)).toEqual({ id });
    expect((await there.get<CitizenOfCookie>(CITIZEN_OF_COOKIE)(cookie))?.id).toBe(id);
    const out = await fetch(`${there.url}/auth/sign-out`, { method: 'POST', headers: { 'content-type': 'application/json', origin: there.url, cookie }, body: '{}' });
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-session=;/);
    expect(await me(here, cookie)).toBeNull();
  });

  it('gives a session of its own id, so that a prepared one is worth nothing', async () => {
    const attacker = await signedIn(here, { name: 'Επιτιθέμενος' });
    await aCitizen('fixed@example.org');
    const { cookie } = await signInAt(here.url, 'fixed@example.org', password, { cookie: attacker.cookie });
    expect(cookie).not.toBe(attacker.cookie);
    expect(await me(here, attacker.cookie)).toBeNull();
  });

  it('refuses what is not two texts, what is not JSON, and what another site sends', async () => {
    for (const wrong of [{ $ne: '' }, { $gt: '' }, ['x'], 7, null, true]) expect((await signInAt(here.url, wrong, wrong)).status).toBe(400);
    const form = await fetch(`${here.url}/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: here.url }, body: 'email[$ne]=&password[$ne]=' });
    expect(form.status).toBe(415);
    expect((await signInAt(here.url, 'maria@example.org', password, { origin: 'https://elsewhere.example' })).status).toBe(403);
  });

  it('counts wrong passwords at one account over all processes, and says when to come back', async () => {
    await aCitizen('guessed@example.org');
    const tries = await Promise.all(Array.from({ length: 12 }, (_, turn) => signInAt(turn % 2 ? here.url : there.url, 'guessed@example.org', `guess number ${turn}`)));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(8);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(4);
    const { status, said } = await signInAt(there.url, 'GUESSED@example.org ', password);
    expect(status).toBe(429);
    expect(said['retryAfterSeconds']).toBeGreaterThan(0);
  });

  it('says the same of an address that nobody has', async () => {
    const known = await signInAt(here.url, 'maria@example.org', 'not this one, sorry');
    const unknown = await signInAt(here.url, 'nobody@example.org', 'not this one, sorry');
    expect(unknown).toEqual(known);
  });

  it('counts guesses that come as aliases of one request', async () => {
    const { id } = await aCitizen('aliased@example.org');
    const cookie = await openSession(here, id);
    const guesses = Array.from({ length: 12 }, (_, turn) => `g${turn}: changePassword(current: "guess ${turn}", password: "a long enough one") { __typename }`).join(' ');
    const { data } = await here.graph<Record<string, { __typename: string }>>(`mutation { ${guesses} }`, {}, { cookie });
    expect(Object.values(data).filter(({ __typename }) => __typename === 'TooMany')).toHaveLength(4);
  });

  it('ends every other session when the password changes, and all of them when asked', async () => {
    const { id } = await aCitizen('changes@example.org');
    const { cookie } = await signInAt(here.url, 'changes@example.org', password);
    const elsewhere = await openSession(there, id);
    expect(await me(there, elsewhere)).toEqual({ id });
    const answer = await fetch(`${here.url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', origin: here.url, cookie },
      body: JSON.stringify({ query: 'mutation($current: String!) { changePassword(current: $current, password: "νέος κωδικός με νόημα") { __typename } }', variables: { current: password } }),
    });
    expect(await answer.json()).toEqual({ data: { changePassword: { __typename: 'PasswordChanged' } } });
    const renewed = answer.headers.getSetCookie().at(-1)?.split(';')[0] ?? '';
    expect(await me(there, elsewhere)).toBeNull();
    expect(await me(here, cookie)).toBeNull();
    expect(await me(here, renewed)).toEqual({ id });
    await here.graph('mutation { signOutEverywhere { done } }', {}, { cookie: renewed });
    expect(await me(here, renewed)).toBeNull();
  });

  it('sends people to another site and back, where a city has such a way', async () => {
    const { id } = await aCitizen('state@example.org');
    here.get(Strategies).register({ name: 'state', label: { el: 'Μητρώο Πολιτών', en: 'Register of citizens' }, strategy: new StateRegister(() => id) });
    expect((await here.graph<object>('{ signInWays { name label { en } } }')).data).toEqual({ signInWays: [{ name: 'state', label: { en: 'Register of citizens' } }] });
    const visit = (path: string, cookie = '') => fetch(`${here.url}/auth/${path}`, { redirect: 'manual', headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) } });
    const away = await visit('state?next=/proposals/x');
    expect([away.status, away.headers.get('location')]).toEqual([302, 'https://register.example/authorise?state=1']);
    const before = away.headers.getSetCookie().at(-1)?.split(';')[0] ?? '';
    const back = await visit('state/callback?code=good', before);
    expect([back.status, back.headers.get('location')]).toEqual([303, '/proposals/x']);
    expect(await me(here, back.headers.getSetCookie().at(-1)?.split(';')[0] ?? '')).toEqual({ id });
    expect((await visit('state/callback?code=bad', before)).headers.get('location')).toBe('/sign-in?refused=1');
    expect((await visit('nowhere')).status).toBe(404);
    const evil = await visit('state?next=https://evil.example');
    const led = await visit('state/callback?code=good', evil.headers.getSetCookie().at(-1)?.split(';')[0] ?? '');
    expect(led.headers.get('location')).toBe('/');
  });
});
