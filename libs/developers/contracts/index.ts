export type * from './developers.gen';
export { type Example, examples } from './examples';
export { apiKeyForm, most, webhookForm } from './forms';
export { isWebhookEvent, type WebhookEvent, webhookEvents, webhookGroups, type WebhookMessage } from './webhook-events';
/** The slice's words, for the tests of its parts. Pages get them by `useWords`. */
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
