import { z } from 'zod';
import { defineEnv, envVar, secretVar } from '@isegoria/kernel/api';

export const pushEnv = defineEnv({
  WEB_PUSH_KEY: secretVar(z.union([z.literal(''), z.string().regex(/^[\w-]{43}$/, 'is a private VAPID key: 32 bytes as base64url')]), 'The private key by which the city names itself to the makers of browsers (VAPID); derived from the city’s secret when not set. With another key every device has to ask again.', ''),
  WEB_PUSH_CONTACT: envVar(z.union([z.literal(''), z.string().regex(/^(mailto:.+@|https:\/\/)/, 'begins with mailto: or https://')]), 'Whom the makers of browsers write to when notices trouble them; PUBLIC_URL when not set, or MAIL_FROM where that is not https.', ''),
});
