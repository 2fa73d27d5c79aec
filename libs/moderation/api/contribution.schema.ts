import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** What somebody contributed, as moderation knows it: whose it is, and how it read when it was last submitted. */
@Schema({ versionKey: false, collection: 'moderation-contributions' })
export class Contribution {
  /** The contribution's key. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) authorId!: string;
  @Prop({ type: String, default: '' }) title!: string;
  @Prop({ type: String, default: '' }) text!: string;
  @Prop({ type: String, default: null }) alignment!: string | null;
  @Prop({ type: Date, required: true }) at!: Date;
}

export const ContributionSchema = SchemaFactory.createForClass(Contribution);
ContributionSchema.index({ authorId: 1 });
