import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { SchemaTypes } from 'mongoose';

/** What one official counted on a sheet. */
export interface SheetReading {
  byId: string;
  valid: number;
}

/** A paper sheet with signatures. It counts when two officials have counted the same. */
@Schema({ versionKey: false, collection: 'initiative_sheets' })
export class SheetRecord {
  /** `<initiative>.<number>` */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) initiativeId!: string;
  @Prop({ type: Number, required: true }) number!: number;
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) readings!: SheetReading[];
  /** What counts; null until two agree. */
  @Prop({ type: Number, default: null }) valid!: number | null;
  /** Grows with each reading, so that two at once do not write over each other. */
  @Prop({ type: Number, required: true }) revision!: number;
  @Prop({ type: Date, required: true }) at!: Date;
}

export const SheetSchema = SchemaFactory.createForClass(SheetRecord);
SheetSchema.index({ initiativeId: 1, number: 1 });
SheetSchema.index({ 'readings.byId': 1 });
