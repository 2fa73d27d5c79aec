import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { WhoAnswered } from '@isegoria/statistics/contracts';
import type { ChannelResult, QuestionResult } from '@isegoria/surveys/contracts';
import { SchemaTypes } from 'mongoose';

/** What is told of a survey's answers, as last published: one read by its id, however many people answered. */
@Schema({ versionKey: false, collection: 'survey_figures', minimize: false })
export class SurveyFigures {
  /** The survey's id. */
  @Prop({ type: String, required: true }) _id!: string;
  /** When something came that may change it; null where nothing did. */
  @Prop({ type: Date, default: null }) dueAt!: Date | null;
  @Prop({ type: Date, default: null }) at!: Date | null;
  @Prop({ type: Boolean, default: false }) isFinal!: boolean;
  /** How many people it tells of, and the last of them in the order of the log. */
  @Prop({ type: Number, default: 0 }) counted!: number;
  @Prop({ type: SchemaTypes.Mixed, default: null }) last!: { seq: number; id: string } | null;
  @Prop({ type: SchemaTypes.Mixed, default: [] }) questions!: QuestionResult[];
  /** How many came on which way. Not told before the end. */
  @Prop({ type: SchemaTypes.Mixed, default: undefined }) channels?: ChannelResult[];
  /** How many wrote, by question. Not told before the end. */
  @Prop({ type: SchemaTypes.Mixed, default: {} }) writers!: Record<string, number>;
  @Prop({ type: SchemaTypes.Mixed, default: null }) who!: (WhoAnswered & { at: Date; smallest: number; population: { id: string; source: string; asOf: string } | null }) | null;
}

export const SurveyFiguresSchema = SchemaFactory.createForClass(SurveyFigures);
SurveyFiguresSchema.index({ dueAt: 1 });
