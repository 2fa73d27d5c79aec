import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { webhookEvents } from '@isegoria/developers/contracts';
import { type Called, callOut, Clock, Events, Jobs, log, Subjects } from '@isegoria/kernel/api';
import { parseSubject } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { happenings, type PublicEvent } from './happenings';
import { waitAfter } from './retry.rules';
import { signedHeaders, webhookSecret } from './signature';
import { DeliveryRecord, WebhookRecord } from './webhook.schema';
import { sending, Webhooks } from './webhooks.service';

const timeoutMs = 10_000;
/** Longer than a try may take: who died while sending leaves the message to the next after this. */
const leaseMs = 30_000;
/** Receivers called at once. */
const widest = 20;

/**
 * Sends what waits. Each receiver is called by one message after another, different receivers at once; the job itself only
 * begins the calls and is done, so a receiver that never answers holds neither another receiver nor the city's queue.
 */
@Injectable()
export class Deliveries implements OnModuleInit, OnModuleDestroy {
  private readonly busy = new Map<string, Promise<void>>();
  private readonly ending = new AbortController();

  constructor(
    @InjectModel(WebhookRecord.name) private readonly hooks: Model<WebhookRecord>,
    @InjectModel(DeliveryRecord.name) private readonly deliveries: Model<DeliveryRecord>,
    private readonly webhooks: Webhooks,
    private readonly subjects: Subjects,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(sending, 5000, () => this.begin());
    for (const type of webhookEvents) this.hear(type);
  }

  /** What is being sent is given up; its lease ends soon, and the next process takes it up. */
  async onModuleDestroy(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.busy.values());
  }

  /** Begins to call every receiver for whom something waits, as far as there is room. */
  async begin(): Promise<void> {
    const now = this.clock.now();
    const waiting = await this.deliveries.distinct('webhookId', { state: 'waiting', nextAt: { $lte: now } });
    const hooks = await this.hooks.find({ _id: { $in: waiting }, pausedAt: null }).lean<WebhookRecord[]>().exec();
    for (const hook of hooks.filter(({ restUntil }) => !restUntil || restUntil <= now)) {
      if (this.busy.size >= widest || this.ending.signal.aborted) return;
      if (this.busy.has(hook._id)) continue;
      const work = this.serve(hook)
        .catch((error: unknown) => log.error({ webhook: hook._id, error: String(error) }, 'a webhook could not be served'))
        .finally(() => this.busy.delete(hook._id));
      this.busy.set(hook._id, work);
    }
  }

  /** For tests: until nothing is being sent. */
  async settled(): Promise<void> {
    while (this.busy.size > 0) await Promise.all(this.busy.values());
  }

  private hear<Type extends PublicEvent>(type: Type): void {
    this.events.later(type, 'webhooks', (event) => this.webhooks.tell({ type, ...happenings[type](event) }));
  }

  /** One message after another, until none waits or one fails. */
  private async serve(hook: WebhookRecord): Promise<void> {
    while (!this.ending.signal.aborted) {
      const now = this.clock.now();
      const lease = { $set: { nextAt: new Date(now.getTime() + leaseMs) }, $inc: { tries: 1 } };
      const taken = await this.deliveries.findOneAndUpdate({ webhookId: hook._id, state: 'waiting', nextAt: { $lte: now } }, lease, { sort: { nextAt: 1 }, returnDocument: 'after' }).lean<DeliveryRecord>().exec();
      if (!taken) return;
      const isOver = await this.send(hook, taken);
      if (isOver) return;
    }
  }

  /** Sends one message and notes what came of it. Answers whether the receiver is to be left alone for now. */
  private async send(hook: WebhookRecord, { _id, body, subject, tries }: DeliveryRecord): Promise<boolean> {
    if (!(await this.isPublic(subject))) {
      await this.deliveries.updateOne({ _id }, { $set: { state: 'failed', problem: 'gone', nextAt: null } });
      return false;
    }
    const headers = signedHeaders({ secret: webhookSecret(hook._id), id: _id, at: this.clock.now(), body });
    const { status, problem } = await callOut(hook.url, { body, headers, timeoutMs, signal: this.ending.signal });
    const sent = { status, problem };
    if (this.ending.signal.aborted && sent.problem) return true;
    if (sent.problem === null) {
      await this.deliveries.updateOne({ _id }, { $set: { ...sent, state: 'delivered', nextAt: null } });
      return false;
    }
    await this.failed(hook, _id, tries, sent);
    return true;
  }

  /** 410 says that nobody is there any more; after the last try nobody has been there for three days: then nothing more is sent. */
  private async failed(hook: WebhookRecord, id: string, tries: number, sent: Called): Promise<void> {
    const wait = sent.problem === 'gone' ? null : waitAfter(tries, Math.random());
    const now = this.clock.now();
    if (wait === null) {
      await this.deliveries.updateOne({ _id: id }, { $set: { ...sent, state: 'failed', nextAt: null } });
      await this.hooks.updateOne({ _id: hook._id }, { $set: { pausedAt: now } });
      log.warn({ webhook: hook._id, problem: sent.problem }, 'a webhook is paused: its receiver does not answer any more');
      return;
    }
    const next = new Date(now.getTime() + wait);
    await this.deliveries.updateOne({ _id: id }, { $set: { ...sent, nextAt: next } });
    await this.hooks.updateOne({ _id: hook._id }, { $set: { restUntil: next } });
  }

  private async isPublic(key: string | null): Promise<boolean> {
    const subject = key === null ? null : parseSubject(key);
    return !subject || (await this.subjects.card(subject))?.isPublic === true;
  }
}
