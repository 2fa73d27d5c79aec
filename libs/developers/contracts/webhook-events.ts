/** What a webhook may be told of, by what it is about: everything in it can be read by everyone. `ping` is sent when its owner asks. */
export const webhookGroups = {
  proposals: ['proposal.published', 'proposal.answered', 'proposal.merged', 'proposal.separated'],
  discussion: ['comment.published'],
  processes: ['process.changed', 'phase.changed'],
  budgets: ['budget.decided'],
  decisions: ['evaluation.opened', 'decision.replied', 'decision.corrected', 'decision.revoked', 'choice.saved'],
  consultations: ['consultation.published', 'consultation.opened', 'consultation.extended', 'consultation.withdrawn', 'consultation.answered', 'consultation.adopted', 'amendment.published'],
  initiatives: ['initiative.opened', 'initiative.reached', 'initiative.handed-in', 'initiative.fell-short', 'initiative.verified', 'initiative.answered', 'initiative.withdrawn'],
  debates: ['debate.opened', 'debate.concluded', 'debate.answered'],
  surveys: ['survey.published', 'survey.opened', 'survey.extended', 'survey.withdrawn', 'survey.counted', 'survey.reported'],
  panels: ['panel.published', 'panel.closed', 'panel.drawn', 'panel.seated', 'panel.withdrawn'],
  meetings: ['meeting.announced', 'meeting.postponed', 'meeting.cancelled', 'meeting.opened', 'meeting.closed', 'meeting.reported', 'meeting.question-answered', 'meeting.poll-closed'],
  volunteering: ['volunteer-call.published', 'volunteer-call.cancelled', 'volunteer-call.reported'],
  requests: ['request.published', 'request.changed'],
  integrity: ['integrity.told'],
} as const;
type Grouped = (typeof webhookGroups)[keyof typeof webhookGroups][number];
export const webhookEvents: readonly Grouped[] = Object.values(webhookGroups).flat();
export type WebhookEvent = Grouped | 'ping';

export const isWebhookEvent = (name: string): name is WebhookEvent => (webhookEvents as readonly string[]).includes(name);

/** What stands in a message's body. */
export interface WebhookMessage {
  type: WebhookEvent;
  /** ISO 8601. */
  timestamp: string;
  data: Record<string, unknown>;
}
