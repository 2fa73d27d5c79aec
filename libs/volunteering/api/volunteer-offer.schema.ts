import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, indexWhere, type UnheardEvent } from '@isegoria/kernel/api';

/** Somebody who offered themself for a shift: with a place, or waiting for one in the order of their tickets. */
@Schema({ versionKey: false, collection: 'volunteer_offers' })
export class VolunteerOffer {
  /** Made of shift and person: nobody offers themself twice. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) shiftId!: string;
  @Prop({ type: String, required: true }) callId!: string;
  @Prop({ type: String, required: true }) citizenId!: string;
  @Prop({ type: Boolean, required: true }) isWaiting!: boolean;
  @Prop({ type: Number, required: true }) ticket!: number;
  /** Until when a place that became free is held; null where nothing is to be said. */
  @Prop({ type: Date, default: null }) confirmBy!: Date | null;
  /** They chose to be named among those who came. */
  @Prop({ type: Boolean, default: false }) isNamed!: boolean;
  /** As the department marked it; null before. */
  @Prop({ type: Boolean, default: null }) came!: boolean | null;
  @Prop({ type: Number, default: null }) minutes!: number | null;
  /** When its shift is over; for the order of one's own. */
  @Prop({ type: Date, required: true }) endsAt!: Date;
  @Prop({ type: Date, required: true }) at!: Date;
  /** That they got a place, until they were told. */
  unheard?: UnheardEvent[];
}

export const VolunteerOfferSchema = SchemaFactory.createForClass(VolunteerOffer);
VolunteerOfferSchema.index({ shiftId: 1, isWaiting: 1, ticket: 1 }, { unique: true });
VolunteerOfferSchema.index({ callId: 1, came: 1 });
VolunteerOfferSchema.index({ citizenId: 1, endsAt: 1, _id: 1 });
indexWhere(VolunteerOfferSchema, { confirmBy: 1 }, { field: 'confirmBy', holds: 'date' });
holdsUnheard(VolunteerOfferSchema);

export const offerId = (shift: string, citizenId: string): string => `${shift}.${citizenId}`;
