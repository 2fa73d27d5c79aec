import { z } from 'zod';
import { defineEnv, envVar, kernelEnv, publicUrl, secretVar } from '@isegoria/kernel/api';
import { type ProviderSettings, providersText } from './openid-providers';

export const openidEnv = defineEnv({
  OPENID: envVar(z.enum(['', 'off', 'demo', 'on']), 'Whether people sign in by OpenID Connect providers: on, off, or demo, a made-up directory of the municipality for trying out; left empty it is demo in development and off elsewhere.', ''),
  OPENID_PROVIDERS: secretVar(providersText, 'The providers as a JSON list, with their secrets; libs/openid/README.md tells what each may say.', []),
});

/** What stands in a directory's place in a city that tries it out: this platform itself. */
export const demoPath = '/demo-directory';

export function openidMode(): 'off' | 'demo' | 'on' {
  return openidEnv.OPENID || (kernelEnv.NODE_ENV === 'development' ? 'demo' : 'off');
}

/** The directory of a demo city: its groups are the demo's departments and offices. */
export function demoDirectory(): ProviderSettings {
  return {
    id: 'directory',
    issuer: `${publicUrl()}${demoPath}`,
    clientId: 'isegoria',
    clientSecret: 'demo',
    label: { el: 'λογαριασμό του δήμου (δοκιμή)', en: 'the municipality’s account (made up)' },
    for: 'staff',
    scope: 'openid profile email',
    auth: 'post',
    vouchesForEmail: false,
    roles: { claim: 'groups', map: { technical: { role: 'official', departmentId: 'technical' }, secretariat: { role: 'clerk', departmentId: null }, platform: { role: 'administrator', departmentId: null } } },
  };
}

export function providers(): ProviderSettings[] {
  const mode = openidMode();
  if (mode === 'off') return [];
  return mode === 'demo' ? [demoDirectory()] : openidEnv.OPENID_PROVIDERS;
}
