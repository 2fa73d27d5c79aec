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
  /** When it came onto record, which is later than `at` where its telling was late. News of a span are those that came onto record in it: later readings find the same. */
  @Prop(Date) saidAt?: Date;
  /** The keys of the parts of the city that it is news in. */
  @Prop({ type: [String], default: undefined }) within?: string[];
  /** Whether it is news in those parts alone, and no line of the whole city's stream. */
  @Prop(Boolean) isLocal?: boolean;
}

export const ActivitySchema = SchemaFactory.createForClass(ActivityRecord);
ActivitySchema.index({ key: 1 }, { unique: true });
ActivitySchema.index({ isLocal: 1, at: -1, _id: -1 });
ActivitySchema.index({ within: 1, saidAt: -1, _id: -1 });
ActivitySchema.index({ saidAt: 1 });
ActivitySchema.index({ about: 1 });
