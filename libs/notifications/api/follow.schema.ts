import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** Why somebody follows: they asked to, or it is theirs, or they took part. */
export type Because = 'asked' | 'author' | 'support' | 'comment' | 'evaluation' | 'answer';

/** A citizen follows a subject, or asked not to: `off` keeps their no, so that taking part does not make them follow again. */
@Schema({ versionKey: false, collection: 'follows' })
export class Follow {
  /** `<subject>|<citizen>`: one a pair, whatever runs twice. */
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) subject!: string;
  @Prop({ type: String, required: true }) citizenId!: string;
  @Prop({ type: String, required: true }) because!: Because;
  @Prop({ type: Boolean, default: false }) off!: boolean;
  @Prop({ type: Date, required: true }) at!: Date;
}

export const FollowSchema = SchemaFactory.createForClass(Follow);
FollowSchema.index({ subject: 1, off: 1, _id: 1 });
FollowSchema.index({ citizenId: 1, off: 1, at: -1, _id: -1 });
