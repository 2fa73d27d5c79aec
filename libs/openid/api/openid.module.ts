import { Module, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { IdentityModule, Strategies } from '@isegoria/identity/api';
import { Clock, WrongEnvironment } from '@isegoria/kernel/api';
import { BackChannel } from './back-channel.controller';
import { DemoDirectory } from './demo-directory.controller';
import type { OpenIdProvider } from './openid-provider';
import { openidMode } from './openid.env';
import { OpenIdStrategy } from './openid.strategy';
import { Providers } from './providers';

/** How soon a provider that does not answer is asked again. */
const againMs = 60_000;

/** The ways in by OpenID Connect: the municipality's own directory, other States' cards. */
@Module({ imports: [IdentityModule], controllers: [BackChannel, DemoDirectory], providers: [Providers] })
export class OpenIdModule implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private again: NodeJS.Timeout | undefined;

  constructor(
    private readonly providers: Providers,
    private readonly strategies: Strategies,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    if (openidMode() === 'on' && this.providers.all.length === 0) throw new WrongEnvironment(['OPENID=on asks for OPENID_PROVIDERS, a list with one provider at least.']);
    for (const provider of this.providers.all) {
      const { id: name, label, for: whom, vouches } = provider.settings;
      this.strategies.register({
        name,
        label,
        strategy: new OpenIdStrategy(provider, this.clock),
        forStaff: whom === 'staff',
        isConnected: !vouches,
        answers: () => provider.answers(),
        signOutAt: (back, hint) => provider.signOutAt(back, hint),
      });
    }
  }

  onApplicationBootstrap(): void {
    this.again = setInterval(() => void this.ask((provider) => !provider.answers()), againMs).unref();
    // A directory that this platform plays itself answers once it listens.
    if (openidMode() === 'on') void this.ask();
  }

  onModuleDestroy(): void {
    clearInterval(this.again);
  }

  private async ask(which: (provider: OpenIdProvider) => boolean = () => true): Promise<void> {
    await Promise.allSettled(this.providers.all.filter(which).map((provider) => provider.configuration()));
  }
}
