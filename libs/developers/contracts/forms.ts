import { isWebAddress } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';
import { isWebhookEvent, webhookEvents } from './webhook-events';

/** How many keys and webhooks one person may have. */
export const most = 5;

export const apiKeyForm = z.object({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) });

export const webhookForm = z.object({
  url: z.string().check(z.maxLength(500), z.refine(isWebAddress)),
  events: z.array(z.string().check(z.refine(isWebhookEvent))).check(z.minLength(1), z.maxLength(webhookEvents.length)),
});
