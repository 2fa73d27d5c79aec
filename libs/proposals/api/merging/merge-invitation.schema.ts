import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { holdsUnheard, indexWhere, type UnheardEvent } from '@isegoria/kernel/api';
import type { MergeSide, MergeState } from '@isegoria/proposals/contracts';

/** An invitation to merge two proposals, from one author to the other, or from the city to both. */
@Schema({ versionKey: false, collection: 'merge_invitations' })
export class MergeInvitation {
  /** Chosen by the page. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) partId!: string;
  @Prop({ type: String, required: true }) wholeId!: string;
  /** The two, whichever way round. */
  @Prop({ type: String, required: true }) pair!: string;
  /** Held while it waits, and by a refusal for good: the pair and the number of its refusals. There is no second one, whatever comes at once. */
  @Prop({ type: String }) slot?: string;
  @Prop({ type: String, default: '' }) partAuthorId!: string;
  @Prop({ type: String, default: '' }) wholeAuthorId!: string;
  /** The side that asks; null while it is the city's suggestion, which either may take up. */
  @Prop({ type: String, default: null }) by!: MergeSide | null;
  /** Who wrote the message: that author, or whoever suggested it. */
  @Prop({ type: String, default: '' }) senderId!: string;
  @Prop({ type: String, default: '' }) message!: string;
  @Prop({ type: String, default: '' }) addition!: string;
  /** The addition as the one who was asked would have it; null where they left it as it is. */
  @Prop({ type: String, default: null }) changed!: string | null;
  /** Who wrote that, or refused. */
  @Prop({ type: String, default: '' }) replierId!: string;
  /** Why not, in the words of who refused. */
  @Prop({ type: String, default: null }) reply!: string | null;
  @Prop({ type: String, required: true }) state!: MergeState;
  @Prop({ type: String, default: null }) waitsFor!: MergeSide | null;
  /** What moderators hid of it. */
  @Prop({ type: Boolean, default: false }) isMessageHidden!: boolean;
  @Prop({ type: Boolean, default: false }) isReplyHidden!: boolean;
  @Prop({ type: Date, required: true }) at!: Date;
  @Prop({ type: Date, required: true }) expiresAt!: Date;
  @Prop({ type: Date, default: null }) decidedAt!: Date | null;
  @Prop({ type: Number, default: 1 }) revision!: number;
  /** Of what happened to it, until it was told. */
  unheard?: UnheardEvent[];
}

export const MergeInvitationSchema = SchemaFactory.createForClass(MergeInvitation);
indexWhere(MergeInvitationSchema, { slot: 1 }, { field: 'slot', holds: 'text', unique: true });
MergeInvitationSchema.index({ pair: 1, state: 1 });
MergeInvitationSchema.index({ partId: 1, state: 1 });
MergeInvitationSchema.index({ wholeId: 1, state: 1 });
MergeInvitationSchema.index({ partAuthorId: 1, at: -1, _id: -1 });
MergeInvitationSchema.index({ wholeAuthorId: 1, at: -1, _id: -1 });
MergeInvitationSchema.index({ senderId: 1 });
MergeInvitationSchema.index({ replierId: 1 });
MergeInvitationSchema.index({ state: 1, expiresAt: 1 });
holdsUnheard(MergeInvitationSchema);

/** A supporter of a merged proposal said «no, thank you»: they are not asked again. */
@Schema({ versionKey: false, collection: 'merge_noes' })
export class MergeNo {
  /** `<merged proposal>|<citizen>`. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) proposalId!: string;
  @Prop({ type: String, required: true }) citizenId!: string;
  @Prop({ type: Date, required: true }) at!: Date;
}

export const MergeNoSchema = SchemaFactory.createForClass(MergeNo);
MergeNoSchema.index({ citizenId: 1 });
