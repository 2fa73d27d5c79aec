import OAuth2Strategy, { InternalOAuthError } from 'passport-oauth2';
import { personIdOf, type Vouched } from '@isegoria/identity/api';
import { publicUrl } from '@isegoria/kernel/api';
import { authority } from './taxisnet.env';
import { readProfile, type TaxisnetProfile } from './taxisnet-profile';

type Verified = (error: unknown, user?: { vouched: Vouched } | false, why?: { message: string }) => void;

/**
 * Signs people in with the codes of the tax authority: OAuth 2.0 with a code and a state, no OpenID Connect; what it knows of a person comes as XML
 * (code.gov.gr, Authentication; ΦΕΚ Β 1452/2022). The tax number is kept nowhere, only the person's name that the city makes of it.
 */
export class TaxisnetStrategy extends OAuth2Strategy {
  override name = 'taxisnet';
  private readonly userinfo: string;

  constructor() {
    const { url, clientId: clientID, clientSecret } = authority();
    const callbackURL = `${publicUrl()}/auth/taxisnet/callback`;
    const verify = (_token: string, _refresh: string, profile: TaxisnetProfile | null, done: Verified) => {
      if (!profile) return done(null, false, { message: 'no tax number' });
      const { afm, name, birthYear } = profile;
      done(null, { vouched: { personId: personIdOf('afm', afm), name, birthYear } });
    };
    super({ authorizationURL: `${url}/oauth/authorize`, tokenURL: `${url}/oauth/token`, clientID, clientSecret, callbackURL, scope: 'read', state: true }, verify as never);
    this.userinfo = `${url}/userinfo?format=xml`;
    this._oauth2.useAuthorizationHeaderforGET(true);
  }

  override userProfile(token: string, done: (error?: unknown, profile?: TaxisnetProfile | null) => void): void {
    this._oauth2.get(this.userinfo, token, (error, body) => {
      if (error) done(new InternalOAuthError('The tax authority does not say who it is', error));
      else done(null, readProfile(String(body ?? '')));
    });
  }
}
