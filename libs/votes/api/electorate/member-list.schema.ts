import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Localized } from '@isegoria/kernel/contracts';

/** A list of members. Who is on it stands apart, under names of the list's own. */
@Schema({ versionKey: false, collection: 'member_lists' })
export class MemberListRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: { el: String, en: String, _id: false }, required: true }) title!: Localized;
  @Prop({ type: Number, default: 0 }) members!: number;
  /** Counts the changes. */
  @Prop({ type: Number, default: 0 }) version!: number;
  /** Until when an announced ballot asks it. It only moves on, and no change is written before it. */
  @Prop({ type: Date, default: null }) fixedUntil!: Date | null;
  @Prop({ type: Date, required: true }) createdAt!: Date;
}

export const MemberListSchema = SchemaFactory.createForClass(MemberListRecord);
MemberListSchema.index({ createdAt: -1 });

/** One change of a list, written with it and never altered but for `isTold`: whether the ledger has heard of it. */
@Schema({ versionKey: false, collection: 'member_changes' })
export class MemberChangeRecord {
  /** `list|version`. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) list!: string;
  @Prop({ type: String, required: true }) by!: string;
  @Prop({ type: Number, required: true }) added!: number;
  @Prop({ type: Number, required: true }) removed!: number;
  @Prop({ type: Number, required: true }) members!: number;
  @Prop({ type: Date, required: true }) at!: Date;
  @Prop({ type: Boolean, default: false }) isTold!: boolean;
}

export const MemberChangeSchema = SchemaFactory.createForClass(MemberChangeRecord);
MemberChangeSchema.index({ list: 1, at: -1 });
MemberChangeSchema.index({ isTold: 1 });
MemberChangeSchema.index({ by: 1 });
