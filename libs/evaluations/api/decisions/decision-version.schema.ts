import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Status } from './decision.schema';

/** One version of an act that was ever seen here. Never changed and never removed: an evaluation points at it. */
@Schema({ versionKey: false, collection: 'decision_versions' })
export class DecisionVersion {
  /** Decision, version and status, for a revocation may keep the version's number. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) decisionId!: string;
  @Prop({ type: String, required: true }) versionId!: string;
  @Prop({ type: String, default: null }) correctedVersionId!: string | null;
  @Prop({ type: String, required: true }) subject!: string;
  @Prop({ type: String, required: true }) status!: Status;
  @Prop({ type: Date, required: true }) at!: Date;
  /** The digest of what the version says: another content under the same number is no version of it. */
  @Prop({ type: String, default: null }) content!: string | null;
}

export const DecisionVersionSchema = SchemaFactory.createForClass(DecisionVersion);
DecisionVersionSchema.index({ decisionId: 1, at: 1, _id: 1 });
