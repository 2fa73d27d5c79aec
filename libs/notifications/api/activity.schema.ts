import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Params } from '@isegoria/notifications/contracts';

/** Something public that happened. */
@Schema({ versionKey: false, collection: 'activities', minimize: false })
export class ActivityRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) key!: string;
  @Prop({ type: String, required: true }) name!: string;
  @Prop({ type: String, required: true }) about!: string;
  @Prop({ type: Object, required: true }) params!: Params;
  @Prop({ type: Date, required: true }) at!: Date;
}

export const ActivitySchema = SchemaFactory.createForClass(ActivityRecord);
ActivitySchema.index({ key: 1 }, { unique: true });
ActivitySchema.index({ at: -1, _id: -1 });
ActivitySchema.index({ about: 1 });
