import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { ObjectionOutcome } from '@isegoria/moderation/contracts';

/** An author's objection against a decision. One for each decision. */
@Schema({ versionKey: false, collection: 'moderation-objections' })
export class Objection {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) caseId!: string;
  @Prop({ type: String, required: true }) authorId!: string;
  /** Who made the decision that it is against, and so may not look at it again. */
  @Prop({ type: String, required: true }) against!: string;
  @Prop({ type: String, required: true }) text!: string;
  @Prop({ type: Date, required: true }) at!: Date;
  @Prop({ type: String, required: true }) outcome!: ObjectionOutcome;
  @Prop({ type: String, default: null }) reason!: string | null;
  @Prop({ type: String, default: null }) decidedBy!: string | null;
  @Prop({ type: Date, default: null }) decidedAt!: Date | null;
  @Prop({ type: Boolean, default: true }) delivered!: boolean;
}

export const ObjectionSchema = SchemaFactory.createForClass(Objection);
ObjectionSchema.index({ caseId: 1 }, { unique: true });
ObjectionSchema.index({ authorId: 1 });
ObjectionSchema.index({ decidedBy: 1 });
ObjectionSchema.index({ outcome: 1, at: 1, _id: 1 });
ObjectionSchema.index({ decidedAt: 1 }, { partialFilterExpression: { delivered: false }, name: 'undelivered' });
