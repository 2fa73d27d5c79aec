import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type CreateWebhookResult, type DeliveryPage, type DeveloperActResult, isWebhookEvent, most, type MutationCreateWebhookArgs, type QueryWebhookDeliveriesArgs, type Webhook, webhookForm, type WebhookMessage } from '@isegoria/developers/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, inFreeSlot, Jobs, Limits, newId, pageOf, publicUrl, Subjects, unlessThere } from '@isegoria/kernel/api';
import { problemsOf, subjectKey } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import type { Happening } from './happenings';
import { webhookSecret } from './signature';
import { DeliveryRecord, WebhookRecord } from './webhook.schema';

/** The job that sends what waits. */
export const sending = 'webhooks.send';

/** What its owner sends by hand: enough for whoever tries a receiver, too little to trouble a stranger's. */
const byHand = { points: 20, seconds: 60 };

/** Webhooks of citizens, and the messages on their way to them. */
@Injectable()
export class Webhooks {
  constructor(
    @InjectModel(WebhookRecord.name) private readonly hooks: Model<WebhookRecord>,
    @InjectModel(DeliveryRecord.name) private readonly deliveries: Model<DeliveryRecord>,
    private readonly subjects: Subjects,
    private readonly jobs: Jobs,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async create(citizen: Citizen, { input }: MutationCreateWebhookArgs): Promise<CreateWebhookResult> {
    if (!citizen.confirmed) return { __typename: 'NotAllowed', reason: 'unconfirmed' };
    const problems = problemsOf(webhookForm, input);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const hook = { _id: newId(), ownerId: citizen.id, url: input.url, events: [...new Set(input.events)].filter(isWebhookEvent), createdAt: this.clock.now(), pausedAt: null, restUntil: null };
    if (!(await inFreeSlot(this.hooks, hook, most))) return { __typename: 'NotAllowed', reason: 'too_many' };
    return { __typename: 'WebhookMade', webhook: shown(hook), secret: webhookSecret(hook._id) };
  }

  async of(ownerId: string): Promise<Webhook[]> {
    return (await this.hooks.find({ ownerId }).sort({ createdAt: 1 }).lean<WebhookRecord[]>().exec()).map(shown);
  }

  async remove(citizen: Citizen, id: string): Promise<DeveloperActResult> {
    const { deletedCount } = await this.hooks.deleteOne({ _id: id, ownerId: citizen.id });
    if (deletedCount === 0) return { __typename: 'NotFound', reason: 'webhook' };
    await this.deliveries.deleteMany({ webhookId: id });
    return { __typename: 'DeveloperDone', id };
  }

  async forget(ownerId: string): Promise<void> {
    const hooks = await this.hooks.find({ ownerId }).lean<WebhookRecord[]>().exec();
    await this.deliveries.deleteMany({ webhookId: { $in: hooks.map(({ _id }) => _id) } });
    await this.hooks.deleteMany({ ownerId });
  }

  async resume(citizen: Citizen, id: string): Promise<DeveloperActResult> {
    const { matchedCount } = await this.hooks.updateOne({ _id: id, ownerId: citizen.id }, { $set: { pausedAt: null, restUntil: null } });
    if (matchedCount === 0) return { __typename: 'NotFound', reason: 'webhook' };
    await this.jobs.nudge(sending);
    return { __typename: 'DeveloperDone', id };
  }

  async ping(citizen: Citizen, id: string): Promise<DeveloperActResult> {
    const hook = await this.owned(citizen, id);
    if (!hook) return { __typename: 'NotFound', reason: 'webhook' };
    if (await this.limits.take('webhook', citizen.id, byHand)) return { __typename: 'NotAllowed', reason: 'too_fast' };
    const at = this.clock.now();
    await this.deliveries.create(delivery(hook, { type: 'ping', key: newId(), at }, null, { webhookId: id }));
    await this.hooks.updateOne({ _id: id }, { $set: { pausedAt: null, restUntil: null } });
    await this.jobs.nudge(sending);
    return { __typename: 'DeveloperDone', id };
  }

  async deliveriesOf(citizen: Citizen, { webhookId, first, after }: QueryWebhookDeliveriesArgs): Promise<DeliveryPage> {
    const hook = await this.owned(citizen, webhookId);
    if (!hook) return { items: [], next: null, total: 0 };
    const page = await pageOf(this.deliveries, { filter: { webhookId }, sort: [['at', -1], ['_id', -1]], first, after });
    return { ...page, items: page.items.map(({ _id, state, ...rest }) => ({ ...rest, id: _id, state: states[state] })) };
  }

  /** The same message under the same number, from its first try on. */
  async replay(citizen: Citizen, id: string): Promise<DeveloperActResult> {
    const found = await this.deliveries.findById(id).lean<DeliveryRecord>().exec();
    if (!found || !(await this.owned(citizen, found.webhookId))) return { __typename: 'NotFound', reason: 'delivery' };
    if (await this.limits.take('webhook', citizen.id, byHand)) return { __typename: 'NotAllowed', reason: 'too_fast' };
    await this.deliveries.updateOne({ _id: id }, { $set: { state: 'waiting', tries: 0, nextAt: this.clock.now(), status: null, problem: null } });
    await this.hooks.updateOne({ _id: found.webhookId }, { $set: { pausedAt: null, restUntil: null } });
    await this.jobs.nudge(sending);
    return { __typename: 'DeveloperDone', id };
  }

  /** Puts a message down for every webhook that wants to know. */
  async tell(happening: Happening): Promise<void> {
    const hooks = await this.hooks.find({ events: happening.type }).lean<WebhookRecord[]>().exec();
    const card = hooks.length > 0 ? await this.subjects.card(happening.subject) : null;
    if (!card?.isPublic) return;
    const { kind, id, title, path } = card;
    const data = { subject: { kind, id }, title, url: `${publicUrl()}${path}`, ...happening.more };
    for (const hook of hooks) await this.deliveries.create(delivery(hook, happening, subjectKey(happening.subject), data)).catch(unlessThere);
    await this.jobs.nudge(sending);
  }

  private owned(citizen: Citizen, id: string): Promise<WebhookRecord | null> {
    return this.hooks.findOne({ _id: id, ownerId: citizen.id }).lean<WebhookRecord>().exec();
  }
}

const states = { waiting: 'WAITING', delivered: 'DELIVERED', failed: 'FAILED' } as const;

function shown({ _id, url, events, createdAt, pausedAt }: Omit<WebhookRecord, 'slot'>): Webhook {
  return { id: _id, url, events, createdAt, pausedAt };
}

function delivery(hook: WebhookRecord, { type, key, at }: Pick<Happening, 'type' | 'key' | 'at'>, subject: string | null, data: Record<string, unknown>): DeliveryRecord {
  const message: WebhookMessage = { type, timestamp: at.toISOString(), data };
  const number = hash('sha256', `${hook._id} ${type} ${key}`, 'base64url').slice(0, 32);
  return { _id: `msg_${number}`, webhookId: hook._id, type, subject, body: JSON.stringify(message), state: 'waiting', tries: 0, status: null, problem: null, at, nextAt: at };
}
