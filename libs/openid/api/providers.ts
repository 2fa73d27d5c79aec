import { Injectable } from '@nestjs/common';
import { OpenIdProvider } from './openid-provider';
import { providers } from './openid.env';

/** The providers of this city. */
@Injectable()
export class Providers {
  readonly all: readonly OpenIdProvider[] = providers().map((settings) => new OpenIdProvider(settings));

  find(id: string): OpenIdProvider | undefined {
    return this.all.find(({ settings }) => settings.id === id);
  }
}
