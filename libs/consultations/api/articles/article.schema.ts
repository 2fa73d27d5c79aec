import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { ArticleOutcome } from '@isegoria/consultations/contracts';
import { SchemaTypes } from 'mongoose';
import { type Arguments, noArguments } from '../consultation.schema';

/** What the service wrote down about one article: a draft until its consultation is answered. */
export interface ArticleReply {
  heard: string;
  outcome: ArticleOutcome;
  reason: string;
  label: string;
  title: string;
  body: string;
  revision: number;
}

/** What was said to one article, counted by those who keep it, and what the service says. Its words stand in the text. */
@Schema({ versionKey: false, collection: 'consultation_articles', minimize: false })
export class ArticleRecord {
  /** Its id as a subject, `<consultation>.<article>`. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) consultationId!: string;
  @Prop({ type: String, required: true }) articleId!: string;
  @Prop({ type: Number, default: 0 }) agree!: number;
  @Prop({ type: Number, default: 0 }) withChanges!: number;
  @Prop({ type: Number, default: 0 }) disagree!: number;
  @Prop({ type: Number, default: 0 }) people!: number;
  /** Up to which number of the votes' log these were counted: an older count that comes late changes nothing. */
  @Prop({ type: Number, default: 0 }) countedSeq!: number;
  @Prop({ type: SchemaTypes.Mixed, default: () => ({ ...noArguments }) }) arguments!: Arguments;
  @Prop({ type: Number, default: 0 }) amendments!: number;
  @Prop({ type: SchemaTypes.Mixed, default: null }) reply!: ArticleReply | null;
}

export const ArticleSchema = SchemaFactory.createForClass(ArticleRecord);
ArticleSchema.index({ consultationId: 1, articleId: 1 });
