import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { InitiativeOutcome, InitiativeStage, RefusalGround } from '@isegoria/initiatives/contracts';
import { holdsUnheard, indexWhere, type UnheardEvent } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { SchemaTypes } from 'mongoose';
import type { Terms } from './initiative-kind.schema';

/** Who carries it: the author first. Of who left the city the place stays, by nobody. */
export interface Promoter {
  citizenId: string;
  at: Date;
}

export interface Refusal {
  grounds: RefusalGround[];
  words: string;
  at: Date;
  /** The digest of the text that was refused. */
  digest: string;
}

/** A citizens' initiative. Its signatures are votes; the names beside them stand in `initiative_signatures`, the paper in `initiative_sheets`. */
@Schema({ versionKey: false, collection: 'initiatives', minimize: false })
export class Initiative {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) stage!: InitiativeStage;
  /** What its kind asked and promised when it was started. */
  @Prop({ type: SchemaTypes.Mixed, required: true }) asks!: Terms;
  @Prop({ type: String, default: '' }) title!: string;
  @Prop({ type: String, default: '' }) text!: string;
  @Prop({ type: String, default: '' }) why!: string;
  @Prop({ type: String, default: null }) categoryId!: string | null;
  @Prop({ type: String, default: null }) districtId!: string | null;
  /** The folded stems that it is found by. */
  @Prop({ type: [String], default: [] }) terms!: string[];
  @Prop({ type: String, required: true }) authorId!: string;
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) promoters!: Promoter[];
  /** The secret part of the address that asks promoters; null while nobody is asked. */
  @Prop({ type: String, default: null }) invitation!: string | null;
  /** Of what is signed, from the moment that promoters are asked. */
  @Prop({ type: String, default: null }) digest!: string | null;

  /** As last counted from the log, up to which number of it. */
  @Prop({ type: Number, default: 0 }) signatures!: number;
  @Prop({ type: Number, default: 0 }) countedSeq!: number;
  /** The sum of the sheets that count. */
  @Prop({ type: Number, default: 0 }) paper!: number;

  @Prop({ type: Date, default: null }) submittedAt!: Date | null;
  /** Each refusal, the last one last. Two are the most. */
  @Prop({ type: [SchemaTypes.Mixed], default: [] }) refusals!: Refusal[];
  @Prop({ type: Date, default: null }) opensAt!: Date | null;
  /** When it was to end; `closesAt` is earlier where its promoters handed it in. */
  @Prop({ type: Date, default: null }) endsAt!: Date | null;
  @Prop({ type: Date, default: null }) closesAt!: Date | null;
  @Prop({ type: Date, default: null }) reachedAt!: Date | null;
  @Prop({ type: Date, default: null }) handedInAt!: Date | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) check!: { valid: number; of: number; note: string; at: Date } | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) sitting!: { id: string; title: Localized; path: string; at: Date } | null;
  /** The agenda that it left last, and that sitting's number of changes then: what was announced before is over. */
  @Prop({ type: SchemaTypes.Mixed, default: null }) left!: { sittingId: string; revision: number } | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) answer!: { outcome: InitiativeOutcome; text: string; ada: string | null; url: string; at: Date } | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) withdrawal!: { reason: string; at: Date } | null;

  /** How many stood on the check list when it was made, when that was, and when it is to be erased; null where there is none, or none any more. */
  @Prop({ type: SchemaTypes.Mixed, default: null }) list!: { made: number; at: Date; keptUntil: Date; openings: { at: Date; byId: string }[] } | null;

  @Prop({ type: SchemaTypes.Mixed, default: null }) verdict!: { rule: number | null; reason: string; caseId: string } | null;
  @Prop({ type: Date, default: null }) decidedAt!: Date | null;
  @Prop({ type: Boolean, default: false }) isHidden!: boolean;

  @Prop({ type: Number, required: true }) revision!: number;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  @Prop({ type: Date, required: true }) touchedAt!: Date;
  @Prop({ type: Boolean, default: false }) isDemo!: boolean;
  /** What happened to it, until it was told. */
  unheard?: UnheardEvent[];
}

export const InitiativeSchema = SchemaFactory.createForClass(Initiative);
InitiativeSchema.index({ stage: 1, opensAt: -1, _id: -1 });
InitiativeSchema.index({ stage: 1, closesAt: 1, _id: 1 });
InitiativeSchema.index({ stage: 1, signatures: -1, _id: -1 });
InitiativeSchema.index({ stage: 1, submittedAt: 1, _id: 1 });
InitiativeSchema.index({ 'promoters.citizenId': 1, touchedAt: -1, _id: -1 });
indexWhere(InitiativeSchema, { 'list.keptUntil': 1 }, { field: 'list.keptUntil', holds: 'date' });
indexWhere(InitiativeSchema, { invitation: 1 }, { field: 'invitation', holds: 'text', unique: true });
InitiativeSchema.index({ 'asks.kindId': 1, stage: 1 });
InitiativeSchema.index({ terms: 1 });
holdsUnheard(InitiativeSchema);
