import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { PopulationShares } from '@isegoria/statistics/contracts';

/** A table of the city's people. Written once and never changed: published figures name the one that they were made with. */
@Schema({ versionKey: false, collection: 'populations' })
export class PopulationRecord implements PopulationShares {
  /** Grows with time, so that the newest is the last. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) source!: string;
  @Prop({ type: String, required: true }) asOf!: string;
  @Prop({ type: [{ _id: false, ageBand: String, gender: String, people: Number }], required: true }) ages!: PopulationShares['ages'];
  @Prop({ type: [{ _id: false, districtId: String, people: Number }], required: true }) districts!: PopulationShares['districts'];
  /** Who saved it; '' for the demo city's own. */
  @Prop({ type: String, default: '' }) by!: string;
  @Prop({ type: Date, required: true }) at!: Date;
}

export const PopulationSchema = SchemaFactory.createForClass(PopulationRecord);
