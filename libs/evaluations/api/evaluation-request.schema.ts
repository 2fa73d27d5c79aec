import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** That somebody asked for an act to be evaluated. Who it was, the key does not tell: it is made of act and person by HMAC. */
@Schema({ versionKey: false, collection: 'evaluation_requests' })
export class EvaluationRequest {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) decisionId!: string;
}

export const EvaluationRequestSchema = SchemaFactory.createForClass(EvaluationRequest);
EvaluationRequestSchema.index({ decisionId: 1 });
