import { createHmac, hkdfSync } from 'node:crypto';
import { secretFor } from '@isegoria/kernel/api';

/** The secret of one webhook, as Standard Webhooks writes it: `whsec_` and base64 of 32 bytes. Derived from the city's: none is kept. */
export function webhookSecret(webhookId: string): string {
  return `whsec_${Buffer.from(hkdfSync('sha256', secretFor('webhooks'), 'isegoria', webhookId, 32)).toString('base64')}`;
}

/** The headers of a signed message (Standard Webhooks 1.0, symmetric signatures). The number is the message's own at every try: a receiver knows a repetition by it. */
export function signedHeaders({ secret, id, at, body }: { secret: string; id: string; at: Date; body: string }): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Isegoria-Webhooks/1', 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
