import type { FastifyRequest } from 'fastify';
import * as client from 'openid-client';
import { Strategy } from 'passport';
import type { refusedReasons } from '@isegoria/identity/contracts';
import { type Clock, log, publicUrl } from '@isegoria/kernel/api';
import { type Claims, vouchedBy } from './claims.rules';
import type { OpenIdProvider } from './openid-provider';

type Reason = (typeof refusedReasons)[number];

/** A sign-in on its way: what the answer is held against. */
interface OnItsWay {
  way: string;
  verifier: string;
  nonce: string;
  next: string | undefined;
  at: number;
}

declare module 'fastify' {
  interface Session {
    /** By the state that was sent along: each tab has its own. */
    openid?: Record<string, OnItsWay>;
  }
}

const tabs = 5;
const onItsWayMs = 15 * 60_000;

/** Why nobody is let in, for the page. */
class Refused extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

/** Signs people in by an OpenID Connect provider: authorization code with PKCE, state and nonce; `openid-client` holds every answer against them. */
export class OpenIdStrategy extends Strategy {
  override name: string;

  constructor(
    private readonly provider: OpenIdProvider,
    private readonly clock: Clock,
  ) {
    super();
    this.name = provider.settings.id;
  }

  override authenticate(request: unknown): void {
    const req = request as FastifyRequest;
    const url = new URL(req.url, publicUrl());
    const work = url.pathname.endsWith('/callback') ? this.end(req, url) : this.begin(req);
    work.catch((error: unknown) => {
      const reason = this.reasonOf(error);
      log.warn({ way: this.name, reason, correlationId: req.id, error: String(error), cause: causeOf(error) }, 'a sign-in by OpenID was refused');
      this.fail({ message: reason });
    });
  }

  private async begin(req: FastifyRequest): Promise<void> {
    const configuration = await this.provider.configuration();
    const { scope, vouches } = this.provider.settings;
    const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
    const at = this.clock.now().getTime();
    const others = Object.entries(req.session.openid ?? {}).filter(([, one]) => at - one.at < onItsWayMs).slice(1 - tabs);
    req.session.openid = { ...Object.fromEntries(others), [state]: { way: this.name, verifier, nonce, next: req.session.next, at } };
    const { href } = client.buildAuthorizationUrl(configuration, {
      redirect_uri: `${publicUrl()}/auth/${this.name}/callback`,
      scope,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(vouches?.level?.claim === 'acr' ? { acr_values: vouches.level.values.join(' ') } : {}),
    });
    this.redirect(href);
  }

  private async end(req: FastifyRequest, url: URL): Promise<void> {
    const state = url.searchParams.get('state') ?? '';
    const onItsWay = await this.take(req, state);
    const configuration = await this.provider.configuration();
    const tokens = await client.authorizationCodeGrant(configuration, url, { pkceCodeVerifier: onItsWay.verifier, expectedState: state, expectedNonce: onItsWay.nonce, idTokenExpected: true });
    const said = tokens.claims();
    if (!said) throw new Refused('untrusted');
    const more = configuration.serverMetadata().userinfo_endpoint ? await client.fetchUserInfo(configuration, tokens.access_token, said.sub) : {};
    // What is signed holds before what is not.
    const claims: Claims = { ...more, ...said };
    const vouched = vouchedBy(this.provider.settings, claims, tokens.id_token);
    if (vouched === 'level') throw new Refused('level');
    req.session.next = onItsWay.next;
    this.success({ vouched });
  }

  /** Each state once: the session forgets it before anything is asked. */
  private async take({ session }: FastifyRequest, state: string): Promise<OnItsWay> {
    const known = session.openid ?? {};
    const found = Object.hasOwn(known, state) ? known[state] : undefined;
    if (!found) throw new Refused('expired');
    session.openid = Object.fromEntries(Object.entries(known).filter(([key]) => key !== state));
    await session.save();
    // Sent out to one provider, come back from another (RFC 9207, mix-up).
    if (found.way !== this.name) throw new Refused('untrusted');
    if (this.clock.now().getTime() - found.at > onItsWayMs) throw new Refused('expired');
    return found;
  }

  private reasonOf(error: unknown): Reason {
    const reason = whyNot(error);
    if (reason === 'down' || (reason === 'untrusted' && !(error instanceof Refused))) this.provider.doubt({ isSilent: reason === 'down' });
    return reason;
  }
}

const silent = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'];

function whyNot(error: unknown): Reason {
  if (error instanceof Refused) return error.reason;
  if (error instanceof client.AuthorizationResponseError) return error.error === 'server_error' || error.error === 'temporarily_unavailable' ? 'down' : 'denied';
  // A code that was used, or is too old.
  if (error instanceof client.ResponseBodyError) return error.error === 'invalid_grant' ? 'expired' : 'untrusted';
  if (error instanceof client.ClientError && error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'clock';
  if (error instanceof client.ClientError && silent.includes(error.code ?? '')) return 'down';
  return error instanceof client.ClientError ? 'untrusted' : 'down';
}

const causeOf = (error: unknown): string | undefined => (error instanceof Error && error.cause ? String(error.cause) : undefined);
