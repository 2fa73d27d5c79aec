import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Alignment, CommentVisibility } from '@isegoria/comments/contracts';

/** What a moderator decided about the comment, for its author. */
export interface Verdict {
  rule: number | null;
  reason: string;
  caseId: string;
}

/** One comment. Its text is as it was written; of a withdrawn one it is empty. */
@Schema({ versionKey: false, collection: 'comments' })
export class CommentRecord {
  @Prop({ type: String, required: true }) _id!: string;
  /** The key of what it is about. */
  @Prop({ type: String, required: true }) subject!: string;
  @Prop({ type: String, default: null }) parentId!: string | null;
  @Prop({ type: String, required: true }) authorId!: string;
  @Prop({ type: String, required: true }) alignment!: Alignment;
  @Prop({ type: String, default: '' }) text!: string;
  @Prop({ type: String, required: true }) visibility!: CommentVisibility;
  /** Whether it has a place in the lists: it is public, or withdrawn with replies that still need their place. */
  @Prop({ type: Boolean, required: true }) listed!: boolean;
  /** How many agree: the projection of its ballot. */
  @Prop({ type: Number, default: 0 }) supports!: number;
  /** Up to which number in the log of casts they were counted: an older count that comes late changes nothing. */
  @Prop({ type: Number, default: 0 }) supportsSeq!: number;
  @Prop({ type: Number, default: 0 }) replies!: number;
  /** Whether all who should know of it know: moderators, readers, the ballot. */
  @Prop({ type: Boolean, default: false }) entered!: boolean;
  @Prop({ type: String, required: true }) nonce!: string;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  @Prop({ type: Date, default: null }) publishedAt!: Date | null;
  @Prop({ type: Date, default: null }) editedAt!: Date | null;
  @Prop({ type: Object, default: null }) verdict!: Verdict | null;
  /** When the last decision that we heard was made; an older one that comes late changes nothing. */
  @Prop({ type: Date, default: null }) decidedAt!: Date | null;
}

export const CommentSchema = SchemaFactory.createForClass(CommentRecord);
CommentSchema.index({ subject: 1, parentId: 1, listed: 1, alignment: 1, supports: -1, _id: -1 });
CommentSchema.index({ subject: 1, parentId: 1, listed: 1, alignment: 1, _id: -1 });
CommentSchema.index({ listed: 1, visibility: 1, _id: 1 });
CommentSchema.index({ parentId: 1, listed: 1, _id: 1 });
CommentSchema.index({ subject: 1, authorId: 1, _id: -1 });
CommentSchema.index({ createdAt: 1 }, { partialFilterExpression: { entered: false } });
// The double click: the second insert of the same nonce is refused by the store, and answered with the first.
CommentSchema.index({ authorId: 1, nonce: 1 }, { unique: true });

/** A text as it read before its author changed it. No door shows it; a court may ask. */
@Schema({ versionKey: false, collection: 'comment-editions' })
export class CommentEdition {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) commentId!: string;
  @Prop({ type: String, required: true }) text!: string;
  /** When it stopped to be the text. */
  @Prop({ type: Date, required: true }) until!: Date;
}

export const CommentEditionSchema = SchemaFactory.createForClass(CommentEdition);
CommentEditionSchema.index({ commentId: 1, _id: 1 });

/** How many public arguments a subject has: counted, never added up. */
@Schema({ versionKey: false, collection: 'comment-counts' })
export class CommentCount {
  /** The subject's key. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: Number, default: 0 }) for!: number;
  @Prop({ type: Number, default: 0 }) against!: number;
  @Prop({ type: Number, default: 0 }) neutral!: number;
  @Prop({ type: Number, default: 0 }) total!: number;
  /** The last ticket that was drawn, and the ticket whose count stands here. */
  @Prop({ type: Number, default: 0 }) ticket!: number;
  @Prop({ type: Number, default: 0 }) counted!: number;
}

export const CommentCountSchema = SchemaFactory.createForClass(CommentCount);
