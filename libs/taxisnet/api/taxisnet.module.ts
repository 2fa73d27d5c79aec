import { Module, type OnModuleInit } from '@nestjs/common';
import { IdentityModule, Strategies } from '@isegoria/identity/api';
import { WrongEnvironment } from '@isegoria/kernel/api';
import { DemoAuthority } from './demo-authority.controller';
import { authority, taxisnetMode } from './taxisnet.env';
import { TaxisnetStrategy } from './taxisnet.strategy';

/** The way in with the codes of the tax authority, which vouches that an account is one person. */
@Module({ imports: [IdentityModule], controllers: [DemoAuthority] })
export class TaxisnetModule implements OnModuleInit {
  constructor(private readonly strategies: Strategies) {}

  onModuleInit(): void {
    const mode = taxisnetMode();
    if (mode === 'off') return;
    const { url, clientId, clientSecret } = authority();
    if (!clientId || !clientSecret) throw new WrongEnvironment(['TAXISNET=on asks for TAXISNET_CLIENT_ID and TAXISNET_CLIENT_SECRET, which the Interoperability Centre gives.']);
    this.strategies.register({
      name: 'taxisnet',
      label: mode === 'on' ? { el: 'κωδικούς Taxisnet', en: 'Taxisnet codes' } : { el: 'κωδικούς Taxisnet (δοκιμή)', en: 'Taxisnet codes (made up)' },
      strategy: new TaxisnetStrategy(),
      signOutAt: (back) => `${url}/logout/${encodeURIComponent(clientId)}/?url=${encodeURIComponent(back)}`,
    });
  }
}
