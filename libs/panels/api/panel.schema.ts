import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import type { PanelStage, Quota } from '@isegoria/panels/contracts';
import type { Dimension } from '@isegoria/statistics/contracts';
import { SchemaTypes } from 'mongoose';

/** A panel that is drawn by lot, from its call to its last seat. */
@Schema({ versionKey: false, collection: 'panels' })
export class Panel {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) stage!: PanelStage;
  @Prop({ type: SchemaTypes.Mixed, required: true }) title!: Localized;
  @Prop({ type: SchemaTypes.Mixed, required: true }) text!: Localized;
  /** The folded stems that it is found by. */
  @Prop({ type: [String], default: [] }) terms!: string[];
  @Prop({ type: String, default: null }) departmentId!: string | null;
  @Prop({ type: [String], default: [] }) districtIds!: string[];
  @Prop({ type: Number, default: null }) minimumAge!: number | null;
  @Prop({ type: Number, required: true }) seats!: number;
  @Prop({ type: [String], default: [] }) balance!: Dimension[];
  @Prop({ type: SchemaTypes.Mixed, required: true }) source!: Localized;
  @Prop({ type: Date, default: null }) closesAt!: Date | null;
  @Prop({ type: Date, default: null }) drawsAt!: Date | null;
  @Prop({ type: Number, required: true }) answerDays!: number;

  /** How many are on the list. Written in one transaction with each of them. */
  @Prop({ type: Number, default: 0 }) offers!: number;
  @Prop({ type: Date, default: null }) publishedAt!: Date | null;
  @Prop({ type: Date, default: null }) closedAt!: Date | null;
  /** Of the list, and how many people each group has in the city, as both stood when it was closed; null until then. */
  @Prop({ type: String, default: null }) listDigest!: string | null;
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) cells!: Quota[];
  /** What the first official entered, until the second one does. */
  @Prop({ type: SchemaTypes.Mixed, default: null }) entry!: { numbers: string; byId: string; at: Date } | null;
  @Prop({ type: String, default: null }) numbers!: string | null;
  @Prop({ type: String, default: null }) seed!: string | null;
  /** Who vouches for the numbers. */
  @Prop({ type: [String], default: [] }) enteredBy!: string[];
  /** How many have taken their seat, as it was counted last. */
  @Prop({ type: Number, default: 0 }) accepted!: number;
  @Prop({ type: Date, default: null }) drawnAt!: Date | null;
  @Prop({ type: Date, default: null }) seatedAt!: Date | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) withdrawal!: { reason: string; at: Date } | null;
  /** When it was forgotten who of those without a seat had offered themselves; null until then. */
  @Prop({ type: Date, default: null }) forgottenAt!: Date | null;

  @Prop({ type: Number, required: true }) revision!: number;
  @Prop({ type: String, required: true }) createdBy!: string;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  @Prop({ type: Date, required: true }) touchedAt!: Date;
  @Prop({ type: Boolean, default: false }) isDemo!: boolean;
  /** What happened to it, until it was told. */
  unheard?: UnheardEvent[];
}

export const PanelSchema = SchemaFactory.createForClass(Panel);
PanelSchema.index({ publishedAt: -1, _id: -1 });
PanelSchema.index({ stage: 1, publishedAt: -1, _id: -1 });
PanelSchema.index({ stage: 1, closesAt: 1 });
PanelSchema.index({ stage: 1, drawnAt: 1 });
PanelSchema.index({ forgottenAt: 1, drawnAt: 1 });
PanelSchema.index({ departmentId: 1, touchedAt: -1, _id: -1 });
PanelSchema.index({ touchedAt: -1, _id: -1 });
PanelSchema.index({ terms: 1 });
PanelSchema.index({ createdBy: 1 });
PanelSchema.index({ enteredBy: 1 });
PanelSchema.index({ 'entry.byId': 1 });
holdsUnheard(PanelSchema);
