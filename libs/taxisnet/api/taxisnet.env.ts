import { z } from 'zod';
import { defineEnv, envVar, kernelEnv, publicUrl, secretVar } from '@isegoria/kernel/api';

export const taxisnetEnv = defineEnv({
  TAXISNET: envVar(z.enum(['', 'off', 'demo', 'on']), 'Whether people sign in with the codes of the tax authority: on, off, or demo, a made-up authority for trying out; left empty it is demo in development and off elsewhere.', ''),
  TAXISNET_URL: envVar(z.url({ protocol: /^https$/ }), 'The OAuth 2.0 server; that of tests is https://test.gsis.gr/oauth2server.', 'https://oauth2.gsis.gr/oauth2server'),
  TAXISNET_CLIENT_ID: envVar(z.string(), 'The name that the Interoperability Centre gave to the municipality’s platform.', ''),
  TAXISNET_CLIENT_SECRET: secretVar(z.string(), 'The secret that goes with it.', ''),
});

/** What stands in the authority's place in a city that tries it out: this platform itself. */
export const demoPath = '/demo-taxisnet';

export function taxisnetMode(): 'off' | 'demo' | 'on' {
  return taxisnetEnv.TAXISNET || (kernelEnv.NODE_ENV === 'development' ? 'demo' : 'off');
}

/** Where the authority is, and as whom we ask it. */
export function authority(): { url: string; clientId: string; clientSecret: string } {
  if (taxisnetMode() === 'demo') return { url: `${publicUrl()}${demoPath}`, clientId: 'isegoria', clientSecret: 'demo' };
  return { url: taxisnetEnv.TAXISNET_URL.replace(/\/+$/, ''), clientId: taxisnetEnv.TAXISNET_CLIENT_ID, clientSecret: taxisnetEnv.TAXISNET_CLIENT_SECRET };
}
