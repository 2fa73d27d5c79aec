import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Citizens, IdentityModule, personIdOf, sessionDoor, signedIn } from '@isegoria/identity/api';
import { Clock, eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import { aFreePort, aKey, aProvider, type AProvider, claimsOf, clientSecret, HandBrowser, signed } from './a-provider.builders';
import { OpenIdModule } from './openid.module';

/** As far as these tests look into the store. */
interface Account {
  _id: string;
  name: string;
  roles: string[];
  ways: object[];
  password: string;
}

const people: Record<string, Record<string, unknown>> = {
  vlachou: { name: 'Κατερίνα Βλάχου', email: 'vlachou@dimos.example', email_verified: true, groups: ['g-technical'] },
  manou: { name: 'Λένα Μάνου', groups: [] },
  rigas: { name: 'Στέλιος Ρήγας', groups: ['g-clerk'] },
  delis: { name: 'Κώστας Δελής', email: 'delis@example.org', email_verified: true, groups: ['g-clerk'] },
  unproven: { name: 'Κάποιος', email: 'delis@example.org', email_verified: false, groups: [] },
  garcia: { name: 'María García', number: 'ES/GR/12345678Z', sure: 'high', birthdate: '1988-02-29' },
  loose: { name: 'Low Level', number: 'ES/GR/1', sure: 'low' },
};

const join = 'mutation ($input: JoinInput!) { join(input: $input) { __typename ... on Joined { citizenId } ... on NotAllowed { reason } } }';
const input = (more: object = {}) => ({ input: { name: 'Κατερίνα Βλάχου', email: '', districtId: null, locale: 'el', agrees: true, ...more } });
const meQuery = '{ me { id roles departmentId confirmed hasPassword } }';
type Me = { me: { id: string; roles: string[]; departmentId: string | null; confirmed: boolean } | null };
const change = 'mutation ($name: String!, $password: String!) { connectWay(name: $name, password: $password) { __typename ... on WayOpened { path } ... on NotAllowed { reason } ... on NotFound { reason } } }';
const disconnect = 'mutation ($name: String!, $password: String!) { disconnectWay(name: $name, password: $password) { __typename ... on NotAllowed { reason } ... on NotFound { reason } } }';

describe('whoever comes by an OpenID Connect provider', () => {
  let city: TestCity;
  let provider: AProvider;
  beforeAll(async () => {
    const [port, at] = [await aFreePort(), await aFreePort()];
    const home = `http://127.0.0.1:${port}`;
    provider = await aProvider(people, { port: at, callbacks: ['staff', 'eid'].map((way) => `${home}/auth/${way}/callback`), home: `${home}/`, backChannel: `${home}/auth/staff/back-channel` });
    const common = { issuer: provider.issuer, clientId: 'city', clientSecret, scope: 'openid profile email groups' };
    const providers = [
      { ...common, id: 'staff', label: { el: 'λογαριασμό του δήμου', en: 'the municipality’s account' }, for: 'staff', roles: { claim: 'groups', map: { 'g-technical': 'official:technical', 'g-clerk': 'clerk', 'g-admin': 'administrator' } } },
      { ...common, id: 'eid', label: { el: 'ευρωπαϊκή ταυτότητα', en: 'a European eID' }, for: 'citizens', vouches: { claim: 'number', register: 'eidas', level: { claim: 'sure', values: ['high'] } } },
    ];
    Object.assign(process.env, { OPENID: 'on', OPENID_PROVIDERS: JSON.stringify(providers), PUBLIC_URL: home });
    city = await startCity([IdentityModule, OpenIdModule], { doors: [sessionDoor], port });
    await signedIn(city, { name: 'Χριστίνα', roles: ['administrator'] });
  }, 60_000);
  afterEach(() => void Object.assign(provider.state, { twist: null, published: null }));
  afterAll(async () => {
    await city.stop();
    await provider.close();
    for (const name of ['OPENID', 'OPENID_PROVIDERS', 'PUBLIC_URL']) Reflect.deleteProperty(process.env, name);
  });

  const arrive = async (as: string, begin = '/auth/staff') => {
    const browser = new HandBrowser(city);
    return { browser, at: await browser.comeAs(as, begin) };
  };
  const joined = async (as: string) => {
    const { browser, at } = await arrive(as);
    if (at.startsWith('/welcome')) await browser.graph(join, input({ name: people[as]?.['name'] }));
    return browser;
  };

  it('is asked what an account needs, has the roles of the directory then, and finds the account again', async () => {
    const { browser, at } = await arrive('vlachou', '/auth/staff?next=%2Fproposals%2Fnew');
    expect(at).toBe('/welcome?next=%2Fproposals%2Fnew');
    expect(await browser.graph('{ newcomer { name email hasAccount isPerson way { en } } }')).toEqual({ newcomer: { name: 'Κατερίνα Βλάχου', email: 'vlachou@dimos.example', hasAccount: false, isPerson: false, way: { en: 'the municipality’s account' } } });
    const answers = await Promise.all([1, 2, 3].map(() => browser.copy().graph<{ join: { citizenId: string } }>(join, input())));
    expect(new Set(answers.map(({ join: { citizenId } }) => citizenId)).size).toBe(1);
    const again = await arrive('vlachou', '/auth/staff?next=%2Faccount');
    expect(again.at).toBe('/account');
    const { me } = await again.browser.graph<Me>(meQuery);
    expect(me).toEqual({ id: answers[0]?.join.citizenId, roles: ['citizen', 'official'], departmentId: 'technical', confirmed: true, hasPassword: false });
    // Nobody of the city's registers says that it is one person: what the directory knows is an account.
    expect((await city.get(Citizens).find(me?.id ?? ''))?.personId).toBe(`person:${me?.id ?? ''}`);
  });

  it('loses at the next sign-in what the directory no longer says, and keeps what an administrator gave; each change is on record', async () => {
    const admin = await signedIn(city, { name: 'Διαχειρίστρια', roles: ['administrator'] });
    const browser = await joined('rigas');
    const { me } = await browser.graph<Me>(meQuery);
    expect(me?.roles).toEqual(['citizen', 'clerk']);
    await admin.graph('mutation ($id: ID!) { setRoles(citizenId: $id, roles: ["clerk", "moderator"]) { __typename } }', { id: me?.id });
    Object.assign(people['rigas'] ?? {}, { groups: ['g-technical', 'unknown'] });
    expect((await (await arrive('rigas')).browser.graph<Me>(meQuery)).me).toMatchObject({ roles: ['citizen', 'moderator', 'official'], departmentId: 'technical' });
    Object.assign(people['rigas'] ?? {}, { groups: undefined });
    expect((await (await arrive('rigas')).browser.graph<Me>(meQuery)).me).toMatchObject({ roles: ['citizen', 'moderator'], departmentId: null });
    // Once more, and nothing is written.
    await arrive('rigas');
    const { data } = await admin.graph<{ roleChanges: { citizenName: string; byName: string; byWay: { en: string } | null; after: string[] }[] }>('{ roleChanges { citizenName byName byWay { en } after } }');
    const directory = { en: 'the municipality’s account' };
    expect(data.roleChanges.filter(({ citizenName }) => citizenName === 'Στέλιος Ρήγας').map(({ byName, byWay, after }) => [byName, byWay, after.slice(1)])).toEqual([
      ['', directory, ['moderator']],
      ['', directory, ['moderator', 'official']],
      ['Διαχειρίστρια', null, ['moderator', 'clerk']],
      ['', directory, ['clerk']],
    ]);
  });

  it('is not let into an account that has the same address: they sign in to it and connect the two', async () => {
    const delis = await signedIn(city, { name: 'Κώστας Δελής', email: 'delis@example.org', roles: ['moderator'] });
    const stranger = await arrive('delis');
    expect(stranger.at).toBe('/welcome?next=%2F');
    expect(await stranger.browser.graph('{ me { id } newcomer { hasAccount email } }')).toEqual({ me: null, newcomer: { hasAccount: true, email: 'delis@example.org' } });
    // Of an address that the provider does not vouch for nothing is told.
    const unproven = await arrive('unproven');
    expect(await unproven.browser.graph('{ newcomer { hasAccount email } }')).toEqual({ newcomer: { hasAccount: false, email: null } });
    expect((await city.get(Citizens).find(delis.citizen.id))?.roles).toEqual(['citizen', 'moderator']);
  });

  it('is one person by two ways where the number is the same, and no one where the site is not sure enough', async () => {
    const known = await city.get(Citizens).create({ name: 'María', personId: personIdOf('eidas', 'es-gr-12345678z') });
    const { browser, at } = await arrive('garcia', '/auth/eid?next=%2Faccount');
    expect(at).toBe('/account');
    expect(await browser.graph('{ me { id birthYear birthYearBy } }')).toEqual({ me: { id: known.id, birthYear: 1988, birthYearBy: 'verified' } });
    expect((await arrive('loose', '/auth/eid')).at).toBe('/sign-in?refused=level');
    expect((await arrive('manou', '/auth/eid')).at).toBe('/sign-in?refused=level');
  });

  it('is led by the provider on signing out, which ends its session too', async () => {
    const browser = await joined('manou');
    const by = await browser.signOut();
    expect(by).toContain(`${provider.issuer}/session/end?`);
    const shown = await browser.open(by ?? '');
    expect(shown.status).toBe(200);
    expect(new URL(by ?? '').searchParams.get('post_logout_redirect_uri')).toBe(`${city.url}/`);
    expect(await browser.graph(meQuery)).toEqual({ me: null });
  });

  it('is signed out here on every device when the directory says that their session ended, and only then', async () => {
    const [desk, phone] = [await joined('manou'), await joined('manou')];
    const now = Math.floor(Date.now() / 1000);
    const word = { iss: provider.issuer, aud: 'city', sub: 'manou', iat: now, exp: now + 120, jti: 'one', events: { 'http://schemas.openid.net/event/backchannel-logout': {} } };
    const tell = async (token: string) => (await new HandBrowser(city).open('/auth/staff/back-channel', { logout_token: token })).status;
    const foreign = await aKey('first');
    for (const wrong of [
      await signed(word, foreign),
      await signed({ ...word, aud: 'another city' }, provider.key),
      await signed({ ...word, iss: 'https://evil.example' }, provider.key),
      await signed({ ...word, nonce: 'as an id_token has' }, provider.key),
      await signed({ ...word, events: {} }, provider.key),
      await signed({ ...word, iat: now - 3600 }, provider.key),
      'nothing',
    ]) expect(await tell(wrong)).toBe(400);
    expect((await phone.graph<Me>(meQuery)).me).not.toBeNull();
    expect(await tell(await signed({ ...word, sub: 'nobody here' }, provider.key))).toBe(200);
    expect(await tell(await signed(word, provider.key))).toBe(200);
    for (const browser of [desk, phone]) expect(await browser.graph(meQuery)).toEqual({ me: null });
  });

  describe('connects it with the account that they have', () => {
    it('by its password; once; takes it off again with what it gave', async () => {
      const browser = new HandBrowser(city);
      const known = await signedIn(city, { name: 'Νίκη', email: 'niki@example.org' });
      Object.assign(people, { niki: { name: 'Νίκη', groups: ['g-clerk'] } });
      browser.take(known.cookie);
      expect(await browser.graph(change, { name: 'eid', password: '' })).toEqual({ connectWay: { __typename: 'NotFound', reason: 'way' } });
      const { connectWay } = await browser.graph<{ connectWay: { path: string } }>(change, { name: 'staff', password: '' });
      expect(await browser.comeAs('niki', connectWay.path)).toBe('/account?way=connected');
      expect((await browser.graph<Me>(meQuery)).me).toMatchObject({ id: known.citizen.id, roles: ['citizen', 'clerk'] });
      expect(await browser.graph(change, { name: 'staff', password: '' })).toEqual({ connectWay: { __typename: 'NotAllowed', reason: 'connected' } });
      const elsewhere = await arrive('niki');
      expect((await elsewhere.browser.graph<Me>(meQuery)).me?.id).toBe(known.citizen.id);
      // Into another account it leads no more.
      const other = new HandBrowser(city);
      other.take((await signedIn(city, { name: 'Άλλη' })).cookie);
      const opened = await other.graph<{ connectWay: { path: string } }>(change, { name: 'staff', password: '' });
      expect(await other.comeAs('niki', opened.connectWay.path)).toBe('/account?way=taken');
      // The only way in stays.
      expect(await browser.graph(disconnect, { name: 'staff', password: '' })).toEqual({ disconnectWay: { __typename: 'NotAllowed', reason: 'last_way' } });
    });

    it('asks for the password where there is one, and keeps one way in of two that are taken off at once', async () => {
      const browser = await joined('vlachou');
      const { me } = await browser.graph<{ me: { id: string } }>(meQuery);
      const accounts = city.get<Model<Account>>(getModelToken('Account'));
      await accounts.updateOne({ _id: me.id }, { $push: { ways: { key: 'of another site', name: 'gone', since: new Date(), gave: [] } } });
      expect(await browser.graph('{ ownWays { name since } }')).toMatchObject({ ownWays: [{ name: 'staff' }, { name: 'gone' }] });
      const off = (name: string, password = '') => browser.copy().graph<{ disconnectWay: { __typename: string; reason?: string } }>(disconnect, { name, password });
      const both = await Promise.all([off('staff'), off('gone')]);
      expect(both.map(({ disconnectWay: { __typename } }) => __typename).sort()).toEqual(['NotAllowed', 'WayDisconnected']);
      await accounts.updateOne({ _id: me.id }, { $set: { password: 'a hash that nothing fits' } });
      const [left] = (await browser.graph<{ ownWays: { name: string; since: string | null }[] }>('{ ownWays { name since } }')).ownWays.filter(({ since }) => since);
      expect((await off(left?.name ?? '', 'wrong')).disconnectWay).toEqual({ __typename: 'NotAllowed', reason: 'password' });
      expect(await browser.graph(change, { name: 'staff', password: 'wrong' })).toMatchObject({ connectWay: { __typename: 'NotAllowed' } });
    });

    it('never loses the city its last administrator', async () => {
      const accounts = city.get<Model<Account>>(getModelToken('Account'));
      Object.assign(people, { chief: { name: 'Προϊσταμένη', groups: ['g-admin'] } });
      const browser = await joined('chief');
      const others = (await accounts.find({ roles: 'administrator', name: { $ne: 'Προϊσταμένη' } }).lean()).map(({ _id }) => _id);
      await accounts.updateMany({ _id: { $in: others } }, { $pull: { roles: 'administrator' } });
      Object.assign(people['chief'] ?? {}, { groups: [] });
      expect((await (await arrive('chief')).browser.graph<Me>(meQuery)).me?.roles).toEqual(['citizen', 'administrator']);
      await accounts.updateMany({ _id: { $in: others } }, { $push: { roles: 'administrator' } });
      expect((await (await arrive('chief')).browser.graph<Me>(meQuery)).me?.roles).toEqual(['citizen']);
      expect((await browser.graph<Me>(meQuery)).me?.roles).toEqual(['citizen']);
    });

    it('is gone with the account', async () => {
      const browser = await joined('rigas');
      const { me } = await browser.graph<{ me: { id: string } }>(meQuery);
      expect(await browser.graph('mutation { deleteAccount(password: "") { __typename } }')).toEqual({ deleteAccount: { __typename: 'AccountDeleted' } });
      expect(await city.get<Model<Account>>(getModelToken('Account')).findById(me.id).lean()).not.toHaveProperty('ways');
      expect((await arrive('rigas')).at).toBe('/welcome?next=%2F');
    });

    it('and not long after they asked, nor by a sign-in that they begin after it', async () => {
      Object.assign(people, { late: { name: 'Late', groups: [] } });
      const known = await signedIn(city, { name: 'Αργά' });
      const browser = new HandBrowser(city);
      browser.take(known.cookie);
      const ask = async () => (await browser.graph<{ connectWay: { path: string } }>(change, { name: 'staff', password: '' })).connectWay.path;
      const back = await browser.away(await ask(), 'late');
      const clock = vi.spyOn(city.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 11 * 60_000));
      expect(await browser.copy().back(back)).toBe('/welcome?next=%2Faccount');
      clock.mockRestore();
      const again = new HandBrowser(city);
      again.take((await signedIn(city, { name: 'Άλλος δρόμος' })).cookie);
      await again.graph(change, { name: 'staff', password: '' });
      expect(await again.comeAs('late', '/auth/staff')).toBe('/welcome?next=%2F');
    });

    it('and not by a link that somebody else made them follow', async () => {
      const known = await signedIn(city, { name: 'Θύμα' });
      Object.assign(people, { attacker: { name: 'Attacker', groups: [] } });
      const victim = new HandBrowser(city);
      victim.take(known.cookie);
      // Nobody asked for it with a password: it is a sign-in like any other.
      expect(await victim.comeAs('attacker', '/auth/staff?connect=1')).toBe('/welcome?next=%2F');
      expect((await victim.graph<Me>(meQuery)).me).toBeNull();
    });
  });

  describe('is nobody', () => {
    const refused = async (twist: (token: string) => Promise<string> | string, as = 'manou') => {
      provider.state.twist = twist;
      return (await arrive(as)).at;
    };
    const withClaims = (more: object) => async (token: string) => signed({ ...claimsOf(token), ...more }, provider.key);

    it('with a token for another city, of another provider, of another sign-in, or unsigned', async () => {
      expect(await refused((token) => token)).toBe('/');
      expect(await refused(withClaims({ aud: 'another city' }))).toBe('/sign-in?refused=untrusted');
      expect(await refused(withClaims({ iss: 'https://evil.example' }))).toBe('/sign-in?refused=untrusted');
      expect(await refused(withClaims({ nonce: 'another' }))).toBe('/sign-in?refused=untrusted');
      const bare = (token: string) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1] ?? ''}.`;
      expect(await refused(bare)).toBe('/sign-in?refused=untrusted');
      const foreign = await aKey('first');
      expect(await refused((token) => signed(claimsOf(token), foreign))).toBe('/sign-in?refused=untrusted');
      // What is told at the token endpoint of one person and at the userinfo of another.
      expect(await refused(withClaims({ sub: 'vlachou' }))).toBe('/sign-in?refused=untrusted');
    });

    it('with a token that is over, or of a clock that is wrong; a few seconds are forgiven', async () => {
      const now = Math.floor(Date.now() / 1000);
      expect(await refused(withClaims({ exp: now - 120 }))).toBe('/sign-in?refused=clock');
      expect(await refused(withClaims({ nbf: now + 600 }))).toBe('/sign-in?refused=clock');
      expect(await refused(withClaims({ exp: now - 10 }))).toBe('/');
    });

    it('with a key that the provider has not published; once it has, the second try is let in', async () => {
      const next = await aKey('second');
      const twist = (token: string) => signed(claimsOf(token), next);
      expect(await refused(twist)).toBe('/sign-in?refused=untrusted');
      provider.state.published = [next];
      expect(await refused(twist)).toBe('/');
    });

    it('who says no, comes with a state that is not theirs, comes twice, or from another provider', async () => {
      const browser = new HandBrowser(city);
      const back = await browser.away('/auth/staff?next=%2Faccount', 'manou');
      expect(await new HandBrowser(city).back(back)).toBe('/sign-in?refused=expired');
      const state = new URL(back).searchParams.get('state') ?? '';
      const other = back.replace('iss=', 'iss=https%3A%2F%2Fevil.example%2F&was=');
      expect(other).not.toBe(back);
      expect(await browser.copy().back(other)).toBe('/sign-in?refused=untrusted&next=%2Faccount');
      // That state is used up now.
      expect(await browser.back(back)).toBe('/sign-in?refused=expired&next=%2Faccount');
      const second = await browser.away('/auth/staff', 'manou');
      expect(new URL(second).searchParams.get('state')).not.toBe(state);
      const wrongWay = second.replace('/auth/staff/', '/auth/eid/');
      expect(await browser.copy().back(wrongWay)).toBe('/sign-in?refused=untrusted');
      const third = await browser.away('/auth/staff', 'manou');
      expect(await browser.back(third)).toBe('/');
      expect(await browser.back(third)).toBe('/sign-in?refused=expired');
      expect((await browser.graph<Me>(meQuery)).me).not.toBeNull();
      const begun = await new HandBrowser(city).open('/auth/staff');
      expect(new URL(begun.to).searchParams.get('code_challenge_method')).toBe('S256');
      const no = new HandBrowser(city);
      const asked = new URL((await no.open('/auth/staff?next=%2Faccount')).to).searchParams.get('state') ?? '';
      expect(await no.back(`/auth/staff/callback?error=access_denied&state=${asked}&iss=${encodeURIComponent(provider.issuer)}`)).toBe('/sign-in?refused=denied&next=%2Faccount');
    });
  });

  it('may begin in two tabs, and the one that began first comes back to where it was', async () => {
    const first = new HandBrowser(city);
    await first.open('/auth/staff');
    const one = await first.away('/auth/staff?next=%2Fproposals', 'manou');
    const two = await first.away('/auth/staff?next=%2Fsurveys', 'manou');
    expect(await first.back(one)).toBe('/proposals');
    // The other tab meets a session of its own id: the person is in already.
    expect(await first.back(two)).toBe('/sign-in?refused=expired');
    expect((await first.graph<Me>(meQuery)).me).not.toBeNull();
  });

  it('reads that it does not answer, and comes in once it does; the city waits for nobody', async () => {
    const ways = '{ signInWays { name forStaff answers } }';
    const page = new HandBrowser(city);
    const back = await page.away('/auth/staff', 'manou');
    await provider.sleep();
    expect(await page.back(back)).toBe('/sign-in?refused=down');
    expect(await page.graph(ways)).toEqual({ signInWays: [{ name: 'staff', forStaff: true, answers: false }, { name: 'eid', forStaff: false, answers: true }] });
    expect(await page.back('/auth/staff')).toBe('/sign-in?refused=down');
    await provider.wake();
    expect(await eventually('the provider', async () => ((await arrive('manou')).at === '/' ? 'in' : null))).toBe('in');
    expect(await page.graph(ways)).toMatchObject({ signInWays: [{ answers: true }, {}] });
  });
});
