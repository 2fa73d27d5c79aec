import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { SchemaTypes } from 'mongoose';

/** A straw poll. Its answers are a secret ballot. */
@Schema({ versionKey: false, collection: 'meeting_polls' })
export class MeetingPollRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) meetingId!: string;
  @Prop({ type: SchemaTypes.Mixed, required: true }) question!: Localized;
  @Prop({ type: [SchemaTypes.Mixed], required: true }) options!: { id: string; text: Localized }[];
  @Prop({ type: Boolean, required: true }) isLive!: boolean;
  @Prop({ type: Number, default: null }) present!: number | null;
  /** Until somebody, or the clock, has ended it: of one meeting one at a time. */
  @Prop({ type: Boolean, required: true }) isOpen!: boolean;
  @Prop({ type: String, required: true }) askedBy!: string;
  @Prop({ type: Date, required: true }) openedAt!: Date;
  @Prop({ type: Date, required: true }) closesAt!: Date;
  unheard?: UnheardEvent[];
}

export const MeetingPollSchema = SchemaFactory.createForClass(MeetingPollRecord);
MeetingPollSchema.index({ meetingId: 1 }, { unique: true, partialFilterExpression: { isOpen: true } });
MeetingPollSchema.index({ meetingId: 1, openedAt: -1 });
MeetingPollSchema.index({ isOpen: 1, closesAt: 1 });
MeetingPollSchema.index({ askedBy: 1 });
holdsUnheard(MeetingPollSchema);

export const pollSubject = (id: string) => ({ kind: 'meeting-poll', id });
export const pollBallot = (id: string): string => `meeting-poll:${id}`;
/** The one question of its ballot. */
export const pollQuestion = 'poll';
