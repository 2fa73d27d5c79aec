import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import type { Criterion } from '@isegoria/evaluations/contracts';
import { Schema as MongooseSchema } from 'mongoose';

/** Several acts that make one decision in people's eyes. Which acts those are, the acts say (`choiceId`): an act is in one choice at most. */
@Schema({ versionKey: false, collection: 'choices', minimize: false })
export class Choice {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: MongooseSchema.Types.Mixed, required: true }) title!: Localized;
  @Prop({ type: MongooseSchema.Types.Mixed, required: true }) text!: Localized;
  /** The folded stems that it is found by: its own words. */
  @Prop({ type: [String], required: true }) terms!: string[];
  /** The proposals and budget projects that it answers. */
  @Prop({ type: [MongooseSchema.Types.Mixed], default: [] }) links!: Subject[];
  @Prop({ type: String, default: null }) departmentId!: string | null;
  @Prop({ type: MongooseSchema.Types.Mixed, required: true }) criteria!: Criterion[];
  @Prop({ type: Number, required: true }) revision!: number;
  @Prop({ type: Boolean, default: false }) isDemo!: boolean;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  /** It is laid before the citizens as soon as it is made. */
  @Prop({ type: Date, required: true }) openedAt!: Date;
  @Prop({ type: Date, default: null }) secondAt!: Date | null;
  @Prop({ type: Date, default: null }) deliveredAt!: Date | null;
  @Prop({ type: Date, default: null }) dissolvedAt!: Date | null;
  @Prop({ type: Number, default: 0 }) evaluated!: number;
  @Prop({ type: Number, default: null }) countedTo!: number | null;
  /** Acts that were let go and whose own ballots may have to open again. */
  @Prop({ type: [String], default: [] }) released!: string[];
  @Prop({ type: Boolean }) unsettled?: boolean;
  /** That it was saved and opened, until that was told. */
  unheard?: UnheardEvent[];
}

export const ChoiceSchema = SchemaFactory.createForClass(Choice);
ChoiceSchema.index({ dissolvedAt: 1, evaluated: -1, _id: -1 });
ChoiceSchema.index({ terms: 1 });
ChoiceSchema.index({ 'links.kind': 1, 'links.id': 1 });
ChoiceSchema.index({ secondAt: 1, openedAt: 1 });
ChoiceSchema.index({ unsettled: 1 }, { partialFilterExpression: { unsettled: true } });
holdsUnheard(ChoiceSchema);
