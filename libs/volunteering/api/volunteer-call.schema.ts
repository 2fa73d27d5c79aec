import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import type { VolunteerStage } from '@isegoria/volunteering/contracts';
import { SchemaTypes } from 'mongoose';

interface Refusal {
  reason: string;
  at: Date;
}

/** A call for volunteers. Its shifts stand in `volunteer_shifts`, who offered themself in `volunteer_offers`. */
@Schema({ versionKey: false, collection: 'volunteer_calls', minimize: false })
export class VolunteerCall {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) stage!: VolunteerStage;
  @Prop({ type: SchemaTypes.Mixed, required: true }) title!: Localized;
  @Prop({ type: SchemaTypes.Mixed, required: true }) text!: Localized;
  @Prop({ type: Boolean, default: false }) isByCitizen!: boolean;
  /** The citizen who proposed it; empty where an official made it, or they have left. */
  @Prop({ type: String, default: '' }) authorId!: string;
  @Prop({ type: String, default: null }) departmentId!: string | null;
  @Prop({ type: String, default: null }) categoryId!: string | null;
  @Prop({ type: String, default: null }) districtId!: string | null;
  @Prop({ type: SchemaTypes.Mixed, required: true }) place!: { label: string; lat: number | null; lng: number | null };
  /** What on the platform it grew from. */
  @Prop({ type: SchemaTypes.Mixed, default: null }) origin!: Subject | null;
  @Prop({ type: String, default: '' }) responsible!: string;
  /** The folded stems that it is found by. */
  @Prop({ type: [String], default: [] }) terms!: string[];
  /** When the first shift that takes place is, and when the last one is over. */
  @Prop({ type: Date, default: null }) startsAt!: Date | null;
  @Prop({ type: Date, default: null }) endsAt!: Date | null;

  @Prop({ type: Date, default: null }) proposedAt!: Date | null;
  @Prop({ type: Date, default: null }) publishedAt!: Date | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) decline!: Refusal | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) cancellation!: Refusal | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) report!: { text: Localized; people: number; minutes: number; pictures: string[]; at: Date } | null;
  /** Moderators took it off the lists. */
  @Prop({ type: Boolean, default: false }) isHidden!: boolean;
  @Prop({ type: SchemaTypes.Mixed, default: null }) verdict!: { rule: number | null; reason: string; caseId: string } | null;
  @Prop({ type: Date, default: null }) decidedAt!: Date | null;

  @Prop({ type: Number, required: true }) revision!: number;
  /** The official who made it, or took it on; empty before that. */
  @Prop({ type: String, default: '' }) createdBy!: string;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  @Prop({ type: Date, required: true }) touchedAt!: Date;
  @Prop({ type: Boolean, default: false }) isDemo!: boolean;
  /** What happened to it, until it was told. */
  unheard?: UnheardEvent[];
}

export const VolunteerCallSchema = SchemaFactory.createForClass(VolunteerCall);
VolunteerCallSchema.index({ stage: 1, startsAt: 1, _id: 1 });
VolunteerCallSchema.index({ stage: 1, endsAt: 1 });
VolunteerCallSchema.index({ departmentId: 1, stage: 1, touchedAt: -1 });
VolunteerCallSchema.index({ 'origin.id': 1 });
VolunteerCallSchema.index({ authorId: 1, _id: -1 });
VolunteerCallSchema.index({ createdBy: 1 });
VolunteerCallSchema.index({ terms: 1 });
holdsUnheard(VolunteerCallSchema);

export const callSubject = (id: string) => ({ kind: 'volunteer-call', id });
export const callPath = (id: string): string => `/volunteering/${id}`;
