import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** That a person evaluated a decision, and which version of it they saw. What they answered is in the log of votes. */
@Schema({ versionKey: false, collection: 'evaluations' })
export class Evaluation {
  /** Decision and person: one evaluation a person, whatever accounts they hold. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) decisionId!: string;
  @Prop({ type: String, required: true }) versionId!: string;
  @Prop({ type: Date, required: true }) at!: Date;
}

export const EvaluationSchema = SchemaFactory.createForClass(Evaluation);
EvaluationSchema.index({ decisionId: 1, versionId: 1 });
