import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { AddedArticle } from '@isegoria/consultations/contracts';
import { holdsUnheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { SchemaTypes } from 'mongoose';

export type Added = Omit<AddedArticle, '__typename' | 'after'> & { after: string | null };

/** How many public arguments stand how. */
export interface Arguments {
  for: number;
  against: number;
  neutral: number;
  total: number;
}

/** What an answer came to, counted when it was published: it does not change any more. */
export interface AnswerCounts {
  kept: number;
  changed: number;
  removed: number;
  adopted: number;
  partly: number;
  notAdopted: number;
}

export const noArguments: Arguments = { for: 0, against: 0, neutral: 0, total: 0 };

/** A text under consultation. Its articles stand in `consultation_texts`, what is said to them in `consultation_articles`; its status is made of its dates. */
@Schema({ versionKey: false, collection: 'consultations', minimize: false })
export class Consultation {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: SchemaTypes.Mixed, required: true }) title!: Localized;
  @Prop({ type: SchemaTypes.Mixed, required: true }) summary!: Localized;
  /** The folded stems that it is found by. */
  @Prop({ type: [String], default: [] }) terms!: string[];
  @Prop({ type: String, default: null }) departmentId!: string | null;
  @Prop({ type: String, default: null }) categoryId!: string | null;
  @Prop({ type: [String], default: [] }) districtIds!: string[];
  @Prop({ type: SchemaTypes.Mixed, default: [] }) links!: { title: string; url: string }[];
  @Prop({ type: String, required: true }) admission!: 'wait' | 'public';

  @Prop({ type: Date, default: null }) opensAt!: Date | null;
  @Prop({ type: Date, default: null }) closesAt!: Date | null;
  @Prop({ type: Date, default: null }) publishedAt!: Date | null;
  /** When its ballots were opened and people told; null until then. */
  @Prop({ type: Date, default: null }) openedAt!: Date | null;
  @Prop({ type: SchemaTypes.Mixed, default: [] }) extensions!: { from: Date; to: Date; reason: string; at: Date }[];
  @Prop({ type: SchemaTypes.Mixed, default: null }) withdrawal!: { reason: string; at: Date } | null;

  /** The words of the answer about the whole and what it adds: a draft until `answeredAt`. */
  @Prop({ type: SchemaTypes.Mixed, required: true }) frame!: { text: string; added: Added[]; revision: number };
  /** Grows with every change of the draft of the answer, whoever writes on it: publishing says which one it read. */
  @Prop({ type: Number, default: 0 }) answerRevision!: number;
  @Prop({ type: Date, default: null }) answeredAt!: Date | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) answerCounts!: AnswerCounts | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) adopted!: { ada: string | null; title: string; url: string; note: string; at: Date } | null;

  /** Without the preamble. */
  @Prop({ type: Number, default: 0 }) articleCount!: number;
  @Prop({ type: Number, default: 0 }) stanceCount!: number;
  @Prop({ type: Number, default: 0 }) argumentCount!: number;
  @Prop({ type: Number, default: 0 }) amendmentCount!: number;
  /** Those about the whole alone. */
  @Prop({ type: SchemaTypes.Mixed, default: () => ({ ...noArguments }) }) arguments!: Arguments;

  @Prop({ type: Number, required: true }) revision!: number;
  @Prop({ type: String, required: true }) createdBy!: string;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  @Prop({ type: Date, required: true }) touchedAt!: Date;
  @Prop({ type: Boolean, default: false }) isDemo!: boolean;
  /** What the city did with it, until it was told. */
  unheard?: UnheardEvent[];
}

export const ConsultationSchema = SchemaFactory.createForClass(Consultation);
ConsultationSchema.index({ publishedAt: -1, _id: -1 });
ConsultationSchema.index({ closesAt: 1, _id: 1 });
ConsultationSchema.index({ answeredAt: -1, _id: -1 });
ConsultationSchema.index({ departmentId: 1, touchedAt: -1, _id: -1 });
ConsultationSchema.index({ touchedAt: -1, _id: -1 });
ConsultationSchema.index({ openedAt: 1, opensAt: 1 });
ConsultationSchema.index({ terms: 1 });
ConsultationSchema.index({ createdBy: 1 });
holdsUnheard(ConsultationSchema);

/** An article as it stands in one version. */
export interface StoredArticle {
  id: string;
  label: string;
  title: string;
  body: string;
  isPreamble: boolean;
}

/** The whole text in one version. The first is changed until the consultation opens, and no more; the second is written by the answer. */
@Schema({ versionKey: false, collection: 'consultation_texts', minimize: false })
export class ConsultationText {
  /** `<consultation>.<number>` */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) consultationId!: string;
  @Prop({ type: Number, required: true }) number!: number;
  @Prop({ type: Date, required: true }) at!: Date;
  @Prop({ type: SchemaTypes.Mixed, required: true }) articles!: StoredArticle[];
}

export const ConsultationTextSchema = SchemaFactory.createForClass(ConsultationText);
ConsultationTextSchema.index({ consultationId: 1, number: 1 });

export const textId = (consultationId: string, number: number): string => `${consultationId}.${number}`;
