export type * from './developers.gen';
export { type Example, examples } from './examples';
export { apiKeyForm, most, webhookForm } from './forms';
export { isWebhookEvent, type WebhookEvent, webhookEvents, type WebhookMessage } from './webhook-events';
