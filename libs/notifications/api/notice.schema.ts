import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Params } from '@isegoria/notifications/contracts';

/** One notice in one citizen's inbox. */
@Schema({ versionKey: false, collection: 'notices', minimize: false })
export class NoticeRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) citizenId!: string;
  /** The sender's key: telling the same thing twice is telling it once. */
  @Prop({ type: String, required: true }) key!: string;
  @Prop({ type: String, required: true }) name!: string;
  /** The subject's key. */
  @Prop({ type: String, required: true }) about!: string;
  @Prop({ type: Object, required: true }) params!: Params;
  /** `Telling.isPersonal`. */
  @Prop({ type: Boolean, default: false }) isPersonal!: boolean;
  @Prop({ type: Boolean, default: false }) isRead!: boolean;
  @Prop({ type: Date, required: true }) at!: Date;
}

const keptSeconds = 400 * 24 * 3600;

export const NoticeSchema = SchemaFactory.createForClass(NoticeRecord);
NoticeSchema.index({ citizenId: 1, key: 1 }, { unique: true });
NoticeSchema.index({ citizenId: 1, _id: -1 });
NoticeSchema.index({ citizenId: 1, isRead: 1 });
NoticeSchema.index({ at: 1 }, { expireAfterSeconds: keptSeconds });
