import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { ReportRhythm } from '@isegoria/reports/contracts';

/** A report that somebody asked to get by mail. */
@Schema({ versionKey: false, collection: 'report_subscriptions' })
export class SubscriptionRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) citizenId!: string;
  @Prop({ type: String, required: true }) kind!: string;
  /** Which page of its kind; `each` is each sitting as it comes. */
  @Prop({ type: String, required: true }) reportId!: string;
  @Prop({ type: String, required: true }) rhythm!: ReportRhythm;
  @Prop({ type: Date, required: true }) since!: Date;
  @Prop({ type: Date, default: null }) sentAt!: Date | null;
  /** The keys of the latest that were sent. What is sent once is kept by the mails themselves; this saves looking. */
  @Prop({ type: [String], default: [] }) done!: string[];
}

export const SubscriptionSchema = SchemaFactory.createForClass(SubscriptionRecord);
SubscriptionSchema.index({ citizenId: 1, kind: 1, reportId: 1, rhythm: 1 }, { unique: true });
