import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** A mail, or a notice to a device, and how far it came. Its `_id` is the key of what it tells, so that a job that runs twice sends it once. */
@Schema({ versionKey: false, collection: 'mails' })
export class MailRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: Date, required: true }) claimedAt!: Date;
  @Prop({ type: Date, default: null }) sentAt!: Date | null;
}

/** A mail that stays in the house because no mail server is configured. */
@Schema({ versionKey: false, collection: 'outbox' })
export class OutboxRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) to!: string;
  @Prop({ type: String, required: true }) subject!: string;
  @Prop({ type: String, required: true }) text!: string;
  @Prop({ type: String, required: true }) html!: string;
  /** The names of the files that went with it. */
  @Prop({ type: [String], default: [] }) files!: string[];
  @Prop({ type: Date, required: true }) at!: Date;
}

/** What a citizen wishes about mail; who said nothing gets it. */
@Schema({ versionKey: false, collection: 'mail_wishes' })
export class MailWish {
  /** The citizen's id. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: Boolean, required: true }) mail!: boolean;
}

export const MailSchema = SchemaFactory.createForClass(MailRecord);
MailSchema.index({ claimedAt: 1 }, { expireAfterSeconds: 90 * 24 * 3600 });
export const OutboxSchema = SchemaFactory.createForClass(OutboxRecord);
OutboxSchema.index({ at: -1, _id: -1 });
OutboxSchema.index({ to: 1 });
OutboxSchema.index({ at: 1 }, { expireAfterSeconds: 30 * 24 * 3600 });
export const MailWishSchema = SchemaFactory.createForClass(MailWish);
