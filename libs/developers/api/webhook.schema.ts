import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { WebhookEvent } from '@isegoria/developers/contracts';
import type { CallProblem } from '@isegoria/kernel/api';

/** An address that is told what happens. Its secret is derived from its id: none stands in the store. */
@Schema({ versionKey: false, collection: 'webhooks' })
export class WebhookRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) ownerId!: string;
  @Prop({ type: Number, required: true }) slot!: number;
  @Prop({ type: String, required: true }) url!: string;
  @Prop({ type: [String], required: true }) events!: WebhookEvent[];
  @Prop({ type: Date, required: true }) createdAt!: Date;
  @Prop({ type: Date, default: null }) pausedAt!: Date | null;
  /** Until when its receiver is left alone, after a try that failed. */
  @Prop({ type: Date, default: null }) restUntil!: Date | null;
}

export type DeliveryStand = 'waiting' | 'delivered' | 'failed';

/** A message on its way to one address. */
@Schema({ versionKey: false, collection: 'webhook_deliveries' })
export class DeliveryRecord {
  /** Webhook and event: an event that is heard twice is one message. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) webhookId!: string;
  @Prop({ type: String, required: true }) type!: WebhookEvent;
  /** What the message is about: it is looked up again before each try, for it may no longer be public. */
  @Prop({ type: String, default: null }) subject!: string | null;
  @Prop({ type: String, required: true }) body!: string;
  @Prop({ type: String, required: true }) state!: DeliveryStand;
  @Prop({ type: Number, default: 0 }) tries!: number;
  @Prop({ type: Number, default: null }) status!: number | null;
  @Prop({ type: String, default: null }) problem!: CallProblem | null;
  @Prop({ type: Date, required: true }) at!: Date;
  /** When it is tried next; while it is being sent, when it may be taken up again should the sender die. */
  @Prop({ type: Date, default: null }) nextAt!: Date | null;
}

const keptDays = 30;

export const WebhookSchema = SchemaFactory.createForClass(WebhookRecord);
WebhookSchema.index({ ownerId: 1, slot: 1 }, { unique: true });
WebhookSchema.index({ events: 1 });
export const DeliverySchema = SchemaFactory.createForClass(DeliveryRecord);
DeliverySchema.index({ state: 1, nextAt: 1 });
DeliverySchema.index({ webhookId: 1, at: -1, _id: -1 });
DeliverySchema.index({ at: 1 }, { expireAfterSeconds: keptDays * 24 * 3600 });
