import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Citizens, IdentityModule, Leavers, personIdOf, sessionDoor } from '@isegoria/identity/api';
import { Events, eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import { TaxisnetModule } from './taxisnet.module';

const aFreePort = () => new Promise<number>((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => done(typeof address === 'object' && address ? address.port : 0));
  });
});

/** A browser that follows links by hand, and keeps its cookie. */
class Browser {
  cookie = '';
  constructor(private readonly city: TestCity) {}

  async open(path: string): Promise<{ status: number; to: string; text: string }> {
    const answer = await fetch(new URL(path, this.city.url), { redirect: 'manual', headers: { accept: 'text/html', ...(this.cookie ? { cookie: this.cookie } : {}) } });
    this.keep(answer);
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
  }

  async graph<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const answer = await fetch(`${this.city.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', origin: this.city.url, cookie: this.cookie }, body: JSON.stringify({ query, variables }) });
    this.keep(answer);
    return ((await answer.json()) as { data: T }).data;
  }

  /** To the authority, as one of its people, and back; answers where that ends. */
  async comeAs(afm: string, next = '/'): Promise<string> {
    const { to: authority } = await this.open(`/auth/taxisnet?next=${encodeURIComponent(next)}`);
    const { to: back } = await this.open(authority.replace('/oauth/authorize?', `/oauth/authorize/as/${afm}?`));
    return (await this.open(back)).to;
  }

  private keep(answer: Response): void {
    const set = answer.headers.getSetCookie().at(-1)?.split(';')[0];
    if (set) this.cookie = set;
  }
}

const join = 'mutation ($input: JoinInput!) { join(input: $input) { __typename ... on Joined { citizenId letterSent } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }';
type Joined = { join: { __typename: string; citizenId?: string; letterSent?: boolean; problems?: { field: string; code: string }[]; reason?: string } };
const input = (more: object = {}) => ({ name: 'Μαρία Γεωργίου', email: '', districtId: null, locale: 'el', agrees: true, ...more });
const me = '{ me { id name confirmed birthYear birthYearBy email hasPassword } }';

describe('who comes by Taxisnet', () => {
  let city: TestCity;
  beforeAll(async () => {
    const port = await aFreePort();
    Object.assign(process.env, { TAXISNET: 'demo', PUBLIC_URL: `http://127.0.0.1:${port}` });
    city = await startCity([IdentityModule, TaxisnetModule], { doors: [sessionDoor], port });
  }, 60_000);
  afterAll(async () => {
    await city.stop();
    for (const name of ['TAXISNET', 'PUBLIC_URL']) Reflect.deleteProperty(process.env, name);
  });

  it('is asked what an account needs, has one then, and finds it again', async () => {
    const maria = new Browser(city);
    expect(await maria.comeAs('000000012', '/proposals/new')).toBe('/welcome?next=%2Fproposals%2Fnew');
    expect(await maria.graph('{ me { id } newcomer { name way { en } } }')).toEqual({ me: null, newcomer: { name: 'Μαρια Γεωργιου', way: { en: 'Taxisnet codes (made up)' } } });
    const missing = await maria.graph<Joined>(join, { input: input({ agrees: false, email: 'no address' }) });
    expect(missing.join.problems?.map(({ field }) => field)).toEqual(['email', 'agrees']);
    const { join: joined } = await maria.graph<Joined>(join, { input: input() });
    expect(joined).toMatchObject({ __typename: 'Joined', letterSent: false });
    expect(await maria.graph(me)).toEqual({ me: { id: joined.citizenId, name: 'Μαρία Γεωργίου', confirmed: true, birthYear: 1954, birthYearBy: 'verified', email: null, hasPassword: false } });
    expect((await city.get(Citizens).find(joined.citizenId ?? ''))?.personId).toBe(personIdOf('afm', '000000012'));

    const elsewhere = new Browser(city);
    expect(await elsewhere.comeAs('000000012', '/account')).toBe('/account');
    expect((await elsewhere.graph<{ me: { id: string } }>(me)).me.id).toBe(joined.citizenId);
  });

  it('is one account, however often they press and in however many tabs', async () => {
    const tabs = [new Browser(city), new Browser(city)];
    for (const tab of tabs) await tab.comeAs('000000024');
    const answers = await Promise.all(tabs.flatMap((tab) => [tab, tab, tab]).map((tab) => tab.graph<Joined>(join, { input: input({ name: 'Νίκος' }) })));
    expect(new Set(answers.map(({ join: { citizenId } }) => citizenId)).size).toBe(1);
  });

  it('gives an address if they like, and it is theirs when its link is pressed', async () => {
    const eleni = new Browser(city);
    await eleni.comeAs('000000036');
    const letters: { name: string; path: string }[] = [];
    city.get(Events).on('citizen.letter', 'the test', ({ name, path }) => void letters.push({ name, path }));
    expect((await eleni.graph<Joined>(join, { input: input({ name: 'Ελένη', email: 'Eleni@example.org' }) })).join).toMatchObject({ letterSent: true });
    const { path } = await eventually('the letter', () => letters.find(({ name }) => name === 'email_new'));
    const token = new URL(path, city.url).searchParams.get('token');
    expect(await eleni.graph('mutation ($token: String!) { confirmNewEmail(token: $token) { __typename } }', { token })).toEqual({ confirmNewEmail: { __typename: 'EmailChanged' } });
    expect((await eleni.graph<{ me: { email: string } }>(me)).me.email).toBe('eleni@example.org');
    // Another one, with no password to be asked for.
    const change = 'mutation { changeEmail(email: "other@example.org", password: "") { __typename } }';
    expect(await eleni.graph(change)).toEqual({ changeEmail: { __typename: 'LetterSent' } });
  });

  it('is led by it on signing out, so that the next one at this computer does not find it open', async () => {
    const arben = new Browser(city);
    await arben.comeAs('000000048');
    await arben.graph<Joined>(join, { input: input({ name: 'Arben' }) });
    const out = await fetch(`${city.url}/auth/sign-out`, { method: 'POST', headers: { 'content-type': 'application/json', origin: city.url, cookie: arben.cookie }, body: '{}' });
    const { by } = (await out.json()) as { by: string };
    expect(by).toBe(`${city.url}/demo-taxisnet/logout/isegoria/?url=${encodeURIComponent(city.url)}`);
    expect((await arben.open(by)).to).toBe('/');
    expect(await arben.graph('{ me { id } }')).toEqual({ me: null });
  });

  it('comes back as a new account after leaving', async () => {
    const arben = new Browser(city);
    expect(await arben.comeAs('000000048')).toBe('/');
    const { me: before } = await arben.graph<{ me: { id: string } }>(me);
    expect(await arben.graph('mutation { deleteAccount(password: "") { __typename } }')).toEqual({ deleteAccount: { __typename: 'AccountDeleted' } });
    const again = new Browser(city);
    expect(await again.comeAs('000000048')).toBe('/welcome?next=%2F');
    const { join: joined } = await again.graph<Joined>(join, { input: input({ name: 'Arben' }) });
    expect(joined.citizenId).not.toBe(before.id);
    await city.get(Leavers).seeOff(new Date(Date.now() + 3_600_000));
    expect((await again.graph<{ me: { id: string } }>(me)).me.id).toBe(joined.citizenId);
  });

  it('is nobody who says no, brings a foreign state, or uses a code twice', async () => {
    const stranger = new Browser(city);
    const { to: authority } = await stranger.open('/auth/taxisnet?next=/');
    const asked = new URL(authority);
    expect(asked.searchParams.get('scope')).toBe('read');
    expect((await stranger.open('/auth/taxisnet/callback?error=access_denied')).to).toBe('/sign-in?refused=1');
    const { to: back } = await stranger.open(authority.replace('/oauth/authorize?', '/oauth/authorize/as/000000012?'));
    // Somebody leads a victim back with a code of their own.
    const victim = new Browser(city);
    expect((await victim.open(back)).to).toBe('/sign-in?refused=1');
    expect(await victim.graph('{ me { id } }')).toEqual({ me: null });
    // A code and its state are used once.
    expect((await stranger.open(back)).to).toBe('/');
    expect((await stranger.open(back)).to).toBe('/sign-in?refused=1');
    // The authority leads nowhere but to this city.
    const evil = authority.replace(encodeURIComponent(`${city.url}/auth/taxisnet/callback`), encodeURIComponent('https://evil.example/'));
    expect(evil).not.toBe(authority);
    expect((await stranger.open(evil)).status).toBe(400);
    expect((await new Browser(city).graph<Joined>(join, { input: input() })).join).toEqual({ __typename: 'NotAllowed', reason: 'late' });
  });
});
