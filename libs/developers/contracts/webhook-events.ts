/** What a webhook may be told of: everything in it can be read by everyone. `ping` is sent when its owner asks. */
export const webhookEvents = [
  'proposal.published', 'proposal.answered', 'proposal.merged', 'proposal.separated', 'comment.published', 'process.changed', 'phase.changed', 'budget.decided', 'evaluation.opened', 'decision.replied', 'decision.corrected', 'decision.revoked', 'choice.saved',
  'consultation.published', 'consultation.opened', 'consultation.extended', 'consultation.withdrawn', 'consultation.answered', 'consultation.adopted', 'amendment.published',
  'initiative.opened', 'initiative.reached', 'initiative.handed-in', 'initiative.fell-short', 'initiative.verified', 'initiative.answered', 'initiative.withdrawn',
  'survey.published', 'survey.opened', 'survey.extended', 'survey.withdrawn', 'survey.counted', 'survey.reported',
  'request.published', 'request.changed',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number] | 'ping';

export const isWebhookEvent = (name: string): name is WebhookEvent => (webhookEvents as readonly string[]).includes(name);

/** What stands in a message's body. */
export interface WebhookMessage {
  type: WebhookEvent;
  /** ISO 8601. */
  timestamp: string;
  data: Record<string, unknown>;
}
