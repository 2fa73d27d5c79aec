import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { indexWhere } from '@isegoria/kernel/api';
import type { AmendmentOutcome, AmendmentVisibility } from '@isegoria/consultations/contracts';
import { SchemaTypes } from 'mongoose';

/** What a moderator decided, for its author. */
export interface Verdict {
  rule: number | null;
  reason: string;
  caseId: string;
}

/** Another wording of one article, or that it be left out. Of a withdrawn one only its place stays: its words are gone. */
@Schema({ versionKey: false, collection: 'amendments', minimize: false })
export class AmendmentRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) consultationId!: string;
  @Prop({ type: String, required: true }) articleId!: string;
  @Prop({ type: Number, required: true }) version!: number;
  /** The place of its article in the text, for lists that follow it. */
  @Prop({ type: Number, required: true }) place!: number;
  @Prop({ type: String, required: true }) authorId!: string;
  @Prop({ type: Boolean, required: true }) isRemoval!: boolean;
  @Prop({ type: String, default: '' }) text!: string;
  @Prop({ type: String, default: '' }) reason!: string;
  @Prop({ type: String, required: true }) visibility!: AmendmentVisibility;
  /** Held while it is open: a person has one open amendment to an article. The store refuses a second. */
  @Prop({ type: String }) slot?: string;
  @Prop({ type: Number, default: 0 }) supports!: number;
  @Prop({ type: Number, default: 0 }) supportsSeq!: number;
  @Prop({ type: String, required: true }) nonce!: string;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  @Prop({ type: Date, default: null }) publishedAt!: Date | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) verdict!: Verdict | null;
  /** When the last decision that we heard was made; an older one that comes late changes nothing. */
  @Prop({ type: Date, default: null }) decidedAt!: Date | null;
  /** What the service says to it: a draft until its consultation is answered. */
  @Prop({ type: SchemaTypes.Mixed, default: null }) reply!: { outcome: AmendmentOutcome; reason: string } | null;
  /** Whether all who should know of it know: moderators, readers, the ballot. */
  @Prop({ type: Boolean, default: false }) entered!: boolean;
}

export const AmendmentSchema = SchemaFactory.createForClass(AmendmentRecord);
AmendmentSchema.index({ consultationId: 1, visibility: 1, supports: -1, _id: -1 });
AmendmentSchema.index({ consultationId: 1, visibility: 1, _id: -1 });
AmendmentSchema.index({ consultationId: 1, articleId: 1, visibility: 1, supports: -1, _id: -1 });
AmendmentSchema.index({ consultationId: 1, articleId: 1, visibility: 1, _id: -1 });
AmendmentSchema.index({ visibility: 1, _id: 1 });
AmendmentSchema.index({ authorId: 1, _id: -1 });
AmendmentSchema.index({ createdAt: 1 }, { partialFilterExpression: { entered: false } });
AmendmentSchema.index({ authorId: 1, nonce: 1 }, { unique: true });
indexWhere(AmendmentSchema, { slot: 1 }, { field: 'slot', holds: 'text', unique: true });
