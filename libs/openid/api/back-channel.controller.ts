import { BadRequestException, Body, Controller, HttpCode, NotFoundException, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { linkOf, Public, Ways } from '@isegoria/identity/api';
import { log } from '@isegoria/kernel/api';
import type { OpenIdProvider } from './openid-provider';
import { Providers } from './providers';

const event = 'http://schemas.openid.net/event/backchannel-logout';

/**
 * Hears from a provider, without a browser in between, that somebody's session ended there (OpenID Connect Back-Channel Logout 1.0): whoever was sent away from the municipality is
 * signed out here too, on every device.
 */
@Public()
@Controller('auth')
export class BackChannel {
  constructor(
    private readonly providers: Providers,
    private readonly ways: Ways,
  ) {}

  @Post(':way/back-channel')
  @HttpCode(200)
  async end(@Param('way') way: string, @Body() body: { logout_token?: unknown } | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const provider = this.providers.find(way);
    if (!provider) throw new NotFoundException();
    reply.header('cache-control', 'no-store');
    const { iss, sub } = await saidBy(provider, body?.logout_token);
    // Nobody here goes by that number: that is no error of the one who says it.
    if (iss && sub) await this.ways.endSessions(linkOf(iss, sub));
  }
}

/** What the provider signed for this city, as a word that a session ended and nothing else. */
async function saidBy(provider: OpenIdProvider, token: unknown): Promise<JWTPayload> {
  try {
    const metadata = (await provider.configuration()).serverMetadata();
    const { payload } = await jwtVerify(String(token), createRemoteJWKSet(new URL(metadata.jwks_uri ?? '')), {
      issuer: metadata.issuer,
      audience: provider.settings.clientId,
      maxTokenAge: 300,
      clockTolerance: 30,
      requiredClaims: ['jti', 'sub'],
    });
    const { events, nonce } = payload;
    if (nonce === undefined && typeof events === 'object' && events !== null && event in events) return payload;
    throw new Error('It does not say that a session ended.');
  } catch (error) {
    log.warn({ way: provider.settings.id, error: String(error) }, 'a word of a provider was not believed');
    throw new BadRequestException({ error: 'invalid_request' });
  }
}
