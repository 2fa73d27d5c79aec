import * as client from 'openid-client';
import { log } from '@isegoria/kernel/api';
import type { ProviderSettings } from './openid-providers';

const patienceS = 8;

/** How far the provider's clock and ours may be apart, in seconds. */
const toleranceS = 30;

/** Longer ones do not fit into an address, and the provider asks the person instead. */
const longestHint = 3000;

/** A provider as it describes itself (OpenID Connect Discovery). It is asked when it is needed, and asked again while it does not answer: no city waits for it to start. */
export class OpenIdProvider {
  private found: client.Configuration | null = null;
  private asked: Promise<client.Configuration> | null = null;
  private isSilent = false;

  constructor(readonly settings: ProviderSettings) {}

  configuration(): Promise<client.Configuration> {
    return this.found ? Promise.resolve(this.found) : (this.asked ??= this.discover());
  }

  answers(): boolean {
    return !this.isSilent;
  }

  /** Asks it anew the next time: its keys or addresses may have changed, or it does not answer. */
  doubt({ isSilent }: { isSilent: boolean }): void {
    this.found = null;
    this.isSilent = isSilent;
  }

  /** Where it ends its own session and leads back; null where it has no such place, or was never asked. */
  signOutAt(back: string, hint = ''): string | null {
    if (!this.found?.serverMetadata().end_session_endpoint) return null;
    const asked = new URLSearchParams({ post_logout_redirect_uri: `${back}/` });
    if (hint && hint.length <= longestHint) asked.set('id_token_hint', hint);
    return client.buildEndSessionUrl(this.found, asked).href;
  }

  private async discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret, auth } = this.settings;
    const isPlain = issuer.startsWith('http:');
    try {
      this.found = await client.discovery(
        new URL(issuer),
        clientId,
        { client_secret: clientSecret, [client.clockTolerance]: toleranceS },
        auth === 'basic' ? client.ClientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret),
        // The signature is checked though the token comes by a connection that is safe: a proxy in between may not be.
        { timeout: patienceS, execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])] },
      );
      this.isSilent = false;
      return this.found;
    } catch (error) {
      this.isSilent = true;
      log.warn({ way: this.settings.id, issuer, error: String(error) }, 'an OpenID provider does not say who it is');
      throw error;
    } finally {
      this.asked = null;
    }
  }
}
