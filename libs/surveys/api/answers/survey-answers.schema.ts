import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { AgeBand, Gender } from '@isegoria/identity/contracts';
import { SchemaTypes } from 'mongoose';

export interface AnswersGroup {
  ageBand: AgeBand | null;
  gender: Gender | null;
  districtId: string | null;
}

/**
 * One person's answers, without the person: what figures are made from. The vote itself is in the log of votes, which is written first; this says the same once
 * more, with what a ballot has no room for (decisions/001). What they wrote stands elsewhere, under another key (decisions/003).
 */
@Schema({ versionKey: false, collection: 'survey_answers', minimize: false })
export class SurveyAnswers {
  /** The survey and the person, by HMAC. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) surveyId!: string;
  /** The day, as its first moment in UTC: a time to the second would tell whose session it was. */
  @Prop({ type: Date, required: true }) at!: Date;
  /** The number in the log of votes of the cast that this says: a later one takes its place, an earlier one never does. */
  @Prop({ type: Number, default: 0 }) seq!: number;
  /** The last presses that this went through. One that comes again after a later one changes nothing. */
  @Prop({ type: [String], default: undefined }) presses?: string[];
  /** The options by question. */
  @Prop({ type: SchemaTypes.Mixed, default: {} }) chosen!: Record<string, string[]>;
  /** Who answered, in coarse bands, as it was known on that day. */
  @Prop({ type: SchemaTypes.Mixed, required: true }) group!: AnswersGroup;
}

export const SurveyAnswersSchema = SchemaFactory.createForClass(SurveyAnswers);
SurveyAnswersSchema.index({ surveyId: 1, seq: 1, _id: 1 });
