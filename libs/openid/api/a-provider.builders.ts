import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { type Configuration, Provider } from 'oidc-provider';
import type { TestCity } from '@isegoria/kernel/api';

/** A port that nobody uses now. */
export const aFreePort = () => new Promise<number>((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => done(port));
  });
});

/** A key of a provider: the half that it publishes, and the one that it signs with. */
export interface Key {
  name: string;
  sign: CryptoKey;
  published: JWK;
}

export async function aKey(name: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { name, sign: privateKey, published: { ...(await exportJWK(publicKey)), kid: name, alg: 'RS256', use: 'sig' } };
}

/** The claims as a token of that key. */
export const signed = (claims: JWTPayload, { sign, name }: Key): Promise<string> => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: name }).sign(sign);

export const claimsOf = (token: string): JWTPayload => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as JWTPayload;

export const clientSecret = 'a-secret-of-tests';

/**
 * A provider that nobody here wrote: `oidc-provider`, certified by the OpenID Foundation, listening on a port of its own. `people` are its accounts by their number; `twist` changes what it hands over at its token endpoint, so
 * that a lying provider is tried too; `published` what it says that its keys are.
 */
export async function aProvider(people: Record<string, Record<string, unknown>>, { port, callbacks, home, backChannel }: { port: number; callbacks: string[]; home: string; backChannel: string }) {
  const key = await aKey('first');
  const issuer = `http://127.0.0.1:${port}`;
  const configuration: Configuration = {
    clients: [{ client_id: 'city', client_secret: clientSecret, redirect_uris: callbacks, post_logout_redirect_uris: [home], backchannel_logout_uri: backChannel, backchannel_logout_session_required: false, token_endpoint_auth_method: 'client_secret_post' }],
    jwks: { keys: [{ ...(await exportJWK(key.sign)), kid: key.name, alg: 'RS256', use: 'sig' }] as never },
    cookies: { keys: ['cookies of tests'] },
    scopes: ['openid', 'profile', 'email', 'groups'],
    claims: { openid: ['sub', 'acr'], profile: ['name', 'birthdate'], email: ['email', 'email_verified'], groups: ['groups', 'number', 'sure'] },
    features: { backchannelLogout: { enabled: true }, devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    findAccount: (_, id) => (people[id] ? { accountId: id, claims: () => ({ sub: id, ...people[id] }) } : undefined),
  };
  const provider = new Provider(issuer, configuration);
  const state: { twist: ((idToken: string) => Promise<string> | string) | null; published: Key[] | null } = { twist: null, published: null };
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (context.path === '/token' && body?.id_token && state.twist) context.body = { ...body, id_token: await state.twist(body.id_token) };
    if (context.path === '/jwks' && state.published) context.body = { keys: state.published.map(({ published }) => published) };
  });
  const server = provider.listen(port, '127.0.0.1');
  const closed = () => new Promise<void>((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });
  return {
    issuer,
    key,
    state,
    sleep: closed,
    wake: () => new Promise<void>((done) => void server.listen(port, '127.0.0.1', () => done())),
    close: closed,
  };
}

export type AProvider = Awaited<ReturnType<typeof aProvider>>;

/** A browser that follows links by hand and keeps each site's cookies. */
export class HandBrowser {
  private readonly jars = new Map<string, Map<string, string>>();

  constructor(private readonly city: Pick<TestCity, 'url'>) {}

  /** Another browser that has the same cookies now: a second tab, or somebody who copied them. */
  copy(): HandBrowser {
    const other = new HandBrowser(this.city);
    for (const [site, jar] of this.jars) other.jars.set(site, new Map(jar));
    return other;
  }

  /** Goes on with the session of somebody who signed in already. */
  take(cookie: string): void {
    const [name = '', ...value] = cookie.split('=');
    this.jars.set(new URL(this.city.url).host, new Map([[name, value.join('=')]]));
  }

  async open(where: string, form?: Record<string, string>): Promise<{ url: string; status: number; to: string; text: string }> {
    const url = new URL(where, this.city.url);
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: this.cookieOf(url), ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    this.keep(url, answer);
    const to = answer.headers.get('location') ?? '';
    return { url: url.href, status: answer.status, to: to && new URL(to, url).href, text: await answer.text() };
  }

  async graph<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const url = new URL('/graphql', this.city.url);
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', origin: this.city.url, cookie: this.cookieOf(url) }, body: JSON.stringify({ query, variables }) });
    this.keep(url, answer);
    const { data, errors } = (await answer.json()) as { data: T; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  async signOut(): Promise<string | null> {
    const url = new URL('/auth/sign-out', this.city.url);
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', origin: this.city.url, cookie: this.cookieOf(url) }, body: '{}' });
    this.keep(url, answer);
    return ((await answer.json()) as { by: string | null }).by;
  }

  /** From the door to the provider, through its sign-in as somebody, until it leads back: the address at which it does. */
  async away(begin: string, as: string): Promise<string> {
    let at = await this.open(begin);
    for (let steps = 0; steps < 12; steps++) {
      if (at.to.startsWith(this.city.url)) return at.to;
      if (at.to) at = await this.open(at.to);
      else at = await this.open(/action="([^"]+)"/.exec(at.text)?.[1]?.replaceAll('&amp;', '&') ?? at.url, at.text.includes('name="login"') ? { prompt: 'login', login: as, password: 'any' } : { prompt: 'consent' });
    }
    throw new Error(`The provider does not lead back: ${at.url}`);
  }

  /** The whole way; answers the path where it ends. */
  async comeAs(as: string, begin: string): Promise<string> {
    return this.back(await this.away(begin, as));
  }

  async back(callback: string): Promise<string> {
    const { to } = await this.open(callback);
    return to.slice(this.city.url.length);
  }

  private cookieOf({ host }: URL): string {
    return [...(this.jars.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep({ host }: URL, answer: Response): void {
    const jar = this.jars.get(host) ?? new Map<string, string>();
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      if (value.join('=') === '') jar.delete(name);
      else jar.set(name, value.join('='));
    }
    this.jars.set(host, jar);
  }
}
