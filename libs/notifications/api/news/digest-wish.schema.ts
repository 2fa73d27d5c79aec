import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { DigestRhythm } from '@isegoria/notifications/contracts';

/** How often a citizen wants digests, and up to when they were told. It is there from the first district or category that they follow. */
@Schema({ versionKey: false, collection: 'digest_wishes' })
export class DigestWish {
  /** The citizen's id. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) rhythm!: DigestRhythm;
  /** What came onto record before it was told, or was nothing for them. It only ever goes forward: that is what makes a thing told once, also to who changes the rhythm. */
  @Prop({ type: Date, required: true }) toldUntil!: Date;
}

export const DigestWishSchema = SchemaFactory.createForClass(DigestWish);
// The next ones to be told, those who waited longest first; telling takes them out of its beginning.
DigestWishSchema.index({ rhythm: 1, toldUntil: 1, _id: 1 });
