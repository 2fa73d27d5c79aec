import * as z from 'zod/mini';
import { isWebhookEvent, webhookEvents } from './webhook-events';

/** How many keys and webhooks one person may have. */
export const most = 5;

export const apiKeyForm = z.object({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) });

export const webhookForm = z.object({
  url: z.string().check(z.maxLength(500), z.refine(isWebAddress)),
  events: z.array(z.string().check(z.refine(isWebhookEvent))).check(z.minLength(1), z.maxLength(webhookEvents.length)),
});

/** http or https, without a name and password in it. Whether it leads into a private network is known only when it is called. */
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && !username && !password;
}
