import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { indexWhere } from '@isegoria/kernel/api';
import type { VisitDevice, VisitOrigin } from '@isegoria/insights/contracts';

/** How often pages of a kind were opened on a day, by a few wide classes. No line is about a person, and none can be traced to one. */
@Schema({ versionKey: false, collection: 'visit_days' })
export class VisitDay {
  /** All that follows, with bars between. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) day!: string;
  @Prop({ type: String, required: true }) page!: string;
  @Prop({ type: String, default: null }) processId!: string | null;
  @Prop({ type: String, required: true }) device!: VisitDevice;
  @Prop({ type: String, required: true }) locale!: string;
  @Prop({ type: String, required: true }) origin!: VisitOrigin;
  @Prop({ type: Boolean, required: true }) signedIn!: boolean;
  @Prop({ type: Number, required: true }) times!: number;
}

export const VisitDaySchema = SchemaFactory.createForClass(VisitDay);
VisitDaySchema.index({ day: 1 });
indexWhere(VisitDaySchema, { processId: 1 }, { field: 'processId', holds: 'text' });
