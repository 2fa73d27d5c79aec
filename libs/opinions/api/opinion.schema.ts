import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { Schema as Raw } from 'mongoose';
import type { OpinionVisibility } from '@isegoria/opinions/contracts';

/** What a moderator decided against a statement, for its author. */
export interface Verdict {
  rule: number | null;
  reason: string;
  caseId: string;
}

/** A short statement about a subject. */
@Schema({ versionKey: false, collection: 'opinion-statements' })
export class StatementRecord {
  @Prop({ type: String, required: true }) _id!: string;
  /** The subject's key. */
  @Prop({ type: String, required: true }) subject!: string;
  @Prop({ type: String, required: true }) authorId!: string;
  @Prop({ type: String, default: '' }) text!: string;
  /** The text without case, accents and signs: the same thought is there once. */
  @Prop({ type: String, required: true }) fold!: string;
  @Prop({ type: String, required: true }) visibility!: OpinionVisibility;
  @Prop({ type: String, required: true }) nonce!: string;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  /** Whether moderation has heard of it: set last, so that one whose process died is found. */
  @Prop({ type: Boolean, default: false }) entered!: boolean;
  @Prop({ type: Date, default: null }) decidedAt!: Date | null;
  @Prop({ type: Object, default: null }) verdict!: Verdict | null;
}

export const StatementSchema = SchemaFactory.createForClass(StatementRecord);
StatementSchema.index({ subject: 1, visibility: 1, _id: 1 });
StatementSchema.index({ subject: 1, fold: 1 }, { unique: true, partialFilterExpression: { visibility: 'public' } });
StatementSchema.index({ createdAt: 1 }, { partialFilterExpression: { entered: false } });
// The double click: the second insert of the same nonce is refused by the store, and answered with the first.
StatementSchema.index({ authorId: 1, nonce: 1 }, { unique: true });

/** One answer as it came in. The log is the truth; nothing in it changes. */
@Schema({ versionKey: false, collection: 'opinion-answers' })
export class AnswerRecord {
  /** Its place in the order: a ULID. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) subject!: string;
  @Prop({ type: String, required: true }) statementId!: string;
  /** A name that the person has under this subject alone. */
  @Prop({ type: String, required: true }) person!: string;
  @Prop({ type: Number, required: true }) value!: -1 | 0 | 1;
  @Prop({ type: Date, required: true }) at!: Date;
  /** Whether the account was younger than `coordination.newDays` when it answered: all that the log knows of accounts. Left out where not. */
  @Prop({ type: Boolean }) fromNewAccount?: boolean;
}

export const AnswerSchema = SchemaFactory.createForClass(AnswerRecord);
AnswerSchema.index({ subject: 1, _id: 1 });

/** What a person says to a statement now: one answer a person and statement, for it is the document's id. */
@Schema({ versionKey: false, collection: 'opinion-latest' })
export class LatestRecord {
  /** `<statement>|<person>` */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) subject!: string;
  @Prop({ type: String, required: true }) statementId!: string;
  @Prop({ type: String, required: true }) person!: string;
  @Prop({ type: Number, required: true }) value!: -1 | 0 | 1;
  /** The log's entry that it comes from. */
  @Prop({ type: String, required: true }) entry!: string;
  @Prop({ type: Date, required: true }) at!: Date;
  @Prop({ type: Boolean }) fromNewAccount?: boolean;
  /** When it was written here: what a map reads that has all up to some moment. An import's answers are older than that. */
  @Prop({ type: Date, required: true }) written!: Date;
}

export const LatestSchema = SchemaFactory.createForClass(LatestRecord);
LatestSchema.index({ subject: 1, written: 1 });
LatestSchema.index({ subject: 1, person: 1, at: -1 });

/** The map of a subject as it was last drawn, and what the next one starts from. */
@Schema({ versionKey: false, collection: 'opinion-maps' })
export class MapRecord {
  /** The subject's key. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: Number, default: 0 }) version!: number;
  /** The statements by their number. */
  @Prop({ type: [String], default: [] }) statements!: string[];
  /** What a JSON of the map holds: its shape is `KeptMap`. */
  @Prop({ type: Raw.Types.Mixed, default: null }) kept!: unknown;
}

export const MapSchema = SchemaFactory.createForClass(MapRecord);

/** That a subject's map is to be drawn anew: apart from the map, for each answer writes it and the map is large. */
@Schema({ versionKey: false, collection: 'opinion-dues' })
export class DueRecord {
  /** The subject's key. */
  @Prop({ type: String, required: true }) _id!: string;
  /** How often something changed. A map that was drawn while something came in stays due. */
  @Prop({ type: Number, default: 0 }) changes!: number;
  @Prop({ type: Boolean, default: true }) due!: boolean;
}

export const DueSchema = SchemaFactory.createForClass(DueRecord);
DueSchema.index({ due: 1 });

/** Signs of coordinated answering that moderators were told of, once each. */
@Schema({ versionKey: false, collection: 'opinion-signs' })
export class SignRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) subject!: string;
  @Prop({ type: Number, required: true }) people!: number;
  @Prop({ type: Date, required: true }) at!: Date;
}

export const SignSchema = SchemaFactory.createForClass(SignRecord);

/** A conversation that was brought in from elsewhere: a subject of its own. */
@Schema({ versionKey: false, collection: 'opinion-conversations' })
export class ConversationRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) topic!: string;
  @Prop({ type: String, default: '' }) description!: string;
  @Prop({ type: Date, required: true }) at!: Date;
}

export const ConversationSchema = SchemaFactory.createForClass(ConversationRecord);
