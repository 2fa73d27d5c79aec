import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import type { SurveyForm } from '@isegoria/surveys/contracts';
import type { OfflineChannel } from '@isegoria/votes/contracts';
import { SchemaTypes } from 'mongoose';

export interface StoredQuestion {
  id: string;
  form: SurveyForm;
  text: Localized;
  hint: Localized;
  isRequired: boolean;
  hasNoOpinion: boolean;
  options: { id: string; text: Localized; isOther: boolean }[];
  most: number | null;
  showIf: { questionId: string; optionIds: string[] } | null;
}

export interface StoredSection {
  id: string;
  title: Localized;
  note: Localized;
  questions: StoredQuestion[];
}

export interface StoredReport {
  learned: string;
  does: string;
  promise: { text: string; dueAt: Date; doneAt: Date | null } | null;
}

/** A questionnaire. Its status is made of its dates. */
@Schema({ versionKey: false, collection: 'surveys', minimize: false })
export class Survey {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: SchemaTypes.Mixed, required: true }) title!: Localized;
  @Prop({ type: SchemaTypes.Mixed, required: true }) purpose!: Localized;
  @Prop({ type: SchemaTypes.Mixed, required: true }) use!: Localized;
  /** The folded stems that it is found by. */
  @Prop({ type: [String], default: [] }) terms!: string[];
  @Prop({ type: String, default: null }) departmentId!: string | null;
  @Prop({ type: [String], default: [] }) districtIds!: string[];
  @Prop({ type: Boolean, default: false }) verified!: boolean;
  @Prop({ type: Number, default: null }) minimumAge!: number | null;
  @Prop({ type: Boolean, default: true }) isLive!: boolean;
  @Prop({ type: Boolean, default: false }) publishesWords!: boolean;
  /** The ways besides this site on which it is answered too, and where and how; left out on surveys of an earlier version. */
  @Prop({ type: [String] }) channels?: OfflineChannel[];
  @Prop({ type: SchemaTypes.Mixed }) handIn?: Localized;
  /** Changed until it opens, and no more. */
  @Prop({ type: SchemaTypes.Mixed, default: [] }) sections!: StoredSection[];

  @Prop({ type: Date, default: null }) opensAt!: Date | null;
  @Prop({ type: Date, default: null }) closesAt!: Date | null;
  @Prop({ type: Date, default: null }) publishedAt!: Date | null;
  /** When its ballot was open and people were told; null until then. */
  @Prop({ type: Date, default: null }) openedAt!: Date | null;
  /** When its final figures were made; null until then. */
  @Prop({ type: Date, default: null }) countedAt!: Date | null;
  /** For which end its followers were told that it is near. */
  @Prop({ type: Date, default: null }) soonToldFor!: Date | null;
  @Prop({ type: SchemaTypes.Mixed, default: [] }) extensions!: { from: Date; to: Date; reason: string; at: Date }[];
  @Prop({ type: SchemaTypes.Mixed, default: null }) withdrawal!: { reason: string; at: Date } | null;
  @Prop({ type: SchemaTypes.Mixed, default: null }) report!: StoredReport | null;
  @Prop({ type: Date, default: null }) reportedAt!: Date | null;

  /** How many answered, as the votes counted it, and up to which number of their log. */
  @Prop({ type: Number, default: 0 }) people!: number;
  @Prop({ type: Number, default: 0 }) peopleSeq!: number;

  @Prop({ type: Number, required: true }) revision!: number;
  @Prop({ type: String, required: true }) createdBy!: string;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  @Prop({ type: Date, required: true }) touchedAt!: Date;
  @Prop({ type: Boolean, default: false }) isDemo!: boolean;
  /** What the city did with it, until it was told. */
  unheard?: UnheardEvent[];
}

export const SurveySchema = SchemaFactory.createForClass(Survey);
SurveySchema.index({ publishedAt: -1, _id: -1 });
SurveySchema.index({ closesAt: 1, _id: 1 });
SurveySchema.index({ reportedAt: -1, _id: -1 });
SurveySchema.index({ departmentId: 1, touchedAt: -1, _id: -1 });
SurveySchema.index({ touchedAt: -1, _id: -1 });
SurveySchema.index({ openedAt: 1, opensAt: 1 });
SurveySchema.index({ countedAt: 1, closesAt: 1 });
SurveySchema.index({ terms: 1 });
SurveySchema.index({ createdBy: 1 });
holdsUnheard(SurveySchema);
