import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, indexWhere, type UnheardEvent } from '@isegoria/kernel/api';
import type { MeetingQuestionStage } from '@isegoria/meetings/contracts';
import { supportQuestions } from '@isegoria/votes/api';
import { SchemaTypes } from 'mongoose';

/** What somebody asked at a meeting. */
@Schema({ versionKey: false, collection: 'meeting_questions' })
export class MeetingQuestionRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) meetingId!: string;
  @Prop({ type: String, default: null }) itemId!: string | null;
  /** Empty where they left the city, or spoke in the hall. */
  @Prop({ type: String, default: '' }) authorId!: string;
  /** The official who wrote down what was said in the hall. */
  @Prop({ type: String, default: null }) writtenBy!: string | null;
  /** Which of their questions it is: the index lets nobody ask more than the meeting allows. Null of the hall's. */
  @Prop({ type: Number, default: null }) number!: number | null;
  @Prop({ type: String, required: true }) text!: string;
  @Prop({ type: String, required: true }) visibility!: 'waiting' | 'public' | 'hidden' | 'withdrawn';
  @Prop({ type: String, required: true }) stage!: MeetingQuestionStage;
  @Prop({ type: SchemaTypes.Mixed, default: null }) answer!: { text: string; isInWriting: boolean; byId: string; at: Date } | null;
  @Prop({ type: Date, default: null }) dueAt!: Date | null;
  @Prop({ type: Number, default: 0 }) supports!: number;
  @Prop({ type: Number, default: 0 }) supportsSeq!: number;
  @Prop({ type: SchemaTypes.Mixed, default: null }) verdict!: { rule: number | null; reason: string; caseId: string } | null;
  @Prop({ type: Date, default: null }) decidedAt!: Date | null;
  @Prop({ type: String, required: true }) nonce!: string;
  /** Whether all that follows from it was done. */
  @Prop({ type: Boolean, default: false }) entered!: boolean;
  @Prop({ type: Date, required: true }) at!: Date;
  /** That it was answered, until it was told. */
  unheard?: UnheardEvent[];
}

export const MeetingQuestionSchema = SchemaFactory.createForClass(MeetingQuestionRecord);
MeetingQuestionSchema.index({ meetingId: 1, visibility: 1, supports: -1, _id: -1 });
MeetingQuestionSchema.index({ meetingId: 1, visibility: 1, _id: -1 });
indexWhere(MeetingQuestionSchema, { authorId: 1, nonce: 1 }, { field: 'authorId', holds: 'text', unique: true });
indexWhere(MeetingQuestionSchema, { meetingId: 1, authorId: 1, number: 1 }, { field: 'number', holds: 'number', unique: true });
indexWhere(MeetingQuestionSchema, { writtenBy: 1, nonce: 1 }, { field: 'writtenBy', holds: 'text', unique: true });
MeetingQuestionSchema.index({ stage: 1, dueAt: 1 });
MeetingQuestionSchema.index({ entered: 1, at: 1 });
MeetingQuestionSchema.index({ 'answer.byId': 1 }, { sparse: true });
holdsUnheard(MeetingQuestionSchema);

export const questionSubject = (id: string) => ({ kind: 'meeting-question', id });
export const questionBallot = (id: string): string => `meeting-question:${id}`;
/** The ballot that takes the supports of a question. */
export const supportBallot = (id: string) => ({ id: questionBallot(id), subject: questionSubject(id), kind: 'support' as const, questions: supportQuestions });
