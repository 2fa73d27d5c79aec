import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { shortHours } from '@isegoria/volunteering/contracts';
import { SchemaTypes } from 'mongoose';

/** One time at which people work for a call, and how many have a place in it. */
@Schema({ versionKey: false, collection: 'volunteer_shifts' })
export class VolunteerShift {
  /** Made of the call and the shift's own name in it. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) callId!: string;
  @Prop({ type: String, required: true }) task!: string;
  @Prop({ type: String, default: '' }) bring!: string;
  /** Null where each comes when they like. */
  @Prop({ type: Date, default: null }) startsAt!: Date | null;
  /** Null in a draft alone. */
  @Prop({ type: Date, default: null }) endsAt!: Date | null;
  /** How long one person works. */
  @Prop({ type: Number, default: 0 }) minutes!: number;
  @Prop({ type: Number, required: true }) minimum!: number;
  @Prop({ type: Number, required: true }) places!: number;
  @Prop({ type: Boolean, default: false }) isStepFree!: boolean;
  @Prop({ type: Boolean, default: false }) isForChildren!: boolean;
  @Prop({ type: Number, default: null }) fromAge!: number | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) cancellation!: { reason: string; at: Date } | null;
  /** Whether its call is open for offers: what a place is given by, in the same transaction. */
  @Prop({ type: Boolean, default: false }) isOpen!: boolean;

  /** How many have a place and how many wait, and the next number of who comes. Written with each offer, in one transaction. */
  @Prop({ type: Number, default: 0 }) registered!: number;
  @Prop({ type: Number, default: 0 }) waiting!: number;
  @Prop({ type: Number, default: 0 }) tickets!: number;
  /** How many came, and all their time: what stays of them when they leave the city. Null before anybody was marked. */
  @Prop({ type: Number, default: null }) came!: number | null;
  @Prop({ type: Number, default: 0 }) given!: number;
  /** Whether people were reminded of it. */
  @Prop({ type: Boolean, default: false }) isReminded!: boolean;
  /** Whether its department was told that it lacks people. */
  @Prop({ type: Boolean, default: false }) isShortTold!: boolean;
}

export const VolunteerShiftSchema = SchemaFactory.createForClass(VolunteerShift);
VolunteerShiftSchema.index({ callId: 1, _id: 1 });
VolunteerShiftSchema.index({ isOpen: 1, endsAt: 1 });

export const shiftId = (callId: string, own: string): string => `${callId}.${own}`;
/** Its own name in its call, as the form knows it. */
export const ownName = ({ _id, callId }: Pick<VolunteerShift, '_id' | 'callId'>): string => _id.slice(callId.length + 1);

/** Those that take place and begin within so long, as the store is asked for them; of what each does when they like, those that end. */
export function beginningWithin(ms: number, now: Date) {
  const soon = { $gt: now, $lte: new Date(now.getTime() + ms) };
  return { isOpen: true, cancellation: null, endsAt: { $gt: now }, $or: [{ startsAt: soon }, { startsAt: null, endsAt: soon }] };
}

/** Of them those that still have fewer people than they take. */
export const shortOnes = (now: Date) => ({ ...beginningWithin(shortHours * 3_600_000, now), $expr: { $lt: ['$registered', '$minimum'] } });
