import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** `kept`: for the department alone. The others are those of moderation, where the survey publishes what people write. */
export type WordsState = 'kept' | 'waiting' | 'public' | 'hidden' | 'returned';

/** What somebody wrote to one question: without person, group, answers or time (decisions/003). */
@Schema({ versionKey: false, collection: 'survey_words' })
export class SurveyWordsRecord {
  /** The survey, the question and the person, by HMAC: so that the writer can mend it, and nobody writes twice. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) surveyId!: string;
  @Prop({ type: String, required: true }) questionId!: string;
  @Prop({ type: String, required: true }) text!: string;
  /** Drawn by lot: its name for moderators, and its place in every list. */
  @Prop({ type: String, required: true }) item!: string;
  @Prop({ type: String, required: true }) state!: WordsState;
  /** Why a moderator did not let it stand, for its writer alone. */
  @Prop({ type: String, default: null }) reason!: string | null;
}

export const SurveyWordsSchema = SchemaFactory.createForClass(SurveyWordsRecord);
SurveyWordsSchema.index({ item: 1 }, { unique: true });
SurveyWordsSchema.index({ surveyId: 1, questionId: 1, state: 1, item: 1 });
