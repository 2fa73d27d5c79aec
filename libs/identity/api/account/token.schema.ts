import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** What a letter's link may do. */
export type TokenPurpose = 'confirm' | 'reset' | 'move';

/** A link in a letter. Only the hash is kept: who reads the store cannot use it. */
@Schema({ versionKey: false, collection: 'letter_tokens' })
export class LetterToken {
  /** SHA-256 of the secret. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) purpose!: TokenPurpose;
  @Prop({ type: String, required: true }) citizenId!: string;
  /** The address that it was sent to: after a change of address the link is worth nothing. */
  @Prop({ type: String, required: true }) email!: string;
  @Prop({ type: String, default: null }) next!: string | null;
  @Prop({ type: Date, required: true }) expiresAt!: Date;
}

export const LetterTokenSchema = SchemaFactory.createForClass(LetterToken);
LetterTokenSchema.index({ citizenId: 1, purpose: 1 });
LetterTokenSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
