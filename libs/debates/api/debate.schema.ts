import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Alignment } from '@isegoria/comments/contracts';
import type { DebateFairness, DebateStage, DebateVisibility } from '@isegoria/debates/contracts';
import { holdsUnheard, indexWhere, type UnheardEvent } from '@isegoria/kernel/api';
import { SchemaTypes } from 'mongoose';

/** What a moderator decided, for who wrote it. */
export interface Verdict {
  rule: number | null;
  reason: string;
  caseId: string;
}

/** An argument that a conclusion names, and its side: what stays of it where it is not public any more. */
export interface Heard {
  id: string;
  alignment: Alignment;
}

/** What was concluded. */
export interface Conclusion {
  text: string;
  heard: Heard[];
  visibility: DebateVisibility;
  byId: string;
  writtenAt: Date;
  publishedAt: Date | null;
  verdict: Verdict | null;
  /** When the last decision that we heard was made; an older one that comes late changes nothing. */
  decidedAt: Date | null;
}

/** A question to the city. Its arguments stand in their own slice; here are only their counts. */
@Schema({ versionKey: false, collection: 'debates', minimize: false })
export class Debate {
  @Prop({ type: String, required: true }) _id!: string;
  /** Of a debate that a department opened the official who did it; empty where they left. */
  @Prop({ type: String, default: '' }) authorId!: string;
  /** The department that opened it; null where a citizen did. */
  @Prop({ type: String, default: null }) byDepartmentId!: string | null;
  @Prop({ type: String, default: '' }) title!: string;
  @Prop({ type: String, default: '' }) text!: string;
  @Prop({ type: String, default: null }) categoryId!: string | null;
  @Prop({ type: String, default: null }) districtId!: string | null;
  /** The department in charge when it was opened. */
  @Prop({ type: String, default: null }) departmentId!: string | null;
  @Prop({ type: Number, required: true }) days!: number;
  /** The process whose phase let it in; its setting says how arguments come in. */
  @Prop({ type: String, default: null }) processId!: string | null;

  @Prop({ type: String, required: true }) visibility!: DebateVisibility;
  /** Whether it stands in the lists: it is public. Only ever written together with `visibility`. */
  @Prop({ type: Boolean, required: true }) listed!: boolean;
  /** As it was last moved; one whose day has come is read as ended before the job has moved it. */
  @Prop({ type: String, required: true }) stage!: DebateStage;
  @Prop({ type: SchemaTypes.Mixed, default: null }) verdict!: Verdict | null;
  @Prop({ type: Date, default: null }) decidedAt!: Date | null;

  @Prop({ type: Date, required: true }) createdAt!: Date;
  @Prop({ type: Date, default: null }) openedAt!: Date | null;
  @Prop({ type: Date, default: null }) endsAt!: Date | null;
  @Prop({ type: Date, default: null }) concludedAt!: Date | null;
  /** When something was last said; at first when it was opened. */
  @Prop({ type: Date, default: null }) lastSaidAt!: Date | null;

  @Prop({ type: Number, default: 0 }) people!: number;
  @Prop({ type: Number, default: 0 }) argumentsFor!: number;
  @Prop({ type: Number, default: 0 }) argumentsAgainst!: number;

  @Prop({ type: SchemaTypes.Mixed, default: null }) conclusion!: Conclusion | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) answer!: { text: string; departmentId: string | null; byId: string; at: Date } | null;
  /** What is told of fairness now: renewed with every ten people more. */
  @Prop({ type: SchemaTypes.Mixed, default: null }) fairness!: { people: number; yes: number; partly: number; no: number } | null;
  @Prop({ type: [String], default: [] }) proposalIds!: string[];

  /** The folded stems that it is found by. */
  @Prop({ type: [String], default: [] }) terms!: string[];
  @Prop({ type: Number, required: true }) revision!: number;
  @Prop({ type: Boolean, default: false }) isDemo!: boolean;
  /** What happened to it, until it was told. */
  unheard?: UnheardEvent[];
}

export const DebateSchema = SchemaFactory.createForClass(Debate);
// Every public list is one of these: all, or those of one stage, category or district, in one of the orders.
for (const order of ['lastSaidAt', 'openedAt', 'people']) {
  DebateSchema.index({ listed: 1, [order]: -1, _id: -1 });
  for (const by of ['stage', 'categoryId', 'districtId']) DebateSchema.index({ listed: 1, [by]: 1, [order]: -1, _id: -1 });
}
DebateSchema.index({ listed: 1, _id: 1 });
DebateSchema.index({ stage: 1, endsAt: 1 });
DebateSchema.index({ authorId: 1, createdAt: -1, _id: -1 });
indexWhere(DebateSchema, { byDepartmentId: 1, createdAt: -1, _id: -1 }, { field: 'byDepartmentId', holds: 'text' });
DebateSchema.index({ 'conclusion.byId': 1 }, { sparse: true });
DebateSchema.index({ 'answer.byId': 1 }, { sparse: true });
DebateSchema.index({ proposalIds: 1 });
DebateSchema.index({ terms: 1 });
holdsUnheard(DebateSchema);

/** Whether a person finds a conclusion fair. */
@Schema({ versionKey: false, collection: 'debate_fairness' })
export class FairnessRecord {
  /** The debate and the person behind the account: one answer each, whatever they sign in with. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) debateId!: string;
  @Prop({ type: String, required: true }) citizenId!: string;
  @Prop({ type: String, required: true }) fairness!: DebateFairness;
  @Prop({ type: Date, required: true }) at!: Date;
}

export const FairnessSchema = SchemaFactory.createForClass(FairnessRecord);
FairnessSchema.index({ debateId: 1, fairness: 1 });
FairnessSchema.index({ citizenId: 1 });
