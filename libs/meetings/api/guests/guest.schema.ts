import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, type UnheardEvent } from '@isegoria/kernel/api';

/** Somebody who registered for a meeting: with a place, or waiting for one in the order of their tickets. */
@Schema({ versionKey: false, collection: 'meeting_guests' })
export class MeetingGuestRecord {
  /** Made of meeting and person: nobody stands on a list twice. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) meetingId!: string;
  @Prop({ type: String, required: true }) citizenId!: string;
  @Prop({ type: Boolean, required: true }) isWaiting!: boolean;
  @Prop({ type: Number, required: true }) ticket!: number;
  /** What they need so that they can take part. Erased some days after the meeting. */
  @Prop({ type: String, default: '' }) needs!: string;
  @Prop({ type: Date, required: true }) at!: Date;
  /** That they got a place, until they were told. */
  unheard?: UnheardEvent[];
}

export const MeetingGuestSchema = SchemaFactory.createForClass(MeetingGuestRecord);
MeetingGuestSchema.index({ meetingId: 1, isWaiting: 1, ticket: 1 }, { unique: true });
MeetingGuestSchema.index({ citizenId: 1, at: -1 });
holdsUnheard(MeetingGuestSchema);

export const guestId = (meetingId: string, citizenId: string): string => `${meetingId}.${citizenId}`;
