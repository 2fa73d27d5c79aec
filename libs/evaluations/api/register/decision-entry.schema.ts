import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Status } from '../decisions/decision.schema';

/** That somebody of the municipality entered an act, corrected or revoked it. Never changed; the public sees what changed, officials also who did it. */
@Schema({ versionKey: false, collection: 'decision_entries' })
export class DecisionEntry {
  /** The decision, and the version that stood before: a press that broke off and is repeated is one entry. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) decisionId!: string;
  @Prop({ type: String, required: true }) versionId!: string;
  @Prop({ type: String, required: true }) status!: Status;
  /** Null where it came by the command of whoever runs the platform. */
  @Prop({ type: String, default: null }) byId!: string | null;
  @Prop({ type: Date, required: true }) at!: Date;
}

export const DecisionEntrySchema = SchemaFactory.createForClass(DecisionEntry);
DecisionEntrySchema.index({ decisionId: 1, at: 1, _id: 1 });
DecisionEntrySchema.index({ byId: 1 });
