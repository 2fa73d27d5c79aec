import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** Which administrator took whose passkeys and second step away: written with the change, never altered but for `isTold`. */
@Schema({ versionKey: false, collection: 'second_step_removals' })
export class SecondStepRemovalRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) citizenId!: string;
  @Prop({ type: String, required: true }) by!: string;
  @Prop({ type: Date, required: true }) at!: Date;
  /** Whether the owner, the public ledger and the other slices have heard of it. */
  @Prop({ type: Boolean }) isTold?: boolean;
}

export const SecondStepRemovalSchema = SchemaFactory.createForClass(SecondStepRemovalRecord);
SecondStepRemovalSchema.index({ at: -1, _id: -1 });
SecondStepRemovalSchema.index({ isTold: 1, at: 1 }, { partialFilterExpression: { isTold: false } });
