import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import type { MeetingKind, MeetingRoomInput, MeetingStage, MeetingVenueInput } from '@isegoria/meetings/contracts';
import { SchemaTypes } from 'mongoose';

export interface StoredItem {
  id: string;
  title: Localized;
  subjects: Subject[];
}

export interface StoredOutcome {
  id: string;
  text: string;
  subject: Subject | null;
  departmentId: string | null;
  dueAt: Date | null;
  doneAt: Date | null;
}

export interface StoredReport {
  text: Localized;
  minutesUrl: string;
  outcomes: StoredOutcome[];
  at: Date;
}

/** A meeting. Who comes stands in `meeting_guests`, what was asked in `meeting_questions`. */
@Schema({ versionKey: false, collection: 'meetings', minimize: false })
export class Meeting {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) stage!: MeetingStage;
  @Prop({ type: String, required: true }) kind!: MeetingKind;
  @Prop({ type: SchemaTypes.Mixed, required: true }) title!: Localized;
  @Prop({ type: SchemaTypes.Mixed, required: true }) text!: Localized;
  @Prop({ type: String, default: null }) departmentId!: string | null;
  @Prop({ type: [String], default: [] }) districtIds!: string[];
  @Prop({ type: SchemaTypes.Mixed, required: true }) venue!: MeetingVenueInput;
  @Prop({ type: String, default: '' }) joinUrl!: string;
  /** The folded stems that it is found by. */
  @Prop({ type: [String], default: [] }) terms!: string[];
  @Prop({ type: Date, default: null }) startsAt!: Date | null;
  @Prop({ type: Date, default: null }) endsAt!: Date | null;
  @Prop({ type: Number, default: null }) places!: number | null;
  @Prop({ type: Date, default: null }) registerUntil!: Date | null;
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) items!: StoredItem[];
  @Prop({ type: SchemaTypes.Mixed, required: true }) room!: MeetingRoomInput;

  /** How many have a place and how many wait, and the next number of who comes. Written with each guest, in one transaction. */
  @Prop({ type: Number, default: 0 }) registered!: number;
  @Prop({ type: Number, default: 0 }) waiting!: number;
  @Prop({ type: Number, default: 0 }) tickets!: number;

  @Prop({ type: String, default: null }) currentItemId!: string | null;
  @Prop({ type: String, default: null }) currentQuestionId!: string | null;
  @Prop({ type: Number, default: null }) came!: number | null;
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) postponements!: { from: Date; reason: string; at: Date }[];
  @Prop({ type: SchemaTypes.Mixed, default: null }) cancellation!: { reason: string; at: Date } | null;
  @Prop({ type: Date, default: null }) announcedAt!: Date | null;
  @Prop({ type: Date, default: null }) openedAt!: Date | null;
  @Prop({ type: Date, default: null }) closedAt!: Date | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) report!: StoredReport | null;
  /** For which beginning people were reminded. */
  @Prop({ type: Date, default: null }) remindedFor!: Date | null;
  @Prop({ type: Boolean, default: false }) needsErased!: boolean;

  @Prop({ type: Number, required: true }) revision!: number;
  @Prop({ type: String, required: true }) createdBy!: string;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  @Prop({ type: Date, required: true }) touchedAt!: Date;
  @Prop({ type: Boolean, default: false }) isDemo!: boolean;
  /** What happened to it, until it was told. */
  unheard?: UnheardEvent[];
}

export const MeetingSchema = SchemaFactory.createForClass(Meeting);
MeetingSchema.index({ stage: 1, startsAt: 1, _id: 1 });
MeetingSchema.index({ stage: 1, startsAt: -1, _id: -1 });
MeetingSchema.index({ departmentId: 1, stage: 1, touchedAt: -1 });
MeetingSchema.index({ 'items.subjects.id': 1 });
MeetingSchema.index({ 'report.outcomes.subject.id': 1 });
MeetingSchema.index({ createdBy: 1 });
MeetingSchema.index({ terms: 1 });
holdsUnheard(MeetingSchema);
